"""A question to the person at the terminal."""

from __future__ import annotations

import sys

from store.clean_text import clean


def agreed(question: str) -> bool:
    """True when the person answers yes; anything else, silence too, is a no."""
    sys.stdout.flush()
    sys.stderr.write(f"{clean(question)} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
