"""Both sets of signs are complete, one cell wide, and told apart."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from store.lane_cells import Edge
from store.lanes import EventKind, SpanKind
from tui.glyphs import ASCII, LEGEND, UNICODE, Glyphs, legend


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_every_mark_has_a_sign_of_its_own_one_cell_wide(glyphs: Glyphs) -> None:
    assert set(glyphs.marks) == {None, *EventKind, *SpanKind, *Edge}
    assert len(set(glyphs.marks.values())) == len(glyphs.marks)
    others = (glyphs.today, glyphs.open, glyphs.folded, glyphs.more, glyphs.none)
    assert {cell_len(sign) for sign in (*glyphs.marks.values(), *others)} == {1}


def test_the_ascii_set_is_ascii() -> None:
    assert "".join((*ASCII.marks.values(), ASCII.today, ASCII.open, ASCII.folded, ASCII.more, ASCII.none)).isascii()


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Fenwick", "Fenwick"),
        ("Peñasco", "Penasco"),
        ("Łódź", "Lodz"),
        ("St. Mary’s – East", "St. Mary's - East"),
        ("Ελένη Παπαδάκη", "Eleni Papadaki"),
        ("Сергей Щедрин", "Sergei Sedrin"),
        ("محمد", "mhmd"),
        ("חולים", "hvlym"),
        ("김민수", "gimisu"),
        ("نقطة ٣", "nqtt 3"),
        ("東京", "??"),
        ("★ one", "? one"),
    ],
)
def test_names_are_spelled_with_the_nearest_plain_letters(name: str, spelled: str) -> None:
    assert ASCII.text(name) == spelled
    assert UNICODE.text(name) == name


def test_the_legend_leaves_out_messages_where_none_are_drawn() -> None:
    meaning = dict(LEGEND)[EventKind.MESSAGE]
    assert meaning in legend(UNICODE, 118)  # the screen beside whose pane a day has a cell first
    assert meaning not in legend(UNICODE, 300, messages=False)


@pytest.mark.parametrize("width", [0, 10, 80, 120, 200])
def test_the_legend_never_exceeds_its_width_nor_cuts_a_word(width: int) -> None:
    line = legend(UNICODE, width)
    assert cell_len(line) <= width
    words = [f"{UNICODE.marks[mark]} {meaning}" for mark, meaning in LEGEND]
    shown = [word for word in words if word in line]
    assert shown == words[: len(shown)]
    assert line.split() == " ".join(shown).split()
