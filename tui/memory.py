"""Keeps the garbage collector out of the way of the keys."""

from __future__ import annotations

import gc


def settle_memory() -> None:
    """Set what was made so far apart from garbage, so that collecting never makes a key wait.

    It is not looked through first: that takes some 30 ms, just when the first key comes, and finds next to nothing.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
