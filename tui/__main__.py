"""The `prematch` command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command line; the exit code of the program.

    Hardly anything that is made by a command, or before the first picture, is garbage; so the collector rests from
    before the first import on, and the full screen wakes it. What is left at the end is set apart from
    garbage, or Python would look through it once more before it ends: with a very large season that takes 40 ms.
    """
    gc.disable()
    from tui.command_line.running import HeardOnce
    from tui.entrance import enter

    try:
        with HeardOnce():
            return enter(sys.argv[1:] if argv is None else argv)
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
