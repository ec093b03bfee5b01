"""Which earlier texts of a letter stay beside it, once there are more than anybody would look through."""

from __future__ import annotations

from store.letter_records import Revision

MOST = 40
"""Earlier texts kept of one letter."""


def thinned(revisions: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """At most `MOST` of them: the first and the last stay, unnamed ones close in time to others go before the rest."""
    kept = list(revisions)
    while len(kept) > MOST:
        del kept[_least_missed(kept)]
    return tuple(kept)


def _least_missed(kept: list[Revision]) -> int:
    inner = range(1, len(kept) - 1)
    return min(inner, key=lambda place: (bool(kept[place].name), kept[place + 1].at.at - kept[place - 1].at.at))
