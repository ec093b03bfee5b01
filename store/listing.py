"""Several things named in one run of words."""

from __future__ import annotations

from collections.abc import Sequence


def listed(things: Sequence[str]) -> str:
    """Those things as people say them: `a`, `a and b`, `a, b and c`; empty for none."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"
