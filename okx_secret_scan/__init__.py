"""Static scanner for leaked OKX API credentials."""

__version__ = "0.1.0"
