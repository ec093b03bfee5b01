"""The season in a browser on this machine: the address is printed, and works until ctrl+c."""

from __future__ import annotations

import asyncio
import os
import sys
from argparse import Namespace
from functools import partial
from importlib.util import find_spec

from store.errors import RuleBroken
from tui.command_line.desk import season_path_of
from tui.command_line.running import DONE
from tui.command_line.speaking import data, finish, words

MISSING = (
    "To show the season in a browser, prematch needs a part that is not installed: where it lives, "
    "`pip install 'textual-serve>=1.1.3,<1.2'`, or `pipx inject prematch 'textual-serve>=1.1.3,<1.2'`. "
    "Nothing was changed."
)
PIPE_CLOSED = "Whatever took the address has left, so this ends too: `prematch serve` alone stays. "
PORTS = range(65_536)


def serve(options: Namespace) -> int:
    """Show the full screen in one browser of this machine until ctrl+c; raises RuleBroken without the extra."""
    if find_spec("textual_serve") is None:
        raise RuleBroken(MISSING)
    if options.port not in PORTS:
        raise RuleBroken(f"{options.port} is not a port. Ports go from 1 to 65535; 0 takes one that is free.")
    from tui.serving.server import Ending, SeasonServer

    ending = Ending.TOLD
    server = SeasonServer(full_screen_command(options), port=options.port)
    try:
        ending = asyncio.run(server.run(partial(_opened, show=options.open)))
    except OSError as trouble:
        raise RuleBroken(
            f"Port {options.port} cannot be used: {os.strerror(trouble.errno or 0)}. "
            "Without `--port` a free one is taken."
        ) from trouble
    except KeyboardInterrupt:  # where no signal can be waited for
        pass
    words(f"{PIPE_CLOSED if ending is Ending.PIPE_CLOSED else ''}Saved, and closed.")
    return DONE


def _opened(address: str, *, show: bool) -> None:
    """Print the address, say what it is good for, and open it where that was asked for."""
    data(address)
    finish()
    words("Open this address in a browser on this machine. It works once, in one browser; nobody else can use it.")
    words("Nothing leaves the machine. ctrl+c here saves the season and ends it.")
    if show:
        from webbrowser import open as open_page

        open_page(address)


def full_screen_command(options: Namespace) -> tuple[str, ...]:
    """What starts the full screen as this command line asks for it."""
    start: list[str] = [sys.executable, "-m", "tui"]
    if not options.demo:
        start += ["--file", str(season_path_of(options).absolute())]
    for name, value in (("--now", options.now), ("--home", options.home), ("--at", options.view)):
        start += [name, value] if value else []
    start += ["--no-color"] if options.no_color else []
    return (*start, "demo") if options.demo else tuple(start)
