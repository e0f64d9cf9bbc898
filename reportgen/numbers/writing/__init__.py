"""Quantities as text."""
