"""Everything that is English about figures: words, layout, and the grammar that finds them in prose."""
