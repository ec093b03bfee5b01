"""A path as a person typed it, made into one that the system takes, or refused in a sentence."""

from __future__ import annotations

import os
from pathlib import Path

from store.errors import RuleBroken
from store.safe_write import why


def typed_path(text: str) -> Path:
    """The path that was typed, with `~` and `~name` followed; nothing need be there.

    Raises RuleBroken for a `~name` that names nobody, and for what can never be a path on this machine.
    """
    try:
        path = Path(text).expanduser()
    except RuntimeError:
        first = text.replace("\\", "/").partition("/")[0]
        raise RuleBroken(
            f"“{first[:60]}” is nobody's folder on this machine. Write the whole path, or begin with ~/ or ./ instead."
        ) from None
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        pass  # what is to be done there says it better
    except OSError as error:
        raise RuleBroken(f"“{_shortened(text)}” is no path that this machine can use: {why(error)}.") from error
    except ValueError:
        raise RuleBroken(f"“{_shortened(text)}” is no path that this machine can use.") from None
    return path


def pasted_path(text: str) -> Path:
    """The path that was typed or pasted into a field, with blanks and quotes around it taken off; raises RuleBroken."""
    return typed_path(text.strip().strip("'\""))


def is_folder(path: Path) -> bool:
    """Is a folder there? A path that cannot be looked at is none."""
    return os.path.isdir(path)  # noqa: PTH112 Path.is_dir raises where it may not look


def is_there(path: Path) -> bool:
    """Is anything there, a link that leads nowhere included? A path that cannot be looked at is none."""
    return os.path.lexists(path)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
