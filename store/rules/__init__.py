"""The rules of the season: pure functions from one season to the next."""
