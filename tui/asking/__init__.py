"""Questions put to the person before a change: each function asks and gives back the change, or None."""
