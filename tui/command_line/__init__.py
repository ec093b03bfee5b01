"""Everything that can be done without the full screen, in plain words."""
