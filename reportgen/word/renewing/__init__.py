"""A person's Word file renewed in place: words, rows, charts and contents put into its own XML, all else left alone."""
