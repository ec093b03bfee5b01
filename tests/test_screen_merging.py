"""Another copy brought in on screen: both sides side by side, chosen by keys, taken back by one undo."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Input

from store.history import step_between
from store.merging import table_merge
from store.merging.ground import OtherCopy
from store.merging.record_merge import merged_record
from store.records import RankList
from store.season import Season
from store.season_file import SeasonFile
from store.words import Promise
from tests.examples import NOW, a_busy_season, a_letter, a_program, a_season, at
from tests.on_screen import SIZES, OnScreen, on_screen
from tui import long_work
from tui.app import SeasonApp
from tui.commands import SEASON
from tui.merge_rows import told_apart
from tui.screens import merging
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.merging import MergeScreen
from tui.widgets.row_table import RowTable
from tui.widgets.status_line import StatusLine

HOSTILE = "[/b][red]Fenwick[@click=app.quit]x[/]"


def with_phone(season: Season, phone: str) -> Season:
    return replace(season, profile=replace(season.profile, phone=phone))


def copied(folder: Path, base: Season, theirs: Season) -> Path:
    """A file whose one step leads from `base` to `theirs`."""
    path = folder / "hospital.json"
    with SeasonFile.open(path) as file:
        file.save(base)
        file.save(theirs, (step_between(base, theirs, "Worked on the ward", at=NOW),))
    return path


@asynccontextmanager
async def opened(
    folder: Path,
    theirs: Season,
    *,
    base: Season | None = None,
    mine: Season | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[OnScreen]:
    """The screen with that copy read; the season here is `base`, changed into `mine` by a step of its own."""
    base = base or a_busy_season()
    path = copied(folder, base, theirs)
    async with on_screen(base, folder, size=size, at=SEASON) as screen:
        if mine is not None:
            screen.app.saver.keep(mine, step_between(base, mine, "Worked at home", at=NOW))
            screen.app._take(mine)
        await screen.press("f7")
        await asked(screen, path)
        yield screen


async def asked(screen: OnScreen, path: Path) -> None:
    """Answer the question for the file, and wait until it has been read."""
    dialog = screen.app.screen
    assert isinstance(dialog, Ask)
    dialog.query_one(Input).value = str(path)
    await screen.press("enter")
    await read(screen)


async def read(screen: OnScreen) -> None:
    for _ in range(500):
        await screen.rest()
        found = screen.app.screen
        if not isinstance(found, Ask) and not (isinstance(found, MergeScreen) and found._other is None):
            return
    raise AssertionError("the copy was not read")


async def settled(screen: OnScreen) -> None:
    """Wait until the question was answered: the copy is shown, or the screen is closed."""
    for _ in range(500):
        await screen.rest()
        found = screen.app.screen
        if not isinstance(found, MergeScreen | Confirm) or (isinstance(found, MergeScreen) and found._other):
            return
    raise AssertionError("the question was not answered")


def row(screen: OnScreen, words: str) -> str:
    return next((line for line in screen.lines if words in line), "")


def cursor_line(screen: OnScreen) -> str:
    return next((line for line in screen.lines if line.startswith(">")), "")


def go_to(screen: OnScreen, key: str) -> None:
    assert screen.app.screen.query_one(RowTable).show_key(key), screen.app.screen.query_one(RowTable).keys


def told(screen: OnScreen) -> str:
    return "\n".join(one.message for one in screen.app._notifications)


@pytest.mark.parametrize("size", SIZES)
async def test_what_comes_and_what_conflicts_stand_on_one_page(tmp_path: Path, size: tuple[int, int]) -> None:
    base = a_busy_season()
    theirs = replace(with_phone(base, "+1"), programs=(*base.programs, a_program("p-coldsp", "Cold Spring")))
    async with opened(tmp_path, theirs, base=base, mine=with_phone(base, "+48"), size=size) as screen:
        assert "hospital.json   1 program new" in screen.text
        assert "1 place to settle" in screen.text
        assert "* +48" in row(screen, "your phone") and "* +1" not in row(screen, "your phone")
        assert "new: program Cold" in screen.text
        assert "bring all in" in screen.lines[-1]
        assert all(len(line) == size[0] for line in screen.lines)


async def test_another_size_of_the_window_lays_both_sides_out_anew(tmp_path: Path) -> None:
    async with opened(tmp_path, with_phone(a_busy_season(), "+1")) as screen:
        for size in ((120, 36), (80, 24)):
            await screen.pilot.resize_terminal(*size)
            await screen.rest()
            assert isinstance(screen.app.screen, MergeScreen)
            assert "theirs" in screen.lines[3] and "changed: profile" in cursor_line(screen)


@pytest.mark.parametrize(("keys", "phone"), [((), "+48"), (("l",), "+1"), (("l", "h"), "+48"), (("L",), "+1")])
async def test_enter_brings_in_as_chosen_and_one_undo_takes_it_back(
    tmp_path: Path, keys: tuple[str, ...], phone: str
) -> None:
    base = a_busy_season()
    mine = with_phone(base, "+48")
    theirs = replace(with_phone(base, "+1"), programs=(*base.programs, a_program("p-coldsp", "Cold Spring")))
    async with opened(tmp_path, theirs, base=base, mine=mine) as screen:
        go_to(screen, "profile//phone")
        await screen.press(*keys)
        await screen.press("enter")
        kept = screen.reloaded()
        assert kept.profile.phone == phone and "p-coldsp" in kept.programs_by_id
        assert not isinstance(screen.app.screen, MergeScreen)
        assert "Merged: season from hospital.json" in screen.app.screen.query_one(StatusLine).words
        step = screen.app.file.history.undo_step()
        assert step is not None and step.brought and step.aside[0].startswith(f"your phone: {phone}, not ")
        await screen.press("u")
        assert screen.reloaded() == mine


async def test_what_was_decided_against_is_read_under_its_step(tmp_path: Path) -> None:
    base = a_busy_season()
    theirs = replace(with_phone(base, "+1"), notes=())
    mine = replace(with_phone(base, "+48"), tasks=())
    async with opened(tmp_path, replace(theirs, programs=base.programs[::-1]), base=base, mine=mine) as screen:
        await screen.press("enter", "shift+tab")
        for _ in range(200):
            await screen.rest()
            step = next((key for key in screen.app.screen.query_one(RowTable).keys if key.startswith("step:")), "")
            if step:
                break
        go_to(screen, step)
        await screen.rest()
        assert "your phone: +48, not +1" in screen.text


async def test_keys_typed_while_the_copy_is_read_bring_nothing_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, gate = a_busy_season(), Event()
    path = copied(tmp_path, base, with_phone(base, "+1"))
    async with on_screen(base, tmp_path, at=SEASON) as screen:
        read_at_once = screen.app.read_copy

        def read_late(path: Path) -> OtherCopy:
            assert gate.wait(20)
            return read_at_once(path)

        monkeypatch.setattr(screen.app, "read_copy", read_late)
        await screen.press("f7")
        screen.app.screen.query_one(Input).value = str(path)
        await screen.press("enter", "enter", "o")
        assert "being read" in screen.app.screen.query_one(StatusLine).words
        assert screen.season == base
        gate.set()
        await read(screen)
        assert "hospital.json" in screen.text and screen.season == base


async def test_a_long_rank_list_is_seen_whole_on_a_small_screen(tmp_path: Path) -> None:
    programs = tuple(a_program(f"p-{number:06d}", f"Medical Center {number}") for number in range(1, 17))
    base = a_season(*programs)
    ids = tuple(one.id for one in programs)
    mine, theirs = (replace(base, rank_list=RankList(order=order)) for order in (ids, ids[::-1]))
    async with opened(tmp_path, theirs, base=base, mine=mine) as screen:
        assert "15 Medical" not in screen.text
        await screen.press("v")
        await screen.rest()
        assert screen.text.count("15 Medical") == 2
        assert "> your rank list" in screen.text
        await screen.press("v")
        await screen.rest()
        assert "15 Medical" not in screen.text


@pytest.mark.parametrize(
    ("mine", "theirs", "room", "shown"),
    [
        ("+48 22", "+48 23", 20, ("+48 22", "+48 23")),
        ("asked Mon 2 Nov", "asked Mon 2 Nov, then told", 12, ("… Nov", "… Nov, then told")),
        ("asked Mon 2 Nov", "asked Mon 2 Nov, then told", 40, ("asked Mon 2 Nov", "asked Mon 2 Nov, then told")),
        ("seen by two of them", "seen by two of us", 10, ("… of them", "… of us")),
        ("x" * 30 + "a", "x" * 30 + "b", 10, ("… xxxa", "… xxxb")),
        ("the same", "the same", 4, ("the same", "the same")),
    ],
)
def test_two_sides_that_begin_alike_are_shown_from_where_they_differ(
    mine: str, theirs: str, room: int, shown: tuple[str, str]
) -> None:
    assert told_apart(mine, theirs, room) == shown


async def test_esc_leaves_all_as_it_was(tmp_path: Path) -> None:
    base = a_busy_season()
    async with opened(tmp_path, with_phone(base, "+1"), base=base) as screen:
        await screen.press("escape")
        assert not isinstance(screen.app.screen, MergeScreen)
        assert screen.reloaded() == base


async def test_two_programs_of_one_name_are_one_or_two_as_the_person_says(tmp_path: Path) -> None:
    base = a_busy_season()
    mine = replace(base, programs=(*base.programs, a_program("p-mineee", "Cold Spring", tier="A")))
    theirs = replace(base, programs=(*base.programs, a_program("p-theirs", "cold  spring", state="WA")))
    async with opened(tmp_path, theirs, base=base, mine=mine) as screen:
        go_to(screen, "programs/p-mineee=p-theirs")
        assert "* one and the same" in row(screen, "two of one name")
        await screen.press("l")
        assert "* two of one name" in row(screen, "one and the same")
        await screen.press("h", "enter")
        kept = screen.reloaded()
        assert "p-theirs" not in kept.programs_by_id
        assert (kept.programs_by_id["p-mineee"].tier, kept.programs_by_id["p-mineee"].state) == ("A", "WA")


async def test_both_texts_of_a_message_are_seen_and_the_other_stays_among_the_earlier_ones(tmp_path: Path) -> None:
    base = a_season(a_program(), a_letter(body="Dear Dr. Wexley,\n\nThank you."))
    said = [f"Dear Dr. Wexley,\n\n{words}" for words in ("Many thanks.", "I thank you.")]
    mine, theirs = (replace(base, letters=(a_letter(body=body),)) for body in said)
    async with opened(tmp_path, theirs, base=base, mine=mine) as screen:
        go_to(screen, "letters/l-letter/body")
        await screen.rest()
        assert any("Many thanks." in line and "| I thank you." in line for line in screen.lines)
        await screen.press("l", "enter")
        (letter,) = screen.reloaded().letters
        assert letter.body == said[1]
        assert [one.body for one in letter.revisions] == [said[0]]


async def test_two_programs_told_first_are_told_at_once(tmp_path: Path) -> None:
    sent = at("2026-11-20 10:00")
    base = a_season(a_program(), a_program("p-second", "Fenwick"))
    mine = replace(base, letters=(a_letter("l-mineee", sent=sent, promise=Promise.FIRST),))
    theirs = replace(base, letters=(a_letter("l-theirs", "p-second", sent=sent, promise=Promise.FIRST),))
    async with opened(tmp_path, theirs, base=base, mine=mine) as screen:
        await screen.press("enter")
        assert "More than one program was told it is first" in told(screen)


async def test_words_from_the_other_copy_are_never_markup(tmp_path: Path) -> None:
    base = a_busy_season()
    theirs = replace(with_phone(base, HOSTILE), programs=(*base.programs, a_program("p-coldsp", HOSTILE)))
    async with opened(tmp_path, theirs, base=base, mine=with_phone(base, "+48"), size=(200, 50)) as screen:
        go_to(screen, "profile//phone")
        await screen.rest()
        assert screen.text.count("[/b][red]Fenwick") >= 2


async def test_a_copy_without_its_history_is_told_apart(tmp_path: Path) -> None:
    base = a_busy_season()
    theirs = replace(base, programs=base.programs[1:], notes=(), contacts=(), interviews=(), letters=())
    path = copied(tmp_path, base, replace(theirs, programs=(*theirs.programs, a_program("p-coldsp", "Cold Spring"))))
    shutil.rmtree(path.with_name(f"{path.name}.history"))
    async with on_screen(base, tmp_path, at=SEASON) as screen:
        await screen.press("f7")
        await asked(screen, path)
        assert "not known" in screen.text and "Nothing is taken out" in screen.text
        await screen.press("enter")
        kept = screen.reloaded()
        assert {one.id for one in base.programs} | {"p-coldsp"} == {one.id for one in kept.programs}
        assert kept.letters == base.letters


@pytest.mark.parametrize("content", [b"", b'{"a": {}}', b"\xff\xfe"])
async def test_a_file_that_cannot_be_read_is_a_sentence_and_closes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hospital.json"
    path.write_bytes(content)
    async with on_screen(a_busy_season(), tmp_path, at=SEASON) as screen:
        await screen.press("f7")
        await asked(screen, path)
        assert "left as it is" in told(screen)
        assert not isinstance(screen.app.screen, MergeScreen)


async def test_another_applicants_season_is_asked_about(tmp_path: Path) -> None:
    base = a_busy_season()
    theirs = replace(base, profile=replace(base.profile, name="Ada Quill", aamc_id="10000002"))
    for key in ("n", "y"):
        folder = tmp_path / key
        folder.mkdir()
        async with opened(folder, theirs, base=base) as screen:
            assert "Are both you?" in screen.text and "Ada Quill" in screen.text
            await screen.press(key)
            await settled(screen)
            assert isinstance(screen.app.screen, MergeScreen) is (key == "y")


async def test_without_a_file_the_screen_closes_again(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path, at=SEASON) as screen:
        await screen.press("f7", "escape")
        assert not isinstance(screen.app.screen, MergeScreen)


def slowed(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, list[int]]:
    """Everything counts as long, nothing is waited for in silence, and comparing waits until it is let on."""
    let_on = Event()
    counts: list[int] = []
    real = merged_record

    def waiting(*given: Any, **named: Any) -> Any:
        counts.append(len(counts))
        assert let_on.wait(timeout=30)
        return real(*given, **named)

    monkeypatch.setattr(merging, "AT_ONCE", 0)
    monkeypatch.setattr(long_work, "PATIENCE", 0.0)
    monkeypatch.setattr(table_merge, "merged_record", waiting)
    return let_on, counts


async def until_seen(screen: OnScreen, words: str) -> None:
    for _ in range(600):
        await screen.pilot.pause(0.02)
        if words in screen.text:
            return
    raise AssertionError(f"{words!r} never came:\n{screen.text}")


async def name_the_copy(screen: OnScreen, path: Path) -> None:
    await screen.press("f7")
    screen.app.screen.query_one(Input).value = str(path)
    await screen.press("enter")


async def test_a_long_comparison_says_how_far_it_is_and_esc_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_on, counts = slowed(monkeypatch)
    base = a_busy_season()
    path = copied(tmp_path, base, with_phone(base, "555"))
    async with on_screen(base, tmp_path, at=SEASON) as screen:
        await name_the_copy(screen, path)
        await until_seen(screen, "Comparing with hospital.json")
        assert "steps" in screen.text and "esc stops it" in screen.text
        await screen.press("escape")
        await until_seen(screen, "Stopped. Nothing was changed.")
        assert not isinstance(screen.app.screen, MergeScreen) and screen.season == base
        let_on.set()
        await screen.rest()
        assert screen.season == base == screen.reloaded() and counts == [0]


async def test_a_long_comparison_brings_in_the_same_as_a_short_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_on, _ = slowed(monkeypatch)
    let_on.set()
    base = a_busy_season()
    path = copied(tmp_path, base, with_phone(base, "555"))
    async with on_screen(base, tmp_path, at=SEASON) as screen:
        await name_the_copy(screen, path)
        await until_seen(screen, "the profile changed")
        await screen.press("enter")
        await until_seen(screen, "Merged: season from hospital.json")
        assert screen.season.profile.phone == "555" == screen.reloaded().profile.phone
        await screen.press("u")
        assert screen.season == base


async def test_reading_a_copy_that_is_stopped_is_said_where_the_person_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_on, base = Event(), a_busy_season()
    path = copied(tmp_path, base, with_phone(base, "555"))

    def waiting(self: SeasonApp, named: Path) -> None:
        assert let_on.wait(timeout=30)

    monkeypatch.setattr(long_work, "PATIENCE", 0.0)
    monkeypatch.setattr(SeasonApp, "read_copy", waiting)
    async with on_screen(base, tmp_path) as screen:
        await name_the_copy(screen, path)
        await until_seen(screen, "esc stops it")
        await screen.press("escape")
        await until_seen(screen, "Stopped. Nothing was changed.")
        let_on.set()
        assert not isinstance(screen.app.screen, MergeScreen) and screen.season == base


async def test_bringing_in_that_is_stopped_stays_on_the_page_with_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_on, _ = slowed(monkeypatch)
    let_on.set()
    base = a_busy_season()
    path = copied(tmp_path, base, with_phone(base, "555"))
    async with on_screen(base, tmp_path, at=SEASON) as screen:
        await name_the_copy(screen, path)
        await until_seen(screen, "the profile changed")
        let_on.clear()
        await screen.press("enter")
        await until_seen(screen, "Bringing together")
        await screen.press("escape")
        await until_seen(screen, "Stopped. Nothing was changed.")
        let_on.set()
        assert isinstance(screen.app.screen, MergeScreen) and screen.season == base
        await screen.press("enter")
        await until_seen(screen, "Merged: season from hospital.json")
        assert screen.season.profile.phone == "555"


async def test_what_another_window_changed_meanwhile_is_brought_together_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_on, _ = slowed(monkeypatch)
    let_on.set()
    base = a_busy_season()
    path = copied(tmp_path, base, with_phone(base, "555"))
    async with on_screen(base, tmp_path, at=SEASON) as screen:
        await name_the_copy(screen, path)
        await until_seen(screen, "the profile changed")
        let_on.clear()
        await screen.press("enter")
        await until_seen(screen, "Bringing together")
        changed = replace(base, profile=replace(base.profile, email="lena@mail.example"))
        screen.app.take_step(step_between(base, changed, "A command", at=NOW))
        let_on.set()
        await until_seen(screen, "Merged: season from hospital.json")
        assert (screen.season.profile.phone, screen.season.profile.email) == ("555", "lena@mail.example")
