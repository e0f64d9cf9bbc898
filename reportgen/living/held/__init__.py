"""Files held against what they should say: what verify looks at, one concern a module."""
