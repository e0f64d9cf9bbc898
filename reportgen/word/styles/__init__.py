"""How things look in a Word file: its styles, theme and fonts, made from a look."""
