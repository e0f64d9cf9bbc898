"""What kinds of charts draw with: words set, shapes laid out and painted, axes, labels, fonts."""
