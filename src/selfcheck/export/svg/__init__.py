"""Where the regions of a figure lie, in pixels: QTI has them as shapes of an image map."""

from selfcheck.export.svg.regions import Shape, shapes

__all__ = ["Shape", "shapes"]
