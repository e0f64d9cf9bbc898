"""Whether the figures of two texts agree, and where they do not."""
