"""The timeline, printed: what the screen draws, in plain text, for any width and for pipes."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.agenda import agenda
from store.cell_width import in_cells, width_of
from store.demo.demo_season import demo_season
from store.lanes import Arrangement
from store.places import choices_path
from store.time_scale import ZOOMS
from store.timeline import timeline
from tests.command_shell import Shell, no_change
from tests.examples import NOW
from tests.test_timeline_view import staged
from tui.choices_file import keep_choices
from tui.glyphs import UNICODE
from tui.ruler_words import UNLETTERED
from tui.state import Choices, SavedFilter
from tui.timeline_text import text_lines
from tui.widgets.timeline_ruler import ruler_height


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


@pytest.mark.parametrize(("day", "shown"), [("2027-03-03", "Mar 2027"), ("12 jan", "Jan 2027"), ("2026-09-01", "Sep")])
@pytest.mark.parametrize("zoom", ["3", "4"])
def test_days_of_any_stretch_of_the_season_can_be_printed(demo: Shell, day: str, shown: str, zoom: str) -> None:
    lines = demo("timeline", "--width", "100", "--zoom", zoom, "--around", day).out.splitlines()
    assert shown in lines[0]
    assert shown not in demo("timeline", "--width", "100", "--zoom", zoom).out.splitlines()[0]


def test_a_day_beyond_the_season_leads_to_its_nearest_and_no_day_is_refused(demo: Shell) -> None:
    ends = [demo("timeline", "--zoom", "3", "--around", day).out for day in ("2028-01-01", "2027-03-31")]
    assert ends[0] == ends[1]
    refused = demo("timeline", "--around", "someday")
    assert refused.code and "is not a day" in refused.err and not refused.out


def test_today_stands_in_one_column_through_all_lines(demo: Shell) -> None:
    lines = demo("timeline", "--width", "100", "status:pln").out.splitlines()
    headings = [line for line in lines[3:] if line.startswith("▾")]
    column = headings[0].index("│")
    assert all(line[column] == "│" for line in headings)
    assert lines[1][column] == UNLETTERED  # a date of one's own this week stands on the ruler before the line of today


def test_ascii_prints_only_ascii(demo: Shell) -> None:
    for zoom in ("1", "3", "4"):
        assert demo("timeline", "--ascii", "--all", "--zoom", zoom).out.isascii()


def test_what_a_filter_lets_through_is_never_folded_away(demo: Shell) -> None:
    lines = demo("timeline", "status:bkd").out.splitlines()
    assert sum(line.startswith("  BKD") for line in lines) == 8
    assert not any("more, nothing due" in line for line in lines)


def test_plain_says_one_fact_a_line(demo: Shell) -> None:
    lines = demo("timeline", "--plain", "brightwater").out.splitlines()
    assert lines[0].startswith("booked: Brightwater Children's Hospital, next, Wed 25 Nov: interview Wed")
    clash = demo("timeline", "--plain", "fenwick").out.splitlines()[0]
    assert ", next, late, due Thu 19 Nov: clash with" in clash and ": clash with Marrow Lake" in clash
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


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the choices of the screen are kept for this test alone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return choices_path()


def names_of(lines: list[str]) -> list[str]:
    """Headings and the first letters of each program, from the top."""
    return [line[:18].strip() for line in lines if line[:1] == "▾" or line[2:5].isupper()]


def test_order_and_groups_are_those_asked_for_and_may_be_named_by_a_beginning(demo: Shell) -> None:
    by_name = demo("timeline", "--all", "--sort", "name", "--group", "none").out.splitlines()
    programs = names_of(by_name)
    assert programs[0].startswith(f"▾ All programs {len(demo.season.followed)}"[:18])
    assert [name[4:] for name in programs[1:]] == sorted(name[4:] for name in programs[1:])
    assert demo("timeline", "--all", "--sort", "na", "--group", "NONE").out.splitlines() == by_name
    turned = demo("timeline", "--all", "--sort", "name", "--reverse", "--group", "none").out.splitlines()
    assert names_of(turned)[1:] == list(reversed(programs[1:]))
    weeks = demo("timeline", "--group", "week").out
    assert "Week of Mon 23 Nov" in weeks and weeks == demo("timeline", "--group", "interview-week").out


@pytest.mark.parametrize(
    ("option", "typed", "known"),
    [("--sort", "n", "next, name"), ("--sort", "smell", "days-quiet"), ("--group", "-", "interview-week")],
)
def test_an_order_there_is_not_is_refused_with_those_there_are(
    demo: Shell, option: str, typed: str, known: str
) -> None:
    said = demo("timeline", f"{option}={typed}")
    no_change(demo, said)
    assert known in said.err


def test_what_is_not_asked_for_is_as_the_screen_was_left(demo: Shell, kept: Path) -> None:
    plain = demo("timeline", "--all").out
    keep_choices(kept, Choices(timeline=Arrangement("name", True, "tier")))
    left = demo("timeline", "--all").out
    assert left != plain and "▾ Tier A" in left
    assert left == demo("timeline", "--all", "--sort", "name", "--reverse", "--group", "tier").out
    assert demo("timeline", "--all", "--sort", "next", "--group", "status").out == plain


@pytest.mark.parametrize("command", [("timeline", "--width", "80"), ("list",)])
def test_a_saved_filter_is_meant_by_its_name_and_repeated_in_full(
    demo: Shell, kept: Path, command: tuple[str, ...]
) -> None:
    keep_choices(kept, Choices(filters=(SavedFilter("To answer", "status:inv"),)))
    said = demo(*command, "to", "answer")
    assert said.out == demo(*command, "status:inv").out != ""
    assert "The saved filter To answer: status:inv" in said.err


def test_a_word_of_the_filter_language_is_no_name(demo: Shell, kept: Path) -> None:
    before = demo("list", "late").out
    keep_choices(kept, Choices(filters=(SavedFilter("late", "status:wdn"), SavedFilter("a: b", "late"))))
    assert demo("list", "late").out == before
    assert demo("list", "a: b").out == before, "what the language refuses may be a name"


def test_piped_lines_have_no_colour_and_no_sign_that_moves_anything(demo: Shell) -> None:
    for options in ((), ("--plain",), ("--zoom", "4"), ("--json",)):
        assert "\x1b" not in demo("timeline", *options).out


def test_fewer_columns_than_a_lane_needs_are_told(demo: Shell) -> None:
    said = demo("timeline", "--width", "40")
    assert said.out == demo("timeline", "--width", "80").out
    assert "80 columns" in said.err


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_every_printed_row_is_the_row_on_the_screen(zoom: int, size: tuple[int, int]) -> None:
    season = demo_season(NOW)
    shown = timeline(season, agenda(season, now=NOW), now=NOW, arrangement=Arrangement("tier", True, "region"))
    printed = text_lines(shown, width=size[0], zoom=zoom, glyphs=UNICODE, folds={})
    async with staged(shown, size) as (_app, view, pilot):
        view.zoom = zoom
        view.show(shown)
        view.cursor = len(view.rows) - 1
        await pilot.pause()
        height = view.size.height
        drawn = [view.render_line(y).text.rstrip() for y in range(height)]
    ruler, first = ruler_height(zoom), view._first
    rows = list(zip(drawn[ruler:], printed[ruler + first :], strict=False))
    assert len(rows) > 12
    for place, (here, there) in enumerate(rows, first):
        if place != view.cursor:  # that row has a sign of its own
            assert here == there
    assert drawn[1:ruler] == list(printed[1:ruler])
