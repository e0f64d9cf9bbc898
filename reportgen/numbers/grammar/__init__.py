"""What the grammars of all languages share: patterns, numerals, one pass over a text, what is found in it."""
