"""The app: one place where anything changes, undone and redone, refused in words, never lost."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from store.rules.programs import set_status
from store.season import Season
from store.season_file import SeasonFile
from store.words import Status
from tests.examples import NOW, a_busy_season, a_program
from tests.on_screen import begun, on_screen
from tui.requests import Change

BUSY: Season = a_busy_season()
FIRST = BUSY.programs[0].id


def applied(program_id: str = FIRST, status: Status = Status.REJECTED) -> Change:
    return Change("Rejected: it", partial(set_status, program_ids=(program_id,), status=status, at=NOW, exact=True))


async def test_a_change_is_applied_told_and_saved(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        assert screen.app.change_season(applied())
        await screen.rest()
        assert screen.reloaded().programs_by_id[FIRST].status is Status.REJECTED
        assert "Rejected: it" in screen.lines[-2] and "u undo" in screen.lines[-2]


async def test_a_refused_change_changes_nothing(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        assert not screen.app.change_season(applied("p-nobody"))
        assert screen.season is not None and screen.season == BUSY
        assert screen.reloaded() == BUSY


async def test_undo_and_redo_go_back_and_forth_on_disk_too(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        screen.app.change_season(applied())
        changed = screen.season
        await screen.press("u")
        assert screen.season == BUSY and screen.reloaded() == BUSY
        await screen.press("U")
        assert screen.season == changed and screen.reloaded() == changed


async def test_undo_works_after_the_app_was_closed_and_opened(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        screen.app.change_season(applied())
        assert screen.reloaded() != BUSY
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        step = file.history.undo_step()
        assert step is not None and step.label == "Rejected: it"


async def test_with_nothing_to_undo_it_says_so(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("u")
        assert "nothing to undo" in screen.text


async def test_a_second_window_reads_and_says_who_writes(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path):
        second = SeasonFile.open(tmp_path / "season.json", lock_later=True)
        from tui.app import SeasonApp
        from tui.settings import Settings

        app = SeasonApp(second, lambda profile: NOW, Settings())
        async with app.run_test(size=(100, 24)) as pilot:
            await begun(app, pilot)
            assert app.mark == "READ ONLY"
            assert not app.change_season(applied())
        app.saver.stop()
        second.close()


async def test_the_views_open_by_their_digits(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        for digit, name in enumerate(("Timeline", "Programs", "Review", "Messages", "Rank", "Season"), 1):
            await screen.press(str(digit))
            assert f"[{digit} {name}" in screen.lines[0]


async def test_q_leaves_at_the_second_press_only(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("q")
        assert screen.app.is_running and "once more" in screen.lines[-2]
        await screen.press("q")
        await screen.pilot.pause(0.3)
        assert screen.app.return_value == 0


async def test_esc_never_leaves(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("escape", "escape", "escape")
        assert screen.app.return_value is None and "q q leaves" in screen.lines[-2]


async def test_esc_at_a_view_clears_what_is_told_over_it_before_it_says_how_to_leave(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        screen.app.tell("The disk is nearly full.")
        screen.app.tell("A copy waits.", severity="warning")
        for _ in range(300):
            if len(screen.app._notifications) == 2:
                break
            await screen.pilot.pause(0.01)
        assert screen.app.told_now
        await screen.press("escape")
        assert not screen.app.told_now
        assert "Nothing to go back from here" not in screen.text
        await screen.press("escape")
        assert "Nothing to go back from here" in screen.text


async def test_an_empty_season_is_welcomed(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as screen:
        await screen.pilot.pause()
        assert "my spreadsheet" in screen.text and "nothing ever leaves this machine" in screen.text


async def test_a_name_full_of_codes_is_only_text(tmp_path: Path) -> None:
    hostile = a_program(name="Ward [/b] [@click=app.quit]x[/] 日本 " + "é" * 200)
    async with on_screen(Season(programs=(hostile,)), tmp_path, size=(120, 36)) as screen:
        assert "Ward [/b]" in screen.text
        for digit in "123456":
            await screen.press(digit)
        assert screen.app.is_running
