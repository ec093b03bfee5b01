"""Tables left in the lines of the file they were read from; a record is parsed when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from store.field_values import text
from store.late_values import Unread
from store.plain_values import Entry, KeptTable, Line, Table, Tables, Values, strictly_parsed

LATE: Mapping[str, bytes] = {"letters": b'"body": "'}
"""The one field of a table that holds nearly all of its bytes, and stays in the file until it is read."""
_LINES = 128
"""Lines parsed at a time: few enough that their plain values never fill the memory."""
_CUT = "\0"
"""Stands for a text left out while its line is parsed; no text of a season holds it."""
_CUT_SPELLED = b"\\u0000"
_BRACE = ord("}")
_COMMA = ord(",")
_BACKSLASH = ord("\\")


class LateText(tuple[bytes, int], Unread):
    """A text that is still in the bytes of its file: these, and the place of the one quotation mark before it."""

    __slots__ = ()

    def read(self) -> str:
        """The text, cleaned as every text is that comes from a file."""
        data, first = self
        return text(strictly_parsed(data[first : data.index(b'"', first + 1) + 1]))


class LinedTable(KeptTable):
    """A table of which each record has a line of its own in the bytes of a file; what it gives is parsed anew."""

    def __init__(self, data: bytes, starts: list[int], late: bytes = b"") -> None:
        """`starts` are the places where its lines begin, and where the last one is over."""
        self._data, self._starts, self._late = data, starts, late

    def __len__(self) -> int:
        return len(self._starts) - 1

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Its records by number, each the same object whenever it is asked for."""
        data: bytes = self._data
        found: dict[str, Entry] = {}
        for start, stop in zip(self._starts, self._starts[1:], strict=False):
            colon = data.index(b'": ', start, stop)
            last = stop - 2 if data[stop - 2] == _COMMA else stop - 1
            found[data[start + 1 : colon].decode()] = Line(data, colon + 3, last)
        return found

    def parsed(self) -> Iterator[list[Values]]:
        """The values of its records in order, some hundred at a time; a late field may hold an `Unread` text.

        Raises ValueError for what is no JSON.
        """
        for first in range(0, len(self), _LINES):
            last = min(first + _LINES, len(self))
            yield self._without_late(first, last) if self._late else self._parsed(first, last)

    def _parsed(self, first: int, last: int) -> list[Values]:
        return _records_in(self._data[self._starts[first] : self._starts[last]], last - first)

    def _without_late(self, first: int, last: int) -> list[Values]:
        pieces, texts = self._cut(first, last)
        try:
            records = _records_in(b"".join(pieces), last - first)
        except ValueError:
            return self._parsed(first, last)
        name = self._late.split(b'"')[1].decode()
        for values, late in zip(records, texts, strict=True):
            if late is not None:
                if values.get(name) != _CUT:  # what was cut out is the field of an item within the record
                    return self._parsed(first, last)
                values[name] = late
        return records

    def _cut(self, first: int, last: int) -> tuple[list[bytes], list[LateText | None]]:
        """Those lines without their late texts, and these; a text with quotation marks in it stays where it is."""
        data, late, find = self._data, self._late, self._data.find
        opening = len(late) - 1
        pieces: list[bytes] = []
        texts: list[LateText | None] = []
        begin = self._starts[first]
        for stop in self._starts[first + 1 : last + 1]:
            opens = find(late, begin, stop) + opening
            closes = find(b'"', opens + 1, stop) if opens >= opening else -1
            if closes < 0 or data[closes - 1] == _BACKSLASH:
                texts.append(None)
            else:
                texts.append(LateText((data, opens)))
                pieces.append(data[begin : opens + 1])
                pieces.append(_CUT_SPELLED)
                begin = closes
            pieces.append(data[begin:stop])
            begin = stop
        return pieces, texts


def lined_tables(data: bytes, start: int) -> Tables:
    """The tables in these bytes of a file as this program writes it, from that place on.

    Raises ValueError when the lines are laid out in another way.
    """
    tables: dict[str, Table] = {}
    while data[start] != _BRACE:
        stop = data.index(b"\n", start)
        named, _, opening = data[start:stop].rpartition(b": ")
        name = str(strictly_parsed(named))
        starts = [stop + 1]
        if opening == b"{":
            starts = _starts(data, stop + 1)
            stop = data.index(b"\n", starts[-1])
        elif opening.rstrip(b",") != b"{}":
            raise ValueError(f"{name} is not a table")
        tables[name] = LinedTable(data, starts, LATE.get(name, b""))
        start = stop + 1
    return tables


def _starts(data: bytes, start: int) -> list[int]:
    starts = [start]
    index = data.index
    while data[start] != _BRACE:
        start = index(b"\n", start) + 1
        starts.append(start)
    return starts


def _records_in(lines: bytes, count: int) -> list[Values]:
    parsed: dict[str, Any] = strictly_parsed(b"{%s}" % lines.rstrip(b",\n"))
    if len(parsed) != count:
        raise ValueError("a record number stands there twice")
    return list(parsed.values())
