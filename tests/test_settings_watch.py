"""The settings file changed by hand while the screen is open: taken up, told in a sentence, wrong lines named."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.season_file import SeasonFile
from tests.examples import NOW
from tests.on_screen import OnScreen, on_screen
from tui.app import SeasonApp
from tui.asking.settings import keep
from tui.settings import Settings
from tui.settings_file import read_settings
from tui.settings_watch import SettingsWatch, take_up
from tui.watch import Watch

DEMO = demo_season(NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


async def changed(seen: OnScreen, path: Path, text: str) -> None:
    """Write that into the settings file of the running app, and let it be taken up."""
    path.write_text(text, encoding="utf-8")
    seen.app.settings_path = path
    take_up(seen.app)
    await seen.rest()


def told(app: SeasonApp) -> list[str]:
    return [one.message for one in app._notifications]


async def test_a_theme_a_glyph_and_a_key_hold_at_once_and_one_sentence_says_so(tmp_path: Path, path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=(120, 36), settings=Settings(glyphs="unicode")) as seen:
        text = 'theme = "high-contrast"\nglyphs = "ascii"\n[keys]\n"rows.status" = "W"\n'
        await changed(seen, path, text)
        assert seen.app.theme == "high-contrast" and seen.text.isascii()
        said = "Your settings file was changed: theme high-contrast, glyphs ascii, another key for one command."
        assert said in seen.text
        assert "W status" in seen.lines[-1]
        await seen.press("W")
        assert "invited" in seen.text
        assert not told(seen.app)


async def test_colour_holds_from_the_next_start_on(tmp_path: Path, path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as seen:
        await changed(seen, path, 'color = "never"\n')
        assert "color never from the next start on" in seen.text


@pytest.mark.parametrize("text", ['theme = "pink"\nquit = "once"\n', 'theme = "pink"\nquit = "once"\n# more\n'])
async def test_a_wrong_line_is_named_and_what_held_there_holds_on(tmp_path: Path, path: Path, text: str) -> None:
    async with on_screen(DEMO, tmp_path, settings=Settings(theme="season-light")) as seen:
        await changed(seen, path, text)
        assert seen.app.theme == "season-light" and seen.app.settings.quit_once
        (trouble,) = told(seen.app)
        assert "settings.toml, line 1" in trouble and "season-light holds." in trouble
        assert "Your settings file was changed: quit once." in seen.text


async def test_a_file_that_is_no_toml_changes_nothing(tmp_path: Path, path: Path) -> None:
    before = Settings(theme="season-light", quit_once=True, keys={"rows.status": "W"})
    async with on_screen(DEMO, tmp_path, settings=before) as seen:
        await changed(seen, path, 'theme = "high-contrast"\nquit = "twice\n')
        found = seen.app.settings
        assert (found.theme, found.quit_once, found.keys) == ("season-light", True, {"rows.status": "W"})
        (trouble,) = told(seen.app)
        assert "line 2" in trouble and "nothing changes" in trouble and "defaults" not in trouble


@pytest.mark.parametrize(
    ("keys", "kept", "words"),
    [
        ('"rows.status" = "d"', "W", "“W” holds."),
        ('"rows.status" = "W"\n"rows.done" = "W"', "W", "Its own key holds."),
        ('"rows.done" = "W"\n"rows.status" = "m"', "", "Its own key holds."),
    ],
)
def test_a_key_that_cannot_be_leaves_the_one_that_was(path: Path, keys: str, kept: str, words: str) -> None:
    path.write_text(f"[keys]\n{keys}\n", encoding="utf-8")
    found = read_settings(path, Settings(keys={"rows.status": "W"}))
    assert found.keys.get("rows.status", "") == kept and words in found.troubles[0]


async def test_nothing_is_said_of_what_changes_nothing(tmp_path: Path, path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as seen:
        await changed(seen, path, "# nothing is set here\n")
        assert "settings" not in seen.text and not told(seen.app)


async def test_what_was_changed_in_the_app_itself_is_not_told_again(tmp_path: Path, path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as seen:
        seen.app.settings_path = path
        assert keep(seen.app, "theme", "high-contrast")
        take_up(seen.app)
        await seen.rest()
        assert "theme: high-contrast" in seen.text and "settings file" not in seen.text


async def test_a_file_that_is_gone_brings_the_defaults_back(tmp_path: Path, path: Path) -> None:
    async with on_screen(DEMO, tmp_path, settings=Settings(theme="season-light")) as seen:
        seen.app.settings_path = path
        take_up(seen.app)
        assert seen.app.theme == "season-dark"


def test_a_file_is_taken_up_once_it_has_rested(path: Path) -> None:
    path.write_text("", encoding="utf-8")
    heard: list[str] = []
    watch = SettingsWatch(path, lambda: heard.append(path.read_text(encoding="utf-8")))
    watch.look()
    watch.look()
    path.write_text('theme = "se', encoding="utf-8")
    watch.look()
    path.write_text('theme = "season-light"', encoding="utf-8")
    watch.look()
    assert heard == []
    watch.look()
    watch.look()
    assert heard == ['theme = "season-light"']
    path.unlink()
    watch.look()
    path.write_text('theme = "season-light"\n', encoding="utf-8")
    watch.look()
    watch.look()
    assert len(heard) == 2


def test_without_a_file_of_settings_nothing_is_told() -> None:
    watch = SettingsWatch(None, lambda: pytest.fail("told of nothing"))
    watch.look()
    watch.look()


def test_the_watch_of_the_season_looks_after_the_settings_too(tmp_path: Path) -> None:
    looked = threading.Event()
    with SeasonFile.open(tmp_path / "season.json", read_only=True) as file:
        watch = Watch(file, lambda sight: None, beside=looked.set, every=0.01)
        watch.start()
        assert looked.wait(timeout=30)
        watch.stop()
