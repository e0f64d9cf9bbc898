"""Everything that is Chinese about figures: words, numerals, layout, and the grammar that finds them in prose."""
