"""Fonts put into finished files, and the report of every font they use."""
