"""Edits of built files brought home into the content that they were built from."""
