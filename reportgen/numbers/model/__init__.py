"""Figures as types: quantities, periods, units, rounding and options. No words of a language."""
