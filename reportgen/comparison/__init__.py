"""Two texts held against each other: which passages say the same, and what their figures disagree about."""
