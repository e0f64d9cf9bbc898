"""What an author writes: files with places, inline markup, and the briefing they make. No block kinds, no Word."""
