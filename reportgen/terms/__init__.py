"""How languages vary the terms of a text: plurals, hyphens and quotation marks folded, short mentions told apart.

Plain text in, places out. Not here: which terms a briefing has, and what is wrong with a text (checks/).
"""
