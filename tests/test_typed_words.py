"""Words being typed are on disk within half a second and given back after a kill, each to its message, once."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from store.rules.letters import mark_sent
from store.season import Season
from store.season_file import SeasonFile
from store.words import Promise
from tests.examples import NOW
from tests.on_screen import OnScreen, begun, on_screen, told
from tests.test_leaving import ENDS, PATIENT, TYPED, Home, home, typing
from tests.test_screen_editor import FINE, opened, rested, thanked
from tests.walking import PROGRAM, Walker
from tui.app import SeasonApp
from tui.given_back import NAME_KEPT
from tui.screens import editor
from tui.settings import Settings
from tui.typed_words import TypedWords, place_of, read_notes

__all__ = ["home"]
SUBJECT = "Thank you, Noor Halvard"


@pytest.fixture(autouse=True)
def _state_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def written(place: Path, season: Season, body: str, *, on_screen: Season | None = None) -> None:
    """Notes as a window leaves them that was killed while this was typed into the draft of that season."""
    words = TypedWords(place)
    words.note("l-letter", SUBJECT, body, on_disk=season, on_screen=on_screen or season)
    words.close()


def body_of(season: Season) -> str:
    return season.letters_by_id["l-letter"].body


async def test_what_is_typed_is_written_down_before_any_save_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_of(tmp_path / "season.json")
    async with opened(thanked(), tmp_path) as (seen, _):
        monkeypatch.setattr(editor, "PAUSE", 60.0)
        monkeypatch.setattr(editor, "UNBROKEN", 60.0)
        await seen.write("zeal")
        for _ in range(200):
            await seen.pilot.pause(0.02)
            if place.exists() and "zeal" in place.read_text(encoding="utf-8"):
                break
        notes = read_notes(place)
        assert notes["l-letter"].subject == SUBJECT and "zeal" in notes["l-letter"].body
        assert "zeal" not in body_of(seen.season)
        assert place.stat().st_mode & 0o777 == 0o600 and place.parent.stat().st_mode & 0o777 == 0o700


async def test_the_save_clears_it(tmp_path: Path) -> None:
    place = place_of(tmp_path / "season.json")
    async with opened(thanked(), tmp_path) as (seen, _):
        await seen.write("zeal")
        await rested(seen)
        assert seen.app.saver.wait(10)
        await seen.rest()
        assert seen.app.typed
        seen.app.typed.close()
        assert "zeal" in body_of(seen.reloaded()) and not place.exists()


async def test_words_typed_on_after_they_were_written_down_leave_nothing_older_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_of(tmp_path / "season.json")
    async with opened(thanked(), tmp_path) as (seen, _):
        monkeypatch.setattr(editor, "PAUSE", 1e9)
        monkeypatch.setattr(editor, "UNBROKEN", 1e9)
        await seen.write("ze")
        for _ in range(200):
            await seen.pilot.pause(0.02)
            if "ze" in str(read_notes(place)):
                break
        assert "ze" in read_notes(place)["l-letter"].body
        monkeypatch.setattr(editor, "SECONDS_BETWEEN", 1e9)
        await seen.write("al")
        seen.app.settle_screens()
        assert "zeal" in body_of(seen.reloaded())
        await seen.rest()
        assert seen.app.typed
        seen.app.typed.close()
        assert not place.exists()


async def test_on_return_the_words_are_in_the_message_as_one_step_and_the_note_goes(tmp_path: Path) -> None:
    place = place_of(tmp_path / "season.json")
    written(place, thanked(), f"{FINE} And more.")
    async with on_screen(thanked(), tmp_path) as seen:
        assert "Your words in “Thank-you" in told(seen) and "are in it again" in told(seen)
        assert seen.app.saver.wait(10)
        await seen.rest()
        assert body_of(seen.reloaded()) == f"{FINE} And more."
        assert seen.app.typed
        seen.app.typed.close()
        assert not place.exists()
        await seen.press("u")
        assert seen.app.saver.wait(10) and body_of(seen.reloaded()) == FINE
    async with on_screen(seen.app.state.season, tmp_path / "again") as seen:
        assert "while you typed" not in told(seen)


async def test_words_the_season_has_already_are_not_told_of(tmp_path: Path) -> None:
    place = place_of(tmp_path / "season.json")
    written(place, thanked(), f"{FINE} More.")
    async with on_screen(thanked(body=f"{FINE} More."), tmp_path) as seen:
        assert "while you typed" not in told(seen) and seen.app.typed
        seen.app.typed.close()
        assert not place.exists()


async def test_words_on_top_of_a_text_that_was_handed_in_but_not_saved_fit_either(tmp_path: Path) -> None:
    handed = thanked(body=f"{FINE} One.")
    written(place_of(tmp_path / "season.json"), thanked(), f"{FINE} One. Two.", on_screen=handed)
    async with on_screen(handed, tmp_path) as seen:
        assert body_of(seen.app.state.season) == f"{FINE} One. Two."


async def test_a_message_changed_elsewhere_since_keeps_its_text_and_has_the_words_among_its_earlier_ones(
    tmp_path: Path,
) -> None:
    written(place_of(tmp_path / "season.json"), thanked(), f"{FINE} Typed.")
    async with on_screen(thanked(body=f"{FINE} Changed elsewhere."), tmp_path) as seen:
        assert "among its earlier texts" in told(seen)
        letter = seen.app.state.season.letters_by_id["l-letter"]
        assert letter.body == f"{FINE} Changed elsewhere."
        assert [(one.body, one.name) for one in letter.revisions][-1] == (f"{FINE} Typed.", NAME_KEPT)


async def test_words_of_a_message_that_was_sent_since_or_is_gone_go_into_a_file_and_are_told_once(
    tmp_path: Path,
) -> None:
    sent = mark_sent(thanked(), "l-letter", at=NOW, promise=Promise.NONE, now=NOW)
    for number, season in enumerate((sent, replace(thanked(), letters=()))):
        folder = tmp_path / str(number)
        written(place_of(folder / "season.json"), thanked(), "Dear Dr. Wexley, [/b] zeal")
        async with on_screen(season, folder) as seen:
            assert "your words are in" in told(seen)
            assert seen.app.typed
            seen.app.typed.close()
        (kept,) = (tmp_path / "state" / "prematch").glob(f"{place_of(folder / 'season.json').stem} (words*.txt")
        assert kept.read_text(encoding="utf-8") == f"{SUBJECT}\n\nDear Dr. Wexley, [/b] zeal\n"
        assert kept.stat().st_mode & 0o777 == 0o600
        assert not place_of(folder / "season.json").exists()


async def test_a_window_that_only_reads_leaves_them_to_the_one_that_writes_and_gives_them_back_once_it_does(
    tmp_path: Path,
) -> None:
    path = tmp_path / "season.json"
    written(place_of(path), thanked(), f"{FINE} More.")
    with SeasonFile.open(path) as holder:
        holder.save(thanked())
        app = SeasonApp(SeasonFile.open(path, lock_later=True), lambda profile: NOW, Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            await begun(app, pilot)
            await app.workers.wait_for_complete([one for one in app.workers if one.name == "wait until free"])
            seen = OnScreen(app, pilot, path)
            assert "while you typed" not in told(seen) and place_of(path).exists()
            holder.close()
            await seen.press("r")
            assert body_of(app.state.season) == f"{FINE} More."
        app.saver.stop()
        app.file.close()


def test_what_was_typed_and_taken_out_again_is_not_given_back(tmp_path: Path) -> None:
    place = tmp_path / "state" / "typed.json"
    words, note = TypedWords(place), partial(TypedWords.note, on_disk=thanked(), on_screen=thanked())
    note(words, "l-letter", SUBJECT, "Dear")
    note(words, "l-letter", SUBJECT, FINE)
    words.close()
    assert not place.exists()


def test_what_is_typed_on_while_a_save_runs_stays_written_down(tmp_path: Path) -> None:
    place, saved = tmp_path / "state" / "typed.json", thanked(body="One")
    words = TypedWords(place)
    words.note("l-letter", SUBJECT, "One two", on_disk=thanked(), on_screen=saved)
    words.saved(saved)
    words.close()
    assert read_notes(place)["l-letter"].body == "One two"


def test_where_nothing_can_be_written_typing_goes_on(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the folder's place")
    words = TypedWords(tmp_path / "state" / "typed.json")
    words.note("l-letter", "", "zeal", on_disk=thanked(), on_screen=thanked())
    words.close()
    assert (tmp_path / "state").read_text() == "a file in the folder's place"


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"a": 1}', "null", "\0", '{"a": {"subject": "x"}}', '"\ud800"', "[" * 100_000]
)
def test_a_file_that_makes_no_sense_counts_as_nothing(tmp_path: Path, text: str) -> None:
    place = tmp_path / "typed.json"
    place.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert read_notes(place) == {}


UNSAVED = f"import tui.screens.editor as it; it.PAUSE = it.UNBROKEN = 1e9; {PROGRAM}"
"""The program as it stands in the seconds before a save: words come without a pause."""


def test_killed_before_any_save_it_gives_the_words_back(home: Home) -> None:
    window = home.window(UNSAVED)
    typing(window)
    place = Path(f"{home.folder}/state/prematch/{place_of(home.path).name}")
    assert window.until(lambda: any(TYPED in one.body for one in read_notes(place).values()))
    os.kill(window.pid, signal.SIGKILL)
    assert window.wait() == -signal.SIGKILL
    assert home.drafts_with(TYPED) == 0
    again = home.window()
    again.sees("while you typed")
    assert again.until(lambda: home.drafts_with(TYPED) == 1)
    assert again.until(lambda: not place.exists())


@pytest.mark.parametrize(("end", "code"), [one[1:] for one in ENDS], ids=[one[0] for one in ENDS])
def test_ended_in_any_other_way_nothing_stays_written_down(
    home: Home, end: Callable[[Walker], None], code: int
) -> None:
    window = home.window(PATIENT)
    typing(window)
    end(window)
    assert window.wait() == code
    assert not list(home.folder.glob("state/prematch/typed-*"))
