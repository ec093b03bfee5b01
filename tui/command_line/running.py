"""Runs one command: finds what carries it out, and turns every refusal into one sentence and an exit code."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING, TypeAlias, cast

from store.errors import Damaged, FileTrouble, SeasonError, Unclear
from tui.command_line.speaking import finish, prepare_streams, turn_away, words

if TYPE_CHECKING:
    from argparse import Namespace

DONE, FOUND, REFUSED, TROUBLE = 0, 1, 2, 3
"""Exit codes."""
BROKEN_OFF = 130
WAY_OUT = "`prematch doctor` says what can be done about it."

Command: TypeAlias = "Callable[[Namespace], int]"


def run(argv: Sequence[str]) -> int:
    """Carry out one command that needs no full screen; its exit code."""
    prepare_streams()
    return guarded(lambda: carried_out(understood(argv)))


class HeardOnce:
    """Around a whole run: ctrl+c counts once, and more of it breaks off neither what is said of it nor what is tidied.

    The program ends behind it, so that what is pressed by then counts for nothing.
    """

    def __init__(self) -> None:
        self.heard = False
        """True from the first ctrl+c on."""

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Break off what is done, the first time."""
        if not self.heard:
            self.heard = True
            raise KeyboardInterrupt

    def __enter__(self) -> None:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # begun where ctrl+c counts at all
            signal.signal(signal.SIGINT, self)

    def __exit__(self, *left_by: object) -> None:
        if signal.getsignal(signal.SIGINT) is self:
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def guarded(action: Callable[[], int]) -> int:
    """The action's exit code; whatever it refuses is said in words and becomes one too."""
    try:
        code = action()
        finish()
    except FileTrouble as trouble:
        words(f"{trouble} {WAY_OUT}" if isinstance(trouble, Damaged) else str(trouble))
        return TROUBLE
    except Unclear as question:
        words(str(question))
        for choice in question.choices:
            words(f"  {choice}")
        return REFUSED
    except SeasonError as refusal:
        words(str(refusal))
        return REFUSED
    except BrokenPipeError:
        turn_away()
        return DONE
    except KeyboardInterrupt as stop:
        from tui.command_line.stopping import tell_of

        tell_of(stop)
        return BROKEN_OFF
    except SystemExit as left:  # argparse leaves this way after printing help
        return int(left.code or 0)
    return code


def understood(argv: Sequence[str]) -> Namespace:
    """The command line as options; raises Misused, or SystemExit after help was printed."""
    from tui.command_line.parser import parsed  # the opening of the full screen needs no parser

    options = parsed(argv)
    options.file = options.file or os.environ.get("PREMATCH_FILE", "")
    return options


def carried_out(options: Namespace) -> int:
    """The exit code of the command that was asked for."""
    if options.command is None:
        words("Name a command; `prematch --help` lists them.")
        return REFUSED
    module, _, function = options.does.partition(":")
    command = cast("Command", getattr(import_module(f"tui.command_line.{module}"), function))
    _write_days_as_set(options)
    return command(options)


def _write_days_as_set(options: Namespace) -> None:
    """In the order of the settings; in JSON, which programs read, always in the one that holds when nothing is set."""
    from store.dates import write_days
    from store.places import config_path
    from tui.settings import Settings
    from tui.settings_file import read_settings

    in_json = getattr(options, "json", False)
    write_days((Settings() if in_json else read_settings(config_path())).dates)
