"""Shows question banks in a browser while they are written, each mistake where it stands."""
