"""One printed figure as a quantity, read in full."""
