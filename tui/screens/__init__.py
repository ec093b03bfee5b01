"""One file for each view of the season."""
