"""Files of many formats as passages of text, each with its place: what a comparison reads."""
