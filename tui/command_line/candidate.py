"""A word that a shell may complete to."""

from __future__ import annotations

from store.frozen_record import record


@record(frozen=True, slots=True)
class Candidate:
    """One thing that could stand there."""

    word: str
    """As it is to be typed, without quotes."""
    about: str = ""
    """What it means, for shells that show it."""
