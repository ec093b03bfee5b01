"""The bytes of tables in blocks of records, so that a change of one record encodes one block and no more."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import is_

from store.plain_values import Table, Tables, Values, one_line, refuse_unplain

BLOCK = 64
"""Records in a block: about half a millisecond to encode."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some records of a table in a row, and their bytes."""

    keys: list[str]
    """Their numbers in the table."""
    records: list[Values]
    """The records; held, so that none of them can be mistaken for a later one."""
    data: bytes
    """A record a line, with commas between."""


@dataclass(frozen=True, slots=True)
class EncodedTable:
    """One table in blocks."""

    table: Table | None = None
    """The table the blocks stand for."""
    blocks: tuple[Block, ...] = ()
    """Its records."""

    def next(self, table: Table, name: str) -> EncodedTable:
        """That table encoded, with every block of this one in which nothing differs."""
        if table is self.table:
            return self
        keys, records = list(table), list(table.values())
        blocks = []
        for number, start in enumerate(range(0, len(keys), BLOCK)):
            own_keys, own_records = keys[start : start + BLOCK], records[start : start + BLOCK]
            old = self.blocks[number] if number < len(self.blocks) else None
            unchanged = old and old.keys == own_keys and all(map(is_, old.records, own_records))
            blocks.append(old if old and unchanged else _encode(own_keys, own_records, name))
        return EncodedTable(table, tuple(blocks))


@dataclass(frozen=True, slots=True)
class EncodedTables:
    """All tables of a file, encoded."""

    tables: dict[str, EncodedTable] = field(default_factory=dict)
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
            small.append(b"%s%s: {" % (b",\n" if place else b"", one_line(name).encode()))
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


def _encode(keys: list[str], records: list[Values], name: str) -> Block:
    lines = []
    for key, values in zip(keys, records, strict=True):
        own = values.get("id")
        refuse_unplain(values, f"{name}, record {own if isinstance(own, str) else key}")
        lines.append(f'"{key}": {one_line(values)}')
    return Block(keys, records, ",\n".join(lines).encode())
