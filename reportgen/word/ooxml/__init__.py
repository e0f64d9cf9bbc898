"""The package of a Word file: archive, parts, trees, and the base parts every file starts from. No look, no content."""
