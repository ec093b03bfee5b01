"""Calendars from the command line and on screen: shown before anything is written, one step of undo, kind refusals."""

from __future__ import annotations

from pathlib import Path

from tests.command_shell import Shell
from tests.examples import a_program, a_season
from tests.on_screen import on_screen
from tests.test_calendar_import import START, calendar, event
from tui.screens.calendar_file import CalendarScreen
from tui.widgets.subject_field import SubjectField

NAME = "Marrow Lake Pediatrics"


def a_calendar(folder: Path, name: str = NAME) -> str:
    path = folder / "portal.ics"
    path.write_bytes(calendar(event(START).replace("Brightwater", name)))
    return str(path)


def test_ics_is_written_for_the_owner_and_again_over_itself_alone(demo: Shell, tmp_path: Path) -> None:
    path = tmp_path / "mine.ics"
    assert demo("ics", "--out", str(path)).code == 0
    first = path.read_bytes()
    assert demo("ics", "--out", str(path)).code == 0
    assert path.read_bytes() == first
    path.write_text("a note")
    said = demo("ics", "--out", str(path))
    assert said.code == 2 and "nothing was written" in said.err
    assert path.read_text() == "a note"


def test_private_is_printed_without_a_program_name(demo: Shell) -> None:
    said = demo("ics", "--private")
    assert not any(program.name in said.out for program in demo.season.programs)


def test_a_dry_run_and_a_missing_yes_change_nothing(demo: Shell, tmp_path: Path) -> None:
    before = demo.season
    said = demo("import", a_calendar(tmp_path), "--dry-run")
    assert said.out.startswith(f"new: {NAME}, Tue 8 Dec 2026 08:30")
    assert demo.season == before
    said = demo("import", a_calendar(tmp_path))
    assert said.code == 2 and "--yes" in said.err
    assert demo.season == before


def test_a_yes_takes_it_in_as_one_step(demo: Shell, tmp_path: Path) -> None:
    before = demo.season
    assert demo("import", a_calendar(tmp_path), "--yes").code == 0
    assert len(demo.season.interviews) == len(before.interviews) + 1
    assert demo("undo").code == 0
    assert demo.season == before


def test_an_event_of_no_known_program_asks_for_one(demo: Shell, tmp_path: Path) -> None:
    path = a_calendar(tmp_path, "nowhere")
    said = demo("import", path, "--yes")
    assert said.code == 2 and "--program" in said.err
    assert demo("import", path, "--yes", "--program", NAME).code == 0
    assert demo.season.programs_by_id[demo.season.interviews[-1].program_id].name == NAME


async def test_on_screen_nothing_is_kept_before_enter_and_one_undo_takes_all_of_it_back(tmp_path: Path) -> None:
    season = a_season(a_program())
    async with on_screen(season, tmp_path, size=(80, 24)) as screen:
        await screen.press("6", "i")
        screen.app.screen.query_one(SubjectField).value = a_calendar(tmp_path, "Brightwater")
        await screen.press("enter")
        assert "Tue 8 Dec 2026 08:30 EST = 14:30 CET here" in screen.text
        assert "names no zone" in screen.text
        assert screen.season == season
        await screen.press("enter")
        assert [one.uid for one in screen.reloaded().interviews] == ["day-1@portal.example"]
        await screen.press("u")
        assert screen.season == season


async def test_on_screen_an_event_of_no_program_is_asked_about_or_left_out(tmp_path: Path) -> None:
    async with on_screen(a_season(a_program()), tmp_path, size=(80, 24)) as screen:
        await screen.press("6", "i")
        screen.app.screen.query_one(SubjectField).value = a_calendar(tmp_path, "[b]nowhere[/]")
        await screen.press("enter")
        assert "1 event without a program" in screen.text
        assert "[b]nowhere[/]" in screen.text
        await screen.press("enter")
        assert screen.season.interviews == ()
        await screen.press("p")
        await screen.press("enter")
        assert "1 new" in screen.text
        await screen.press("enter")
        assert len(screen.season.interviews) == 1


async def test_on_screen_the_calendar_is_written_where_it_is_told(tmp_path: Path) -> None:
    async with on_screen(a_season(a_program()), tmp_path, size=(80, 24)) as screen:
        await screen.press("6", "c")
        await screen.press("p")
        screen.app.screen.query_one(SubjectField).value = str(tmp_path / "mine.ics")
        await screen.press("enter")
        await screen.app.workers.wait_for_complete()
        assert b"X-PREMATCH:1" in (tmp_path / "mine.ics").read_bytes()


async def test_a_calendar_named_where_a_spreadsheet_is_asked_for_goes_to_the_calendar_s_page(tmp_path: Path) -> None:
    async with on_screen(a_season(a_program()), tmp_path, size=(80, 24)) as screen:
        await screen.press("2", "I")
        screen.app.screen.query_one(SubjectField).value = a_calendar(tmp_path, "Brightwater")
        await screen.press()
        assert "= a calendar" in screen.text
        await screen.press("enter")
        assert isinstance(screen.app.screen, CalendarScreen) and "1 new" in screen.text
        await screen.press("enter")
        assert len(screen.season.interviews) == 1


async def test_a_calendar_without_its_ending_is_known_by_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "download").write_bytes(Path(a_calendar(tmp_path, "Brightwater")).read_bytes())
    async with on_screen(a_season(a_program()), tmp_path, size=(80, 24)) as screen:
        await screen.press("2", "I")
        screen.app.screen.query_one(SubjectField).value = str(tmp_path / "download")
        await screen.press("enter")
        assert await screen.comes(lambda: isinstance(screen.app.screen, CalendarScreen))


async def test_a_spreadsheet_named_where_a_calendar_is_asked_for_says_where_it_goes_in(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_text("name,city\nMarlow,Marlow\n")
    async with on_screen(a_season(a_program()), tmp_path, size=(80, 24)) as screen:
        await screen.press("6", "i")
        screen.app.screen.query_one(SubjectField).value = str(tmp_path / "programs.csv")
        await screen.press("enter")
        assert await screen.comes(lambda: "spreadsheet" in screen.text and "Programs takes it in" in screen.text)


def test_a_calendar_without_its_ending_is_taken_for_one_by_the_command_line(demo: Shell, tmp_path: Path) -> None:
    (tmp_path / "download").write_bytes(Path(a_calendar(tmp_path)).read_bytes())
    assert demo("import", str(tmp_path / "download"), "--dry-run").out.startswith(f"new: {NAME}")


def two_events(folder: Path, *titles: str) -> str:
    """A calendar with an interview on two days, one of each title."""
    path = folder / "portal.ics"
    starts = (START, START.replace("20261208", "20261210"))
    events = (
        event(start).replace("Brightwater", title).replace("day-1@", f"day-{at}@")
        for at, (start, title) in enumerate(zip(starts, titles, strict=True))
    )
    path.write_bytes(calendar("".join(events)))
    return str(path)


async def test_p_asks_about_every_open_event_one_after_the_other(tmp_path: Path) -> None:
    season = a_season(a_program(), a_program("p-other", "Otherbrook"))
    async with on_screen(season, tmp_path, size=(80, 24)) as screen:
        await screen.press("6", "i")
        screen.app.screen.query_one(SubjectField).value = two_events(tmp_path, "first one", "second one")
        await screen.press("enter", "p")
        assert "first one" in screen.app.screen.query_one(".box").border_title  # type: ignore[operator]
        await screen.press("enter")
        assert "second one" in screen.app.screen.query_one(".box").border_title  # type: ignore[operator]
        await screen.press("down", "enter")
        assert "2 new" in screen.text
        await screen.press("enter")
        assert {one.program_id for one in screen.season.interviews} == {one.id for one in season.programs}


async def test_p_asks_which_event_is_meant_once_none_is_open_and_takes_back_a_wrong_guess(tmp_path: Path) -> None:
    season = a_season(a_program(), a_program("p-other", "Otherbrook"))
    async with on_screen(season, tmp_path, size=(80, 24)) as screen:
        await screen.press("6", "i")
        screen.app.screen.query_one(SubjectField).value = two_events(tmp_path, "Brightwater", "Otherbrook")
        await screen.press("enter")
        assert "2 new" in screen.text
        await screen.press("p", "down", "enter")
        assert "Otherbrook" in screen.app.screen.query_one(".box").border_title  # type: ignore[operator]
        await screen.write("none of them")
        await screen.press("enter")
        assert "1 event without a program" in screen.text and "1 new" in screen.text
        await screen.press("w")
        assert [one.program_id for one in screen.season.interviews] == [season.programs[0].id]


async def test_notes_are_laid_out_for_the_width_and_again_for_another(tmp_path: Path) -> None:
    said = "The file names no zone: America/New_York is assumed; ask them to confirm it."
    async with on_screen(a_season(a_program()), tmp_path, size=(120, 36)) as screen:
        await screen.press("6", "i")
        screen.app.screen.query_one(SubjectField).value = a_calendar(tmp_path, "Brightwater")
        await screen.press("enter")
        assert said in screen.text
        await screen.pilot.resize_terminal(80, 24)
        for _ in range(100):  # a new size is told a little later
            if said not in screen.text:
                break
            await screen.pilot.pause(0.1)
        first, second = (line for line in screen.lines if "names no zone" in line or "confirm it." in line)
        assert said == f"{first.strip()} {second.strip()}"
        assert len(first) - len(first.lstrip()) == len(second) - len(second.lstrip())
