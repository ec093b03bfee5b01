"""The timeline, printed: what the screen draws, in plain text, for any width and for pipes."""

from __future__ import annotations

import pytest

from store.cell_width import in_cells, width_of
from tests.command_shell import Shell


def test_lanes_are_printed_in_their_groups_under_the_ruler(demo: Shell) -> None:
    lines = demo("timeline", "--width", "80").out.splitlines()
    assert lines[0].startswith(" Tue 24 Nov 2026") and "Sep Oct Nov" in lines[0]
    assert lines[1].startswith(" key dates") and lines[2].startswith(" interviews/week")
    at = lines.index(next(line for line in lines if line.startswith("▾ Booked 8")))
    assert lines[at + 1].startswith("  BKD Marrow Lake") and "!" in lines[at + 1]


@pytest.mark.parametrize("width", [80, 100, 120, 200, 300])
@pytest.mark.parametrize("zoom", ["0", "1", "2", "3", "4"])
def test_no_line_is_wider_than_asked(demo: Shell, width: int, zoom: str) -> None:
    lines = demo("timeline", "--all", "--width", str(width), "--zoom", zoom).out.splitlines()
    assert max(map(width_of, lines)) <= width


def test_today_stands_in_one_column_through_all_lines(demo: Shell) -> None:
    lines = demo("timeline", "--width", "100", "status:pln").out.splitlines()
    column = lines[1].index("│")
    assert all(line[column] == "│" for line in lines[3:] if line.startswith("▾"))


def test_ascii_prints_only_ascii(demo: Shell) -> None:
    for zoom in ("1", "3", "4"):
        assert demo("timeline", "--ascii", "--all", "--zoom", zoom).out.isascii()


def test_what_a_filter_lets_through_is_never_folded_away(demo: Shell) -> None:
    lines = demo("timeline", "status:bkd").out.splitlines()
    assert sum(line.startswith("  BKD") for line in lines) == 8
    assert not any("more, nothing due" in line for line in lines)


def test_plain_says_one_fact_a_line(demo: Shell) -> None:
    lines = demo("timeline", "--plain", "brightwater").out.splitlines()
    assert lines[0].startswith("booked: Brightwater Children's Hospital, next: interview Wed")
    assert any("invited, " in line and "CET here" in line for line in lines[1:])
    assert all(line.count("Brightwater Children's Hospital") == 1 for line in lines)


def test_as_data_every_lane_has_its_events_and_lines(demo: Shell) -> None:
    found = demo("timeline", "--json").json
    assert {"now", "now_zone", "today", "lanes", "interviews_by_day", "clash_days", "key_dates"} <= set(found)
    assert len(found["lanes"]) == len(demo.season.followed)
    clashing = [lane for lane in found["lanes"] if lane["clash"]]
    assert {lane["program"] for lane in clashing} == {"Marrow Lake Pediatrics", "Fenwick Children's"}
    assert all({"kind", "day", "at", "at_zone", "what", "id"} == set(one) for one in clashing[0]["events"])


def test_an_empty_season_and_an_empty_filter_say_so(demo: Shell, shell: Shell) -> None:
    said = demo("timeline", "name-nobody-has")
    assert (said.code, said.err.strip()) == (0, "No program matches.")


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("Oldmill", 9, "Oldmill  "),
        ("Brightwater", 7, "Bright…"),
        ("東京大学", 8, "東京大学"),
        ("東京大学", 6, "東京… "),
        ("e\u0301clair", 6, "e\u0301clair"),
        ("anything", 0, ""),
    ],
)
def test_a_text_takes_exactly_the_cells_it_is_given(text: str, width: int, wanted: str) -> None:
    assert in_cells(text, width, "…") == wanted
    assert width_of(wanted) == width
