"""How the command line speaks: data on standard output, words on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from store.clean_text import clean
from store.errors import FileTrouble
from store.moments import Moment

if TYPE_CHECKING:
    from argparse import Namespace

FORMAT = 1
"""Version of every JSON object that is printed."""


def data(line: str = "") -> None:
    """A line that was asked for; raises FileTrouble when it cannot be written."""
    _put(f"{clean(line)}\n")


def words(sentence: str) -> None:
    """A sentence to the person; never part of the data. Where nobody can hear it nothing is said."""
    finish()
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{clean(sentence)}\n")
    except OSError:
        sys.stderr = _nowhere()


def warn(options: Namespace, sentence: str) -> None:
    """A sentence that asks to be heeded: behind its mark, or behind words where a mark is not read aloud."""
    words(f"{'Please note:' if is_plain(options) else '!'} {sentence}")


def as_json(values: Mapping[str, object]) -> None:
    """One JSON object as the only output; raises FileTrouble when it cannot be written."""
    _put(json.dumps({"format": FORMAT, **values}, ensure_ascii=False, indent=2) + "\n")


def finish() -> None:
    """Hand over everything printed so far; raises FileTrouble when it cannot be written."""
    _put("")


def turn_away() -> None:
    """From here on what is printed goes nowhere: whoever read it has left, or there is no room for it."""
    sys.stdout = _nowhere()


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 it stays open until the process ends


def _put(text: str) -> None:
    if sys.stdout is None:  # started without a standard output
        return
    try:
        sys.stdout.write(text)
        if not text:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as trouble:
        turn_away()
        raise FileTrouble(f"What was asked for could not be printed: {trouble.strerror or trouble}.") from trouble


def moment_values(name: str, moment: Moment | None) -> dict[str, str | None]:
    """A moment for JSON: ISO with offset under `name`, its zone under `name` and `_zone`."""
    if moment is None:
        return {name: None, f"{name}_zone": None}
    return {name: moment.local.isoformat(), f"{name}_zone": moment.zone}


def is_plain(options: Namespace) -> bool:
    """True when one fact a line is wanted: asked for, or because nothing finer can be shown."""
    return bool(options.plain) or os.environ.get("TERM") == "dumb" or bool(os.environ.get("ACCESSIBLE"))


def may_ask(options: Namespace) -> bool:
    """True when a person sits at the terminal, so that spoken dates can be repeated back and seen."""
    return not options.json and sys.stdin is not None and sys.stdin.isatty()


def prepare_streams() -> None:
    """Signs that the terminal's encoding lacks are shown as marks instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
