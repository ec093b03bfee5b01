"""The timeline on screen: what it draws at three sizes, and where its cursors go."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from store.agenda import Agenda, FollowUp
from store.folds import Fold, Head, Quiet, Row
from store.lanes import Lane
from store.records import Program, StatusChange
from store.season import Season
from store.timeline import Timeline, timeline
from store.words import Status
from tests.examples import CENTRAL, EASTERN, NOW, a_busy_season, a_program, a_season, an_interview, at
from tui.themes import FALLBACK_VARIABLES, THEMES
from tui.widgets.timeline_view import TimelineView


class Stage(App[None]):
    """Nothing but a timeline."""

    CSS = "Screen { background: $background; }"

    def __init__(self, shown: Timeline, *, ascii_only: bool = False) -> None:
        super().__init__()
        self.shown = shown
        self.view = TimelineView(ascii_only=ascii_only)
        self.opened: list[str] = []
        self.rows: list[Row | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Variables of the app's own themes."""
        return FALLBACK_VARIABLES

    def compose(self) -> ComposeResult:
        """The timeline alone."""
        yield self.view

    def on_mount(self) -> None:
        """Show the season at once."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "season-dark"
        self.view.show(self.shown)

    def on_timeline_view_opened(self, message: TimelineView.Opened) -> None:
        """Keep what was opened."""
        self.opened.append(message.program_id)

    def on_timeline_view_cursor_moved(self, message: TimelineView.CursorMoved) -> None:
        """Keep where the cursor went."""
        self.rows.append(message.row)

    def lines(self) -> list[str]:
        """The screen as text, blanks at the right left out."""
        strips = self.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]


def to_do(key: str, program_id: str, due: str, short: str) -> FollowUp:
    """A follow-up that is late from the day after its due day on."""
    return FollowUp(key, "TASK", short, short, "because", at(due), None, None, program_id)


AGENDA = Agenda(
    open=(
        to_do("t-1", "p-fenwck", "2026-11-23 18:00", "thank-you note"),
        to_do("t-2", "p-marrow", "2026-11-24 18:00", "reply to invitation"),
        to_do("t-3", "p-tamsin", "2026-11-30 18:00", "waitlist check-in"),
    )
)


def busy() -> Timeline:
    """The busy season with three things to do."""
    return timeline(a_busy_season(), AGENDA, now=NOW)


def many(count: int, status: Status = Status.PLANNED) -> Timeline:
    """So many programs with nothing to do."""
    programs = (a_program(f"p-{number:04}", f"Fern Reach {number:04}", status) for number in range(count))
    return timeline(a_season(*programs), Agenda(), now=NOW)


@asynccontextmanager
async def staged(
    shown: Timeline, size: tuple[int, int] = (80, 24), *, ascii_only: bool = False
) -> AsyncIterator[tuple[Stage, TimelineView, Pilot[None]]]:
    """That timeline on a screen of that size."""
    app = Stage(shown, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, app.view, pilot


class TestPicture:
    """What is drawn."""

    async def test_eighty_columns_hold_the_whole_season(self) -> None:
        async with staged(busy()) as (app, _view, _pilot):
            lines = app.lines()
        assert lines[0] == " Tue 24 Nov            Sep Oct Nov  Dec Jan  Feb Mar    next"
        assert lines[1].startswith(" key dates             A")
        assert lines[2][:54] == " interviews/week       ············12·················"
        assert lines[3:] == [
            "▾ Invited, no date 1               │",
            "> INV Marrow Lake          ────────▼                    now reply to invitation",
            "▾ Booked 2                         │",
            "  BKD Alder Ridge          ─────△═══!                   +9d ! clash with Bright…",
            "  BKD Brightwater          ─────△═══!                   +9d ! clash with Alder…",
            "▾ Interviewed 1                    │",
            "  INT Fenwick              ───△════▼                    -1d ! thank-you note",
            "▾ Waitlist 1                       │",
            "  WTL Tamsin Bay                ○╌╌╌▽                   +6d waitlist check-in",
            "▸ No reply yet 1           ─────────",
            "▸ Planned 1                        │",
            "▸ Closed 1                       1 │                    1 rejected",
            *[""] * 9,
        ]

    async def test_a_wider_screen_cuts_the_weeks_in_half_and_adds_the_tier(self) -> None:
        async with staged(busy(), (120, 36)) as (app, _view, _pilot):
            lines = app.lines()
        assert lines[0] == (
            " Tue 24 Nov                Sep      Oct     Nov      Dec      Jan      Feb     Mar         next"
        )
        assert lines[2][:89] == (
            " interviews                ························1··2··································"
        )
        assert lines[4:7] == [
            "> INV Marrow Lake        A         ────────────────▼"
            "                                       now reply to invitation",
            "▾ Booked 2                                         │",
            "  BKD Alder Ridge        A         ──────────△══════··!"
            "                                    +9d ! clash with Brightwater",
        ]

    async def test_beside_a_pane_days_take_all_the_room(self) -> None:
        async with staged(busy(), (79, 20)) as (app, view, pilot):
            view.zoom, view.beside_pane = 3, True
            await pilot.pause()
            lines = app.lines()
        assert lines[:3] == [
            " Tue 24 Nov           Nov 2026                     Dec 2026",
            "                      2      9      16     23     30     7      14     21",
            "                      MTWTFssMTWTFssMTWTFssMTWTFssMTWTFssMTWTFssMTWTFssMTWTFss",
        ]
        assert lines[4:9] == [
            " interviews/day       ·····················1·········2························",
            "▾ Invited, no date 1                        │",
            "> INV Marrow Lake   A ─────────────────────△▼",
            "▾ Booked 2                                  │",
            "  BKD Alder Ridge   A ─△═════════════════════········!",
        ]

    async def test_plain_ascii_is_the_same_picture_in_other_signs(self) -> None:
        async with staged(busy(), ascii_only=True) as (app, _view, _pilot):
            lines = app.lines()
        assert lines[3:8] == [
            "- Invited, no date 1               |",
            "> INV Marrow Lake          --------V                    now reply to invitation",
            "- Booked 2                         |",
            "  BKD Alder Ridge          -----^===!                   +9d ! clash with Bright~",
            "  BKD Brightwater          -----^===!                   +9d ! clash with Alder~",
        ]
        assert lines[10:12] == [
            "- Waitlist 1                       |",
            "  WTL Tamsin Bay                w~~~v                   +6d waitlist check-in",
        ]

    @pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
    @pytest.mark.parametrize("zoom", [0, 1, 2, 3, 4])
    async def test_plain_ascii_writes_nothing_else_whatever_the_names(self, size: tuple[int, int], zoom: int) -> None:
        names = ("Peñasco Łęg", "東京 Vale", "Fen “West” – wick…", "e\u0301toile 👩\u200d⚕️ Bay")
        season = a_season(*(a_program(f"p-{n}", name, Status.INVITED) for n, name in enumerate(names)))
        async with staged(timeline(season, Agenda(), now=NOW), size, ascii_only=True) as (app, view, pilot):
            view.zoom = zoom
            await pilot.pause()
            assert "".join(app.lines()).isascii()

    @pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (200, 50), (30, 8), (1, 1)])
    @pytest.mark.parametrize("zoom", [0, 1, 2, 3, 4])
    async def test_no_line_is_wider_or_narrower_than_the_screen(self, size: tuple[int, int], zoom: int) -> None:
        async with staged(busy(), size) as (_app, view, pilot):
            view.zoom = zoom
            await pilot.pause()
            assert {view.render_line(y).cell_length for y in range(size[1])} == {size[0]}

    async def test_today_is_one_reversed_column_from_the_key_dates_to_the_last_row(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            for y in range(1, 3 + len(view.rows)):
                (cell,) = view.render_line(y).crop(35, 36)
                assert cell.style is not None and cell.style.reverse, y
                assert cell.text != " "

    async def test_every_segment_carries_its_own_background(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            segments = [segment for y in range(24) for segment in view.render_line(y)]
        assert all(segment.style is not None and segment.style.bgcolor is not None for segment in segments)

    async def test_what_hides_other_events_is_underlined(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            underlined = [
                y
                for y in range(24)
                if any(segment.style and segment.style.underline for segment in view.render_line(y))
            ]
        assert view.rows[underlined[-1] - 3].key == "p-fenwck"  # interviewed and late in the same week

    async def test_brackets_in_names_are_text(self) -> None:
        season = a_season(a_program(name="[/b] [@click=app.quit]x[/]", status=Status.INVITED))
        async with staged(timeline(season, Agenda(), now=NOW), (120, 36)) as (app, _view, _pilot):
            assert "[/b] [@click=app." in app.lines()[4]

    async def test_a_folded_heading_counts_events_and_takes_its_most_urgent_step(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            view.fold_all()
            await pilot.pause()
            lines = app.lines()
        assert lines[3:6] == [
            ">▸Invited, no date 1               2                    now reply to invitation",
            "▸ Booked 2                      2═══2                   +9d ! clash with Bright…",
            "▸ Interviewed 1               1    2                    -1d ! thank-you note",
        ]

    async def test_without_any_program_there_is_a_ruler_and_nothing_breaks(self) -> None:
        async with staged(timeline(Season(), Agenda(), now=NOW)) as (app, view, pilot):
            view.move(1)
            view.select()
            view.extend()
            view.open_row()
            view.fold_all()
            view.pan(1)
            await pilot.pause()
            assert app.lines()[0].startswith(" 30 Nov - 6 Dec")
            assert view.cursor_row is None


def changed(season: Season, program_id: str, *statuses: StatusChange) -> Season:
    """That season with one program's course gone further."""

    def after(program: Program) -> Program:
        if program.id != program_id:
            return program
        return replace(program, statuses=(*program.statuses, *statuses))

    return replace(season, programs=tuple(map(after, season.programs)))


class TestRows:
    """The cursor always rests on a row and stays with its record."""

    async def test_it_starts_on_the_first_program_with_its_heading_in_view(self) -> None:
        async with staged(busy()) as (app, view, _pilot):
            assert view.cursor_program_id == "p-marrow"
            assert app.lines()[3].startswith("▾ Invited")

    async def test_it_stops_at_both_ends(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.move(-99)
            assert view.cursor == 0
            view.move(99)
            assert view.cursor == len(view.rows) - 1
            view.top()
            assert (view.cursor, view.cursor_program_id) == (0, "")

    async def test_a_move_draws_two_lines_and_never_the_layout(self, monkeypatch: pytest.MonkeyPatch) -> None:
        async with staged(busy()) as (_app, view, pilot):
            drawn: list[tuple[Region, ...]] = []
            monkeypatch.setattr(view, "refresh", lambda *regions, **how: drawn.append((*regions, *how)))
            view.move(1)
            await pilot.pause()
            assert drawn == [(Region(0, 4, 80, 1), Region(0, 5, 80, 1))]

    async def test_at_the_edge_the_picture_moves_by_a_third_of_a_page(self) -> None:
        async with staged(many(60)) as (app, view, pilot):
            view.move(19)
            await pilot.pause()
            assert app.lines()[23].startswith("> PLN Fern Reach 0019")
            view.move(1)
            await pilot.pause()
            assert app.lines()[17].startswith("> PLN Fern Reach 0020")
            view.bottom()
            await pilot.pause()
            assert app.lines()[23].startswith("> PLN Fern Reach 0059")
            view.page(-1)
            await pilot.pause()
            assert any(line.startswith("> PLN Fern Reach 0039") for line in app.lines())

    async def test_it_stays_on_its_program_when_rows_come_and_go_above(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            view.show_program("p-fenwck")
            more = replace(
                a_busy_season(), programs=(*a_busy_season().programs, a_program("p-new", "Zephyr", Status.INVITED))
            )
            view.show(timeline(more, AGENDA, now=NOW, before=view.timeline))
            await pilot.pause()
            assert view.cursor_program_id == "p-fenwck"
            assert sum(line.startswith(">") for line in app.lines()) == 1

    async def test_it_goes_to_the_row_that_hides_its_program(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.show_program("p-tamsin")
            view.fold()
            assert isinstance(view.cursor_row, Head)
            assert view.cursor_row.group.key == "waitlist"

    async def test_it_keeps_its_place_when_its_program_is_gone(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.show_program("p-aldrid")
            place = view.cursor
            season = a_busy_season()
            fewer = replace(season, programs=tuple(one for one in season.programs if one.id != "p-aldrid"))
            view.show(timeline(fewer, AGENDA, now=NOW))
            assert (view.cursor, view.cursor_program_id) == (place, "p-bright")

    async def test_a_change_of_one_program_draws_only_lines_that_differ(self, monkeypatch: pytest.MonkeyPatch) -> None:
        async with staged(busy()) as (_app, view, pilot):
            lines: set[int] = set()
            monkeypatch.setattr(
                view,
                "refresh",
                lambda *regions, **_how: lines.update(region.y for region in cast("list[Region]", regions)),
            )
            season = a_busy_season()
            renamed = replace(season.programs[4], name="Tamsin Shore")
            after = replace(season, programs=(*season.programs[:4], renamed, *season.programs[5:]))
            view.show(timeline(after, AGENDA, now=NOW, before=view.timeline))
            await pilot.pause()
            assert lines == {10, 11}  # the program, and the heading that could be folded over it

    async def test_it_tells_where_it_is_once_for_a_burst_of_moves(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            app.rows.clear()
            for _ in range(4):
                view.move(1)
            await pilot.pause()
            assert app.rows[-1] is view.cursor_row
            assert len(app.rows) <= 4

    async def test_it_tells_when_the_record_under_it_has_changed(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            app.rows.clear()
            season = changed(a_busy_season(), "p-marrow", StatusChange(Status.BOOKED, NOW))
            view.show(timeline(season, AGENDA, now=NOW, before=view.timeline))
            await pilot.pause()
            assert isinstance(app.rows[-1], Lane)
            assert (view.cursor_program_id, app.rows[-1].code) == ("p-marrow", "BKD")

    @pytest.mark.parametrize("size", [(120, 36), (80, 10), (200, 50)])
    async def test_another_size_keeps_it_in_view(self, size: tuple[int, int]) -> None:
        async with staged(many(60)) as (app, view, pilot):
            view.move(40)
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert sum(line.startswith("> PLN Fern Reach 0040") for line in app.lines()) == 1

    async def test_two_thousand_rows_move_like_twenty(self) -> None:
        async with staged(many(2000)) as (app, view, pilot):
            view.bottom()
            view.move(-1)
            await pilot.pause()
            assert app.lines()[22].startswith("> PLN Fern Reach 1998")


class TestOpening:
    """Enter opens a program, and folds or opens a heading."""

    async def test_a_program_is_asked_for_by_its_id(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            view.open_row()
            await pilot.pause()
            assert app.opened == ["p-marrow"]

    async def test_a_heading_folds_and_opens(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            view.top()
            view.open_row()
            await pilot.pause()
            assert (view.folds, app.opened) == ({"invited": Fold.HEAD}, [])
            view.open_row()
            assert [row.key for row in view.rows[:2]] == ["head:invited", "p-marrow"]

    async def test_the_line_for_quiet_programs_opens_its_group(self) -> None:
        async with staged(many(5, Status.INTERVIEWED)) as (_app, view, _pilot):
            view.bottom()
            assert isinstance(view.cursor_row, Quiet)
            view.open_row()
            assert len(view.rows) == 6

    async def test_a_hidden_program_is_brought_to_sight(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            assert view.show_program("p-gorsel")
            assert view.cursor_program_id == "p-gorsel"
            assert not view.show_program("p-nobody")

    async def test_a_click_moves_both_cursors_and_a_second_click_opens(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            await pilot.click(TimelineView, offset=(36, 6), times=2)
            await pilot.pause()
            assert (view.cursor_program_id, view.time_day) == ("p-aldrid", date(2026, 11, 30))
            assert app.opened == ["p-aldrid"]


class TestSelecting:
    """Programs are selected one by one, as a range, or all."""

    async def test_selecting_marks_the_row_and_moves_on(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            view.select()
            await pilot.pause()
            assert view.selected == {"p-marrow"}
            assert app.lines()[4].startswith(" *INV Marrow Lake")
            view.move(-1)
            view.select()
            assert view.selected == frozenset()

    async def test_a_range_runs_from_the_row_selected_last(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.select()
            view.show_program("p-fenwck")
            view.extend()
            assert view.selected == {"p-marrow", "p-aldrid", "p-bright", "p-fenwck"}

    async def test_an_open_heading_selects_nothing_and_a_folded_one_what_it_hides(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.top()
            view.select()
            assert view.selected == frozenset()
            view.bottom()
            view.select()
            assert view.selected == {"p-quillh"}

    async def test_all_in_view_and_none(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.select_all()
            assert len(view.selected) == 5
            view.select_all()
            assert view.selected == frozenset()
            view.select_all()
            view.clear_selection()
            assert view.selected == frozenset()

    async def test_what_is_no_longer_shown_is_no_longer_selected(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.select_all()
            view.show(timeline(a_busy_season(), AGENDA, now=NOW, only={"p-bright", "p-fenwck"}))
            assert view.selected == {"p-bright", "p-fenwck"}


class TestTime:
    """The time cursor goes from cell to cell, from event to event, and stays within the season."""

    async def test_it_starts_today_and_goes_cell_by_cell(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            view.pan(1)
            await pilot.pause()
            assert view.time_day == date(2026, 11, 30)
            assert app.lines()[0].startswith(" 30 Nov - 6 Dec")
            view.pan(-2)
            assert view.time_day == date(2026, 11, 16)
            view.today()
            await pilot.pause()
            assert app.lines()[0].startswith(" Tue 24 Nov")

    async def test_it_never_leaves_the_season(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.pan_screen(9)
            assert view.time_day == date(2027, 3, 29)
            view.pan_screen(-9)
            assert view.time_day == date(2026, 8, 31)

    async def test_the_window_follows_it(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            view.zoom = 3
            view.show_day(date(2027, 3, 19))
            await pilot.pause()
            assert "Mar 2027" in app.lines()[0]
            view.today()
            await pilot.pause()
            assert "Nov 2026" in app.lines()[0]

    async def test_it_goes_along_the_events_of_the_row(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            view.show_program("p-aldrid")
            assert view.next_event()
            assert view.time_day == date(2026, 12, 3)
            assert [event.words for event in view.events_here] == ["interview, clash with Brightwater"]
            assert not view.next_event()
            assert view.previous_event()
            assert view.time_day == date(2026, 11, 3)

    async def test_it_goes_along_the_key_dates(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            days = sorted({one.day for one in busy().key_days})
            ahead = [day for day in days if date(2026, 11, 24) < day <= busy().scale.last]
            walked = []
            while view.next_key_date():
                walked.append(view.time_day)
            assert walked == ahead
            assert view.previous_key_date()
            assert view.time_day == ahead[-2]

    async def test_every_event_of_every_row_can_be_reached(self) -> None:
        shown = busy()
        async with staged(shown) as (_app, view, _pilot):
            view.zoom = 3
            for lane in shown.lanes:
                view.show_program(lane.program_id)
                view.show_day(shown.scale.first)
                reached = {event.record_id for event in view.events_here}
                while view.next_event():
                    reached |= {event.record_id for event in view.events_here}
                assert reached == {event.record_id for event in (*lane.events, *lane.messages)}

    async def test_the_next_clash_takes_both_cursors_there(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            found = []
            for _ in range(3):
                assert view.next_clash()
                found.append((view.cursor_program_id, view.time_day))
            day = date(2026, 12, 3)
            assert found == [("p-aldrid", day), ("p-bright", day), ("p-aldrid", day)]

    async def test_the_next_clash_is_found_in_the_group_folded_under_the_cursor(self) -> None:
        season = a_season(
            a_program("p-aldrid", "Alder Ridge", Status.BOOKED),
            a_program("p-bright", "Brightwater", Status.WAITLISTED),
            an_interview("i-aldrid", "p-aldrid"),
            an_interview("i-bright", "p-bright"),
        )
        async with staged(timeline(season, Agenda(), now=NOW)) as (_app, view, _pilot):
            view.fold_so({group.key: Fold.HEAD for group in view.timeline.groups} if view.timeline else {})
            assert view.show_row("head:waitlist")
            assert view.next_clash()
            assert view.cursor_program_id == "p-bright"

    async def test_without_a_clash_nothing_moves(self) -> None:
        async with staged(many(3)) as (_app, view, _pilot):
            assert not view.next_clash()
            assert view.time_day is None

    @pytest.mark.parametrize(("size", "zoom"), [((80, 24), 1), ((120, 36), 2), ((200, 50), 2), ((300, 50), 3)])
    async def test_the_whole_season_takes_the_largest_zoom_that_fits(self, size: tuple[int, int], zoom: int) -> None:
        async with staged(busy(), size) as (_app, view, _pilot):
            assert view.scale is not None
            assert view.scale.zoom == zoom

    async def test_zoom_goes_step_by_step_and_stops_at_both_ends(self) -> None:
        async with staged(busy()) as (_app, view, _pilot):
            seen = []
            for step in (*[view.zoom_in] * 4, *[view.zoom_out] * 4):
                step()
                seen.append(view.zoom)
            assert seen == [2, 3, 4, 4, 3, 2, 1, 1]
            view.whole_season()
            assert view.scale is not None
            assert view.scale.zoom == 1

    async def test_another_theme_is_taken_at_once(self) -> None:
        async with staged(busy()) as (app, view, pilot):
            before = view.render_line(5).crop(0, 6)
            app.theme = "season-light"
            await pilot.pause()
            after = view.render_line(5).crop(0, 6)
        assert before.text == after.text
        assert [segment.style for segment in before] != [segment.style for segment in after]


async def test_ruler_and_lanes_agree_on_every_day_of_the_season_at_every_zoom() -> None:
    """An interview a day: wherever the ruler counts one, the lane of that day has its sign in the same column."""
    booked = StatusChange(Status.BOOKED, at("2026-08-31 10:00"))
    first = busy().scale.first.toordinal()
    days = [date.fromordinal(first + number) for number in range(busy().scale.weeks * 7)]
    programs = [a_program(f"p-{day}", f"{day}", statuses=(booked,)) for day in days]
    zones = (EASTERN, CENTRAL, "Europe/Warsaw", "Asia/Jerusalem")
    interviews = [
        an_interview(f"i-{day}", f"p-{day}", at(f"{day} 15:00").seen_from(zones[place % 4]), minutes=60)
        for place, day in enumerate(days)
    ]
    shown = timeline(a_season(*programs, *interviews), Agenda(), now=NOW)
    async with staged(shown, (300, 40)) as (_app, view, pilot):
        for zoom in (1, 2, 3):
            view.zoom = zoom
            view.folds = {group.key: Fold.OPEN for group in shown.groups}
            view.show(shown)
            await pilot.pause()
            left = view.sheet.columns.left
            for place, row in enumerate(view.rows):
                if isinstance(row, Lane):
                    view.cursor = place
                    day = date.fromisoformat(row.name)
                    y = place - view._first + (5 if zoom == 3 else 3)
                    lane = view.render_line(y).text[left : left + view.sheet.columns.lane]
                    sign = "◆" if day < date(2026, 11, 24) else "◇"
                    expected = view.sheet.window.place_of(day)
                    assert lane.index(sign) == expected, (zoom, day)
                    if zoom == 3:
                        load = view.render_line(4).text[left:]
                        numbers = view.render_line(2).text[left:]
                        assert (load[expected], numbers[expected]) == ("1", "MTWTFss"[day.weekday()])
