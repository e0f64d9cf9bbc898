"""The version of this package, for what must name it without loading the package's front door."""

__version__ = "0.2.0.dev0"
