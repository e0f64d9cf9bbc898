"""What a comparison found, as other people and programs read it: JSON, SARIF, a page, comments in a Word file."""
