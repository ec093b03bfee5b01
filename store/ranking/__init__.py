"""What can be read from scores, first feelings and the rank list; nothing here orders it."""
