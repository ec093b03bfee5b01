"""The bytes of tables in blocks of records, so that a change of one record encodes one block and no more."""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_
from types import MappingProxyType
from typing import Any, NamedTuple

from store.file_reading import FORMAT, head_and_digest
from store.plain_values import Entry, Line, Table, Tables, entries_of, json_line, refuse_unplain

BLOCK = 32
"""Records in a block: about a fifth of a millisecond to encode."""


class Block(NamedTuple):
    """Some records of a table in a row, and their bytes."""

    keys: list[str]
    """Their numbers in the table."""
    records: list[Entry]
    """The records; held, so that none of them can be mistaken for a later one."""
    data: bytes
    """A record a line, with commas between."""


class EncodedTable(NamedTuple):
    """One table in blocks."""

    table: Table | None = None
    """The table the blocks stand for."""
    blocks: tuple[Block, ...] = ()
    """Its records."""

    def next(self, table: Table, name: str) -> EncodedTable:
        """That table encoded, with every block of this one in which nothing differs."""
        if table is self.table:
            return self
        entries = entries_of(table)
        keys, records = list(entries), list(entries.values())
        blocks = []
        for number, start in enumerate(range(0, len(keys), BLOCK)):
            own_keys, own_records = keys[start : start + BLOCK], records[start : start + BLOCK]
            old = self.blocks[number] if number < len(self.blocks) else None
            unchanged = old and old.keys == own_keys and all(map(is_, old.records, own_records))
            blocks.append(old if old and unchanged else _encode(own_keys, own_records, name, old))
        return EncodedTable(table, tuple(blocks))


class EncodedTables(NamedTuple):
    """All tables of a file, encoded."""

    tables: Mapping[str, EncodedTable] = MappingProxyType({})
    """Each by name."""

    def next(self, tables: Tables) -> EncodedTables:
        """These tables encoded, with everything of this value in which nothing differs.

        Raises FileTrouble for values that JSON does not carry.
        """
        empty = EncodedTable()
        return EncodedTables({name: self.tables.get(name, empty).next(table, name) for name, table in tables.items()})

    def body(self) -> list[bytes]:
        """The bytes of all tables and the brace that closes the file, in large pieces."""
        pieces: list[bytes] = []
        small: list[bytes] = []
        for place, (name, encoded) in enumerate(self.tables.items()):
            small.append(b"%s%s: {" % (b",\n" if place else b"", json_line(name).encode()))
            for number, block in enumerate(encoded.blocks):
                small.append(b",\n" if number else b"\n")
                if len(block.data) < 20_000:
                    small.append(block.data)
                    continue
                pieces += (b"".join(small), block.data)
                small.clear()
            small.append(b"\n}" if encoded.blocks else b"}")
        small.append(b"\n}\n" if self.tables else b"}\n")
        return [*pieces, b"".join(small)]


def whole_file(tables: Tables, about: Mapping[str, Any]) -> tuple[bytes, ...]:
    """A file of its own that holds these tables, piece by piece; `about` is what it says of itself beside its format.

    Raises FileTrouble for values that JSON does not carry.
    """
    body = EncodedTables().next(tables).body()
    head, _ = head_and_digest(body, {"format": FORMAT, **about})
    return head, *body


def _encode(keys: list[str], records: list[Entry], name: str, old: Block | None) -> Block:
    standing = _as_they_stand(keys, records)
    if standing is not None:
        return Block(keys, records, standing)
    checked = set(map(id, old.records)) if old else set()
    for key, values in zip(keys, records, strict=True):
        if isinstance(values, dict) and id(values) not in checked:
            own = values.get("id")
            refuse_unplain(values, f"{name}, record {own if isinstance(own, str) else key}")
    lines = (b'"%s": %s' % (key.encode(), _bytes_of(each)) for key, each in zip(keys, records, strict=True))
    return Block(keys, records, b",\n".join(lines))


def _bytes_of(entry: Entry) -> bytes:
    return entry.data[entry.first : entry.last] if isinstance(entry, Line) else json_line(entry).encode()


def _as_they_stand(keys: list[str], records: list[Entry]) -> bytes | None:
    """The bytes of these records where they follow one another under these numbers in the file they were read from."""
    first, last = records[0], records[-1]
    if not isinstance(first, Line) or not isinstance(last, Line):
        return None
    before = first
    for key, line in zip(keys[1:], records[1:], strict=True):
        if not isinstance(line, Line) or line.data is not before.data:
            return None
        if line.data[before.last : line.first] != b',\n"%s": ' % key.encode():
            return None
        before = line
    opening = b'"%s": ' % keys[0].encode()
    begin = first.first - len(opening)
    if first.data[begin : first.first] != opening:
        return None
    return first.data[begin : last.last]
