"""What stood half typed in a question is kept for its owner only, given back once, and never in the way."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from store.season import Season
from store.season_file import SeasonFile
from tests.examples import NOW, a_profile, a_program
from tests.on_screen import OnScreen, begun, on_screen, told
from tests.test_leaving import ENDS, Home, home
from tests.walking import Walker
from tui import half_typed
from tui.app import SeasonApp
from tui.half_typed import half_typed_on, keep_half_typed
from tui.kept_questions import Kept, forget_half_typed, place_of, read_half_typed, words_about
from tui.screens.dialogs.form import Field, Form
from tui.settings import Settings

__all__ = ["home"]
SEASON = Season(profile=a_profile(), programs=(a_program("p-alder", "Alder"),))


def kept(place: Path, texts: Kept) -> None:
    """As an app that was ended has left it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(texts), encoding="utf-8")


async def test_a_line_half_typed_is_given_back_to_the_same_question_once(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        await screen.press("f2", "ctrl+u", *"stick")
        found = half_typed_on(screen.app)
        assert found == {"A copy of the season": {"": "stick"}}
        place = place_of(screen.path)
        keep_half_typed(screen.app, place)
    assert place.stat().st_mode & 0o777 == 0o600 and place.parent.stat().st_mode & 0o777 == 0o700
    assert read_half_typed(place) == found
    async with on_screen(SEASON, tmp_path) as screen:
        assert "“A copy of the season” stood half filled in" in told(screen)
        for stands in (True, False):
            await screen.press("f2")
            assert "half filled in" not in told(screen)  # it would cover the question
            assert (" stick " in screen.text) is stands
            assert place.exists() is stands  # for as long as the question is open
            await screen.press("escape")


async def test_a_question_as_it_was_opened_keeps_nothing(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        for key in ("f2", "n"):
            await screen.press(key)
            assert half_typed_on(screen.app) == {}
            await screen.press("escape")
        keep_half_typed(screen.app, tmp_path / "state" / "kept.json")
        assert not (tmp_path / "state").exists()


async def test_what_was_not_opened_again_is_kept_for_the_next_time(tmp_path: Path) -> None:
    place = place_of(tmp_path / "season.json")
    kept(place, {"Another question": {"name": "Zephyr"}})
    async with on_screen(SEASON, tmp_path) as screen:
        await screen.press("f2", "ctrl+u", *"stick", "ctrl+q")
        await screen.app.workers.wait_for_complete()
    assert read_half_typed(place) == {
        "Another question": {"name": "Zephyr"},
        "A copy of the season": {"": "stick"},
    }


async def test_another_season_neither_tells_nor_takes_it(tmp_path: Path) -> None:
    place = place_of(tmp_path / "one" / "season.json")
    kept(place, {"A [b]program[/]": {"name": "x"}})
    async with on_screen(SEASON, tmp_path / "other") as screen:
        assert "half filled in" not in told(screen)
    async with on_screen(SEASON, tmp_path / "one") as screen:
        assert "“A [b]program[/]” stood half filled in" in told(screen)
    assert place.exists()


async def test_after_a_month_it_is_forgotten(tmp_path: Path) -> None:
    place = place_of(tmp_path / "season.json")
    kept(place, {"A program": {"name": "x"}})
    written = place.stat().st_mtime
    assert read_half_typed(place, at=written + 29 * 24 * 3600) and not read_half_typed(
        place, at=written + 31 * 24 * 3600
    )
    os.utime(place, (written - 31 * 24 * 3600,) * 2)
    async with on_screen(SEASON, tmp_path) as screen:
        assert "half filled in" not in told(screen) and not place.exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', "null", "\0", "[" * 100_000])
def test_a_file_that_makes_no_sense_counts_as_nothing(tmp_path: Path, text: str) -> None:
    place = tmp_path / "kept.json"
    place.write_text(text, encoding="utf-8")
    assert read_half_typed(place) == {}
    forget_half_typed(place)
    forget_half_typed(place)
    assert list(tmp_path.iterdir()) == []


def test_every_question_is_named() -> None:
    assert "“One”, “Two” stood" in words_about({"One": {}, "Two": {}})


TWO = Season(profile=a_profile(), programs=(a_program("p-alder", "Alder"), a_program("p-birch", "Birch")))


async def reason_asked(screen: OnScreen) -> str:
    """What stands in the question for the reason, asked of the program under the cursor."""
    await screen.press("a", "r", "t")
    assert "The reason" in screen.text
    return next((line for line in screen.lines if "mentor" in line), "")


async def test_words_half_typed_for_one_program_are_not_given_to_another(tmp_path: Path) -> None:
    async with on_screen(TWO, tmp_path, at="programs") as screen:
        assert not await reason_asked(screen)
        await screen.write("my mentor")
        keep_half_typed(screen.app, place_of(screen.path))
    async with on_screen(TWO, tmp_path, at="programs") as screen:
        assert "“The reason” stood half filled in" in told(screen)
        await screen.press("j")
        assert not await reason_asked(screen)
        await screen.press("escape", "k")
        assert await reason_asked(screen)


async def test_a_note_that_is_changed_is_not_given_the_words_of_a_new_one(tmp_path: Path) -> None:
    async with on_screen(TWO, tmp_path) as screen:
        new = Form("A note about Alder", (Field("text", "Note"),), about="p-alder")
        old = Form("A note about Alder", (Field("text", "Note"),), about="n-old")
        assert new.kept_as != old.kept_as and new.heading == old.heading
        screen.app.half_typed = {new.kept_as: {"text": "half a thought"}}
        for form, stands in ((old, False), (new, True)):
            screen.app.push_screen(form)
            await screen.rest()
            assert ("half a thought" in screen.text) is stands
            await screen.press("escape")


def test_what_a_question_is_about_is_not_told() -> None:
    assert words_about({"The reason\np-alder": {}, "The reason\np-birch": {}}).count("The reason") == 1
    assert "p-" not in words_about({"The reason\np-alder": {}})


async def written_down(screen: OnScreen, place: Path, words: str) -> bool:
    """Does that file come to hold these words, or to be gone when there are none?"""
    for _ in range(500):
        await screen.pilot.pause(0.02)
        kept = read_half_typed(place)
        if (words in str(kept)) if words else not place.exists():
            return True
    return False


async def test_a_question_is_written_down_while_it_is_typed_and_forgotten_once_it_is_settled(tmp_path: Path) -> None:
    place = place_of(tmp_path / "season.json")
    kept(place, {"Another question": {"name": "Zephyr"}})
    async with on_screen(SEASON, tmp_path) as screen:
        await screen.press("f2", "ctrl+u", *"stick")
        assert await written_down(screen, place, "stick")
        assert place.stat().st_mode & 0o777 == 0o600
        await screen.press("escape")
        for _ in range(500):
            await screen.pilot.pause(0.02)
            if "stick" not in str(read_half_typed(place)):
                break
        assert read_half_typed(place) == {"Another question": {"name": "Zephyr"}}


async def test_words_taken_out_again_are_forgotten(tmp_path: Path) -> None:
    place = place_of(tmp_path / "season.json")
    async with on_screen(SEASON, tmp_path) as screen:
        await screen.press("n", "z")
        assert await written_down(screen, place, "z")
        await screen.press("backspace")
        assert await written_down(screen, place, "")


async def test_what_was_chosen_is_given_back_like_what_was_typed(tmp_path: Path) -> None:
    fields = (Field("name", "Name"), Field("sure", "Sure", "no", "choice", ("no", "yes")))
    async with on_screen(SEASON, tmp_path) as screen:
        screen.app.push_screen(Form("A question", fields))
        await screen.rest()
        await screen.press("tab", "right")
        found = half_typed_on(screen.app)
        assert found == {"A question": {"sure": "yes"}}
        assert await written_down(screen, place_of(screen.path), "yes")
        await screen.press("escape", "escape")
        screen.app.half_typed = found
        screen.app.push_screen(Form("A question", fields))
        await screen.rest()
        assert "‹ yes ›" in screen.text


async def test_a_window_that_only_reads_takes_nothing_that_is_still_typed_in_the_other(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    kept(place_of(path), {"A copy of the season": {"": "stick"}})
    with SeasonFile.open(path) as holder:
        holder.save(SEASON)
        app = SeasonApp(SeasonFile.open(path, lock_later=True), lambda profile: NOW, Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            await begun(app, pilot)
            await app.workers.wait_for_complete([one for one in app.workers if one.name == "wait until free"])
            seen = OnScreen(app, pilot, path)
            assert "half filled in" not in told(seen) and place_of(path).exists()
            holder.close()
            await seen.press("r")
            assert "half filled in" in told(seen)
        app.saver.stop()
        app.file.close()


async def test_what_was_answered_is_kept_until_the_last_question_that_follows_is_answered_and_saved(
    tmp_path: Path,
) -> None:
    async with on_screen(SEASON, tmp_path, at="messages") as screen:
        place = place_of(screen.path)
        await screen.press("a", "p")
        await screen.write("Dear applicant")
        await screen.press("ctrl+s")
        assert "From which program?" in screen.text
        assert await written_down(screen, place, "Dear applicant")
        await screen.press("enter")
        assert "A message from" in screen.text
        await screen.pilot.pause(half_typed.SETTLED * 2)
        keep_half_typed(screen.app, place)
        assert "Dear applicant" in str(read_half_typed(place))
        await screen.press("ctrl+s", "enter", "enter")
        assert screen.season.letters and screen.app.saver.wait(5)
        assert await written_down(screen, place, "")


async def test_what_was_answered_is_forgotten_when_the_next_question_is_given_up(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at="messages") as screen:
        place = place_of(screen.path)
        await screen.press("a", "p")
        await screen.write("Dear applicant")
        await screen.press("ctrl+s")
        assert await written_down(screen, place, "Dear applicant")
        await screen.press("escape")
        assert await written_down(screen, place, "")


def half_asked(window: Walker) -> None:
    """A new program with its name half typed."""
    window.press("n")
    window.sees("New program|A program")
    window.send(b"Zephyr")
    window.sees("Zephyr")


def test_killed_outright_the_question_has_the_words_again(home: Home) -> None:
    window = home.window()
    half_asked(window)
    place = Path(f"{home.folder}/state/prematch/{place_of(home.path).name}")
    assert window.until(lambda: "Zephyr" in str(read_half_typed(place)))
    os.kill(window.pid, signal.SIGKILL)
    assert window.wait() == -signal.SIGKILL
    again = home.window()
    again.sees("stood half filled in")
    again.press("n")
    again.sees("Zephyr")


@pytest.mark.parametrize(("end", "code"), [one[1:] for one in ENDS], ids=[one[0] for one in ENDS])
def test_ended_in_any_other_way_the_question_has_them_too(home: Home, end: Callable[[Walker], None], code: int) -> None:
    window = home.window()
    half_asked(window)
    end(window)
    assert window.wait() == code
    again = home.window()
    again.sees("stood half filled in")
    again.press("n")
    again.sees("Zephyr")
