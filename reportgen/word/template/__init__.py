"""A person's .docx as a template: what it offers, what is taken from it, and what of it would do harm."""
