"""The `prematch` command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command line; the exit code of the program.

    Hardly anything that is made by a command, or before the first picture, is garbage; so the collector rests from
    before the first import on, and the full screen wakes it.
    """
    gc.disable()
    from tui.entrance import enter

    return enter(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
