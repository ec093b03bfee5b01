"""Writing in the person's own editor: what comes back counts only when the editor ended well."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from store.clean_text import clean_body
from store.errors import RuleBroken, SeasonError

Suspend = Callable[[], AbstractContextManager[None]]
LEAVES_AT_ONCE = frozenset({"code", "cursor", "subl"})
"""Editors that give the terminal back before the file is closed, unless told to wait."""


def editor_command(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The command of VISUAL, or else of EDITOR; raises RuleBroken when there is none or it makes no sense."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environment.get(variable, ""))
        except ValueError as error:
            raise RuleBroken(f"{variable} cannot be understood as a command: {error}.") from error
        if words:
            waits = Path(words[0]).name not in LEAVES_AT_ONCE or "--wait" in words or "-w" in words
            return tuple(words) if waits else (*words, "--wait")
    raise RuleBroken("No editor is set. Set VISUAL or EDITOR, for example EDITOR=nano, and start again.")


def edit_outside(
    text: str,
    keep: Callable[[str], object],
    *,
    suspend: Suspend,
    no_color: bool = False,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Open that text in the editor, hand what comes back to `keep`, and say what happened.

    `suspend` gives the terminal away and takes it back, or raises SeasonError with the reason why not.
    The temporary file goes only after `keep` has returned: while the new text is not safe elsewhere, the
    words name the file. `no_color` tells the editor of NO_COLOR, which Textual takes out of the environment.
    """
    given = dict(os.environ if environment is None else environment)
    if no_color:
        given["NO_COLOR"] = "1"
    try:
        command = editor_command(given)
    except RuleBroken as refused:
        return str(refused)
    try:
        path = _written(text)
    except OSError as error:
        return f"No file for the editor could be written: {error.strerror}. The text stays as it was."
    trouble = _run((*command, str(path)), given, suspend)
    if trouble:
        if _is_unchanged(path, text):
            path.unlink(missing_ok=True)
            return f"{trouble} The text stays as it was."
        return f"{trouble} The text stays as it was; what the editor wrote is in {path}."
    return _taken_back(path, text, keep)


def _written(text: str) -> Path:
    number, name = tempfile.mkstemp(prefix="prematch-", suffix=".txt")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)


def _run(command: tuple[str, ...], environment: dict[str, str], suspend: Suspend) -> str:
    # ctrl+c belongs to the editor; a handler, unlike SIG_IGN, is not passed on to it
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        with suspend():
            done = subprocess.run(command, env=environment, check=False)
    except SeasonError as refused:
        return str(refused)
    except OSError as error:
        return f"{command[0]} could not be started: {error.strerror}."
    finally:
        signal.signal(signal.SIGINT, before)
    if done.returncode:
        return f"{command[0]} ended with {done.returncode}."
    return ""


def _is_unchanged(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return True


def _taken_back(path: Path, text: str, keep: Callable[[str], object]) -> str:
    try:
        written = path.read_bytes().decode("utf-8")
    except OSError as error:
        return f"The editor's file cannot be read: {error.strerror}. The text stays as it was."
    except UnicodeDecodeError:
        return f"The editor did not save UTF-8, so the text stays as it was. What it wrote is in {path}."
    if written.endswith("\n") and not text.endswith("\n"):
        written = written.removesuffix("\n").removesuffix("\r")  # most editors end the last line
    if written == text:
        path.unlink(missing_ok=True)
        return "Nothing was changed."
    try:
        keep(clean_body(written))
    except SeasonError as refused:
        return f"{refused} What the editor wrote is in {path}."
    path.unlink(missing_ok=True)
    return "Taken over from the editor."
