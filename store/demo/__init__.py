"""An invented season laid around any moment: for looking around, for tests, and for the pictures."""
