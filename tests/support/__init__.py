"""How the browser tests stand in for a learner."""
