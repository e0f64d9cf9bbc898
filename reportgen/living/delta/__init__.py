"""What two editions tell differently: facts, where each is printed, charts, and wording."""
