"""What a Word file says: a document drawn element by element, and what its elements share."""
