"""The bytes of a file that somebody names to be taken in, or one sentence on why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from store.errors import FileTrouble


def bytes_of(path: Path, *, limit: int, kind: str) -> bytes:
    """The bytes of that file, one beyond the limit at most: a file that is too large is told by it.

    `kind` is what to name inside a folder, such as `.ics`. Raises FileTrouble.
    """
    try:
        with path.open("rb") as source:
            return source.read(limit + 1)
    except FileNotFoundError:
        raise FileTrouble(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise FileTrouble(f"{path} is a folder; name the {kind} file inside it.") from None
    except OSError as trouble:
        raise FileTrouble(f"{path} cannot be read: {trouble.strerror or trouble}. Nothing was changed.") from None
