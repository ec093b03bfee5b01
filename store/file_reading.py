"""The bytes of a season file turned into tables, strictly: whatever is wrong becomes one sentence."""

from __future__ import annotations

import gc
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, NoReturn

from store.errors import Damaged, FileTrouble
from store.lined_tables import lined_tables
from store.plain_values import (
    Odd,
    Tables,
    Values,
    finite_number,
    json_line,
    refuse_constant,
    strictly_parsed,
    whole_number,
)

FORMAT = 1
"""The number of the file shape this version writes."""
META = "_meta"
"""The table in which the file speaks about itself."""
LARGEST_REVISION = 10**14
"""Changes; a file that speaks of more was never saved so often, and no name of a step or a backup would hold them."""
LARGEST_FILE = 200_000_000
"""Bytes; twenty thousand letters take about an eighth of it."""

_HALF = "[\ud800-\udfff]"
_HALF_SPELLED = rb"\\u[dD][89a-fA-F]"

_REVISION = b'"' + META.encode() + rb'"\s*:\s*{\s*"1"\s*:\s*{[^{}]*?"revision"\s*:\s*(\d{1,15})\b'
_OPENING = b"{\n"
_HEAD = _OPENING + b'"' + META.encode() + b'": '


class Contents(NamedTuple):
    """What a season file holds."""

    tables: Tables
    """Every table but the one about the file itself."""
    meta: Values
    """What the file says about itself: format, revision, checksum, and whatever else stands there."""
    digest: str
    """Checksum of the bytes after the first two lines."""
    head: bytes
    """The first two lines."""
    as_written: bool
    """True when the checksum in the file fits, so that nobody else has changed it."""

    @property
    def format(self) -> int:
        """The number of the file's shape."""
        return int(self.meta["format"])


def season_contents_of(data: bytes, name: str) -> Contents:
    """The same as `contents_of`, with the records of a file that fits its checksum left in their lines."""
    head, digest = _fingerprint(data)
    if not _claims(head, digest):
        return contents_of(data, name)
    try:
        first = strictly_parsed(b"{%s}" % head[len(_OPENING) :].rstrip(b",\n"))
        with no_collecting():
            tables = lined_tables(data, len(head))
    except (ValueError, IndexError):
        return contents_of(data, name)
    meta = _meta(first, name)
    return Contents(tables, meta, digest, head, meta.get("checksum") == digest)


def contents_of(data: bytes, name: str) -> Contents:
    """The contents of these bytes of the file called `name`.

    A file whose checksum fits was written by this program and is read the quick way; any other
    is read with every check. Raises FileTrouble.
    """
    _refuse_damage(data, name)
    head, digest = _fingerprint(data)
    as_written = _claims(head, digest)
    with no_collecting():
        tables = _parsed(data.removeprefix(b"\xef\xbb\xbf"), name, careful=not as_written)
        if not as_written and re.search(_HALF_SPELLED, data):
            tables = _without_halves(tables)
    meta = _meta(tables, name)
    if not as_written:
        _refuse_wrong_tables(tables, name)
    as_written = as_written and meta.get("checksum") == digest
    return Contents(tables, meta, digest, head, as_written)


def head_and_digest(body: Iterable[bytes], meta: Values) -> tuple[bytes, str]:
    """The first two lines of a file with that body, and the body's checksum.

    The body is everything after them: the other tables, and the closing brace.
    """
    digest = hashlib.sha256()
    first = b""
    for piece in body:
        first = first or piece
        digest.update(piece)
    line = json_line({"1": {**meta, "checksum": digest.hexdigest()}}).encode()
    return _HEAD + line + (b"\n" if first.startswith(b"}") else b",\n"), digest.hexdigest()


def same_file(data: bytes, head: bytes, digest: str) -> bool:
    """Do these bytes have the same first lines and the same rest?"""
    return _fingerprint(data) == (head, digest)


def sound(data: bytes) -> bool:
    """Does the checksum in these bytes fit them, so that they are as this program wrote them?"""
    head, digest = _fingerprint(data)
    return _claims(head, digest)


def revision_told(data: bytes) -> int:
    """The revision that these bytes speak of, nothing else of them being read; 0 when they do not."""
    told = re.search(_REVISION, data)
    return int(told[1]) if told else 0


def _claims(head: bytes, digest: str) -> bool:
    return f'"checksum": "{digest}"'.encode() in head


def _fingerprint(data: bytes) -> tuple[bytes, str]:
    first = data.find(b"\n", 0, 100)
    second = data.find(b"\n", first + 1, 10_000) + 1 if first >= 0 and data.startswith(_HEAD) else 0
    return bytes(data[:second]), hashlib.sha256(memoryview(data)[second:]).hexdigest()


def _refuse_damage(data: bytes, name: str) -> None:
    if not data:
        _refuse(name, "is empty, as after a crash")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse(name, "is stored as UTF-16; store it as UTF-8 and try again")
    if b"\0" in data:
        _refuse(name, "holds zero bytes, as after a power cut")
    if not data[:1000].strip() and not data.strip():
        _refuse(name, "holds nothing but blanks")


def _parsed(data: bytes, name: str, *, careful: bool) -> Any:
    try:
        return json.loads(
            data.decode(),
            object_pairs_hook=_without_doubles if careful else None,
            parse_constant=refuse_constant,
            parse_float=finite_number,
            parse_int=whole_number,
        )
    except UnicodeDecodeError as error:
        _refuse(name, f"is not UTF-8 text (byte {error.start + 1:,})", error)
    except json.JSONDecodeError as error:
        _refuse(name, f"is damaged at line {error.lineno:,}, column {error.colno:,} ({_reason(error)})", error)
    except Odd as error:
        _refuse(name, str(error), error)
    except RecursionError as error:
        _refuse(name, "has lists or records nested without end", error)


def _reason(error: json.JSONDecodeError) -> str:
    # Python's words go on with the place, which is told already.
    return error.msg.lower().removesuffix(" at").removesuffix(" starting").rstrip(": ")


def _refuse_wrong_tables(tables: Any, name: str) -> None:
    for table_name, table in tables.items():
        if type(table) is not dict:
            _refuse(name, f"is not laid out as a season: “{table_name[:60]}” should be a table of records")
        numbers: set[int] = set()
        for key, record in table.items():
            if not (key.isascii() and key.isdigit() and len(key) < 16):
                _refuse(name, f"has a record numbered “{key[:60]}” in {table_name[:60]}; a whole number belongs there")
            if int(key) in numbers:
                _refuse(name, f"has two records with the number {int(key)} in {table_name[:60]}")
            if type(record) is not dict:
                _refuse(name, f"has something in {table_name[:60]}, number {key}, that is not a record")
            numbers.add(int(key))


def _meta(tables: Any, name: str) -> Values:
    if type(tables) is not dict:
        _refuse(name, "is not a season: it holds a list or a single value")
    table = tables.pop(META, None)
    records: list[Any] = list(table.values()) if type(table) is dict else []
    if len(records) != 1 or type(records[0]) is not dict or "format" not in records[0]:
        _refuse(name, "is valid JSON, but nothing in it says that it is a season")
    meta: Values = records[0]
    if type(meta["format"]) is not int or meta["format"] < 1:
        _refuse(name, "has a format number that is not a number from 1 on")
    if meta["format"] > FORMAT:
        newer = f"was written by a newer version (format {meta['format']}, this one reads up to {FORMAT})"
        raise FileTrouble(f"“{name}” {newer}. It was left as it is.")
    if type(meta.setdefault("revision", 0)) is not int or meta["revision"] < 0:
        _refuse(name, "has a revision that is not a whole number")
    if meta["revision"] > LARGEST_REVISION:  # written by hand; the next save counts on from the undo steps
        meta["revision"] = 0
    return meta


def _without_doubles(pairs: list[tuple[str, Any]]) -> Values:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [key for key, _ in pairs]
        double = next(key for key in names if names.count(key) > 1)
        raise Odd(f"has “{double[:60]}” twice in one place")
    return found


def _without_halves(value: Any) -> Any:
    """That value without half characters, which JSON can spell and no file can hold."""
    if type(value) is dict:
        return {re.sub(_HALF, "", key): _without_halves(item) for key, item in value.items()}
    if type(value) is list:
        return [_without_halves(item) for item in value]
    return re.sub(_HALF, "", value) if type(value) is str else value


def _refuse(name: str, what: str, cause: Exception | None = None) -> NoReturn:
    raise Damaged(f"“{name}” {what}. It was left as it is.") from cause


@contextmanager
def no_collecting() -> Iterator[None]:
    """Hold the collector back: of thousands of new records none is garbage, and looking takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
