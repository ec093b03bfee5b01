"""The terminal, the clipboard and the editor of this machine, as far as they matter here."""

from __future__ import annotations

import os
import shutil
import sys

from store.errors import RuleBroken
from tui.clipboard import commands_for
from tui.external_editor import editor_command


def surroundings() -> dict[str, str]:
    """What was found, by what it is."""
    return {"terminal": _terminal(), "clipboard": _clipboard(), "editor": _editor()}


def _terminal() -> str:
    name = os.environ.get("TERM", "") or "unnamed"
    if not (sys.stdout is not None and sys.stdout.isatty()):
        return f"{name}; what is printed here goes to a file or a pipe"
    size = shutil.get_terminal_size()
    return f"{name}, {size.columns}x{size.lines}, {(sys.stdout.encoding or 'unknown').lower()}"


def _clipboard() -> str:
    found = [command[0] for command in commands_for(os.environ) if shutil.which(command[0])]
    return f"by {found[0]}" if found else "through the terminal, where it allows it"


def _editor() -> str:
    try:
        command = editor_command(os.environ)
    except RuleBroken as none:
        return str(none)
    missing = "" if shutil.which(command[0]) else ", which cannot be found"
    return " ".join(command) + missing
