"""Many briefings of one content folder: one for each row of a table, by several processes or machines."""
