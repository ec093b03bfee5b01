"""The season as values, the rules that change it, and the file that keeps it."""
