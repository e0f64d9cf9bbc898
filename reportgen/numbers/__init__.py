"""Figures, typed: the only place where a number becomes text or text a number. No files, no YAML, no Word."""
