"""What becomes of an edited file: its lines, blocks, charts and contents as the content has them now."""
