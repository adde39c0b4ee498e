"""avtalesjekk checks and renders the agreements that the Norwegian state and KS make with each other."""

__version__ = "0.1.0"
