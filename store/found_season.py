"""A season read from a file that is not the one in use, such as a backup: strictly, and without touching it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from store.atomic_storage import AtomicStorage
from store.disk import Disk
from store.errors import FileTrouble
from store.frozen_record import record
from store.plain_values import Tables, Values
from store.record_json import Written, opened_season


@record(frozen=True, slots=True)
class Found:
    """What a season file holds."""

    written: Written
    """The season, and what was set aside."""
    tables: Tables
    """The tables as they stand in the file; not to be changed in place."""
    meta: Values
    """What the file says about itself."""
    as_written: bool
    """True when the checksum in the file fits."""


def found_at(path: Path, disk: Disk) -> Found:
    """The season in that file; raises FileTrouble, or Damaged when what can be read makes no season."""
    storage = AtomicStorage(path, disk=disk)
    if not storage.exists:
        raise FileTrouble(f"“{path}” is not there.")
    written = opened_season(storage.tables, storage.meta, path)
    return Found(written, storage.tables, storage.meta, not storage.notice)


def saved_in(found: Found) -> datetime | None:
    """When the file says that it was last saved; None when it does not, or not in a way that can be understood."""
    said = found.meta.get("saved")
    try:
        at = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None
