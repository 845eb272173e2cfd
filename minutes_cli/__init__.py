"""Reads council minutes as a careful clerk would: resolutions and recommendations as data, compared across meetings."""

__version__ = "0.1.0"
