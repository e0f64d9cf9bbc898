"""Derived facts: expressions of facts, what they make, and how precise it is. Nothing is read from files here."""
