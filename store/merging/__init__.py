"""Two copies of one season made apart, brought together without losing anything of either."""
