"""Files handed out of the app: for their owner only, never half written, never over another unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from store.errors import FileTrouble, RuleBroken
from store.frozen_record import record
from store.typed_path import is_there


@record(frozen=True, slots=True)
class HandedFile:
    """A file to be handed out."""

    name: str
    """Its name, safe on every system."""
    content: bytes
    """What stands in it."""


def write_private(path: Path, content: bytes, *, over: bool = False) -> None:
    """Write a file that only its owner may read; raises FileTrouble when that fails or one is there and `over` is not.

    A file that is written over is replaced in one step, so that it is never half old and half new.
    """
    target = path.with_name(f".{path.name}.{os.getpid()}") if over else path
    try:
        if over:  # a program of that number may have ended in the middle of it
            target.unlink(missing_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as trouble:
        raise _unwritten(path, trouble) from trouble
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if over:
            target.replace(path)
    except OSError as trouble:
        target.unlink(missing_ok=True)
        raise _unwritten(path, trouble) from trouble


def taken_names(folder: Path, files: Iterable[HandedFile]) -> tuple[str, ...]:
    """The names of these files that something in the folder has already, links that lead nowhere included."""
    return tuple(one.name for one in files if is_there(folder / one.name))


def write_all(folder: Path, files: tuple[HandedFile, ...], *, over: bool = False) -> tuple[Path, ...]:
    """Write all of these files into the folder, which is made when only itself is missing, or none of them.

    Raises RuleBroken when one is there and `over` is not, and FileTrouble when one cannot be written; the
    new ones are gone again then.
    """
    taken = taken_names(folder, files)
    if taken and not over:
        others = f", and {len(taken) - 1} more" if len(taken) > 1 else ""
        raise RuleBroken(f"{folder / taken[0]} is there already{others}. Nothing was written; name another folder.")
    _make_folder(folder)
    written: list[Path] = []
    try:
        for one in files:
            write_private(folder / one.name, one.content, over=one.name in taken)
            written.append(folder / one.name)
    except FileTrouble as trouble:
        for path in written:
            if path.name not in taken:
                path.unlink(missing_ok=True)
        raise FileTrouble(f"{trouble} None of the {len(files)} files was kept.") from trouble
    return tuple(written)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as trouble:
        raise FileTrouble(f"The folder {folder} cannot be made: {trouble.strerror or trouble}.") from trouble


def _unwritten(path: Path, trouble: OSError) -> FileTrouble:
    return FileTrouble(f"{path} cannot be written: {trouble.strerror or trouble}.")
