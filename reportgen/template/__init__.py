"""Templates: what each role looks like, as data."""
