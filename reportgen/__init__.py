"""Chinese and English Word briefings from structured content, in which no figure can disagree."""

__version__ = "0.1.0"
