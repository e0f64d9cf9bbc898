"""How figures are recognized in the prose of each language."""
