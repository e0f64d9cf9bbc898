"""Tables whose rows stand in a file of data/ or are the facts of a family."""
