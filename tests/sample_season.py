"""An invented season in which every kind of record stands twice: with every field filled, and with as few as may be.

.venv/bin/python -m tests.sample_season writes it as tests/samples/format-N.json, once, when there is a new format.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from datetime import UTC, date, datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from store.file_reading import FORMAT
from store.moments import Moment
from store.season import Season
from store.season_file import SeasonFile
from store.season_tables import RECORDS, SINGLE, with_records

SAMPLES = Path(__file__).parent / "samples"
SIMPLE: dict[Any, Any] = {
    int: 3,
    date: date(2027, 3, 1),
    Moment: Moment(datetime(2026, 11, 24, 13, 5, tzinfo=UTC), "America/Chicago"),
}


def sample_season() -> Season:
    """That season; the same at every call."""
    tables: dict[str, tuple[Any, ...]] = {}
    for table, cls in RECORDS.items():
        filled = _filled(cls, "first")
        tables[table] = (filled,) if table in SINGLE else (filled, _bare(cls, "second"))
    return with_records(Season(), tables)


def sample_path(number: int = FORMAT) -> Path:
    """Where the sample file of that format is."""
    return SAMPLES / f"format-{number}.json"


def _filled(cls: type[Any], which: str) -> Any:
    hints = get_type_hints(cls)
    return cls(**{field.name: _value(cls, field, hints[field.name], which) for field in fields(cls)})


def _bare(cls: type[Any], which: str) -> Any:
    hints = get_type_hints(cls)
    needed = [field for field in fields(cls) if field.default is MISSING]
    return cls(**{field.name: _value(cls, field, hints[field.name], which) for field in needed})


def _value(cls: type[Any], field: Field[Any], hint: Any, which: str) -> Any:
    name = field.name
    if name == "id" or name.endswith("_id"):
        return f"{'sample' if name == 'id' else name.removesuffix('_id')}-{which}" if name != "program_id" else _owner()
    if name.endswith("zone"):
        return "America/St_Johns"
    if hint is bool:
        return field.default is not True
    if name in ("order", "left_out"):
        return (_owner(),)
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return (_plain(inner, cls, name, which),)
    if get_origin(hint) is UnionType:
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    return _plain(hint, cls, name, which)


def _plain(hint: Any, cls: type[Any], name: str, which: str) -> Any:
    if hint is str:
        return f"{cls.__name__} {name.replace('_', ' ')}, “grüße” 安"
    if hint in SIMPLE:
        return SIMPLE[hint]
    if hasattr(hint, "__members__"):
        return list(hint)[-1]
    return _filled(hint, which)


def _owner() -> str:
    return "sample-first"


def write_sample() -> None:
    """Write the sample of the present format; nothing is written over one that is there."""
    path = sample_path()
    if path.exists():
        raise SystemExit(f"{path.name} is there already. A change of shape needs a new format number and an upgrade.")
    with SeasonFile.open(path) as file:
        file.save(sample_season())
    path.with_name(f".{path.name}.lock").unlink(missing_ok=True)


if __name__ == "__main__":
    write_sample()
