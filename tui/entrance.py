"""What a command line leads to: the full screen, or one command in plain words."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import ModuleType

from tui.command_line.running import REFUSED, carried_out, guarded, understood
from tui.command_line.speaking import prepare_streams
from tui.plain_start import DEMO, Start, plain_start

NEEDS_A_TERMINAL = (
    "The full screen needs a terminal. `prematch agenda --plain` says what is due, "
    "and `prematch --help` lists everything else."
)
DEMO_IN_LINES = (
    "The full screen needs a terminal. `prematch demo --out demo.json` puts the made-up season into a file, "
    "and `prematch --file demo.json review` goes through it in plain lines."
)


def enter(argv: Sequence[str]) -> int:
    """Open the full screen when no other command is given; the exit code of the program."""
    prepare_streams()
    return guarded(lambda: _done(argv))


def _done(argv: Sequence[str]) -> int:
    start = plain_start(argv)
    if start is None:
        options = understood(argv)
        if options.command is not None and (options.command != DEMO or options.out):
            return carried_out(options)
        start = Start.of(options)
    if plainly_wanted(start):
        return carried_out(understood((*argv, "review")))
    return _full_screen(start)


def plainly_wanted(start: Start) -> bool:
    """Does this terminal, or the person, ask for plain lines in place of a screen that is drawn?

    A view that is named with `--at` is drawn all the same where it can be; so is the made-up season.
    """
    if os.environ.get("TEXTUAL_DRIVER") or start.view or start.demo or not _is_someone_there():
        return False
    return os.environ.get("TERM") == "dumb" or bool(os.environ.get("ACCESSIBLE"))


def _full_screen(start: Start) -> int:
    if not _at_a_terminal():
        sys.stderr.write(f"{DEMO_IN_LINES if start.demo else NEEDS_A_TERMINAL}\n")
        return REFUSED
    from store.places import season_path
    from store.season_file import SeasonFile
    from tui.clock import the_clock

    clock = the_clock(now=start.now, home=start.home)
    if start.no_color:
        os.environ["NO_COLOR"] = "1"
    elif not os.environ.get("NO_COLOR"):  # Textual takes an empty one for a wish, which the convention does not
        os.environ.pop("NO_COLOR", None)
    path = season_path(start.file or os.environ.get("PREMATCH_FILE", ""))
    begun = None if start.demo else SeasonFile.begin(path)  # the disk has its time while Textual is loaded
    _quicken_escape()
    _keep_still()
    _leave_out_encryption()
    leave_out_their_palette()
    from tui.opening import run_app

    return run_app(path, clock=clock, demo=start.demo, at=start.view, begun=begun)


def _quicken_escape() -> None:
    """Settle how long the key `esc` waits for company; Textual reads this once, when it is imported."""
    os.environ.setdefault("ESCDELAY", "25")  # milliseconds; Textual would wait 100
    if "WT_SESSION" in os.environ:  # Windows Terminal answers the Kitty protocol and then loses keys of other layouts
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def _keep_still() -> None:
    """Nothing glides or fades unless the person has asked for it; Textual reads this once, when it is imported."""
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")


def _leave_out_encryption() -> None:
    """Let the event loop come up as in a Python built without TLS: nothing here opens a connection.

    asyncio would load all of OpenSSL, which no picture needs and every start would wait for. Who imports `ssl`
    later gets it.
    """
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # as Python has it for a module that cannot be imported
    try:
        import asyncio  # noqa: F401 as it is loaded here, so it stays
    finally:
        del sys.modules["ssl"]


def leave_out_their_palette() -> None:
    """Load Textual without the command palette it brings, and the menus, buttons and trees that come with that.

    The palette is switched off here for one of ours, so that nothing is asked of what Textual takes from it for
    itself: a stand-in has these names while Textual is loaded. Who imports `textual.command` later gets it whole.
    """
    if "textual.app" in sys.modules:
        return
    loaded = {*sys.modules}
    sys.modules["textual.command"] = stand_in = _switched_off_palette()
    try:
        import textual.app  # noqa: F401 as it is loaded here, so it stays
    except ImportError:  # it takes more from there by now, and is loaded anew and whole when it is next asked for
        for name in [each for each in sys.modules if each.startswith("textual") and each not in loaded]:
            del sys.modules[name]
    finally:
        if sys.modules.get("textual.command") is stand_in:
            del sys.modules["textual.command"]


def _switched_off_palette() -> ModuleType:
    """The names that Textual takes from `textual.command` for itself, with nothing behind them."""
    palette = ModuleType("textual.command")
    for name in ("CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider", "SimpleProvider"):
        setattr(palette, name, type(name, (), {}))
    return palette


def _at_a_terminal() -> bool:
    if os.environ.get("TEXTUAL_DRIVER"):  # a page in a browser takes the terminal's place
        return True
    return os.environ.get("TERM") != "dumb" and _is_someone_there()


def _is_someone_there() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
