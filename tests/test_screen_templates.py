"""Templates on screen: written, looked through by line, kept in the person's own folder, and used from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.season import Season
from store.words import Status
from tests.examples import a_contact, a_program, a_season, an_interview, at
from tests.on_screen import OnScreen, on_screen, status
from tui.commands import MESSAGES
from tui.screens.dialogs.template_text import TemplateText

SEASON: Season = a_season(
    a_program(status=Status.INTERVIEWED),
    a_contact(),
    an_interview(starts=at("2026-11-23 15:00"), contact_ids=("c-wexley",)),
)
MINE = "Subject: Thank you, {{ name }}\n\n{{ greeting }}\n\nMy own words.\n\n{{ signature }}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "config" / "prematch" / "templates"


async def to_thank_you(screen: OnScreen) -> None:
    """Down to the thank-you among the templates."""
    await screen.press("shift+tab", *"jjjjjjj")
    assert any(line.startswith("> thank-you") for line in screen.lines), screen.text


async def test_a_form_is_written_and_kept_for_its_owner(tmp_path: Path, folder: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=MESSAGES) as screen:
        await to_thank_you(screen)
        await screen.press("e", "enter")
        dialog = screen.app.screen
        assert isinstance(dialog, TemplateText)
        assert "{{ hook }}" in dialog.area.text, "it begins with the shipped one"
        dialog.area.text = MINE
        await screen.rest()
        await screen.press("ctrl+s")
        path = folder / "thank-you.director.txt.j2"
        assert path.read_text(encoding="utf-8") == MINE
        assert path.stat().st_mode & 0o777 == 0o600
        assert "Kept: " in status(screen)


async def test_a_form_of_mine_is_removed_and_its_text_is_kept(tmp_path: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    path = folder / "thank-you.director.txt.j2"
    path.write_text(MINE, encoding="utf-8")
    async with on_screen(SEASON, tmp_path, at=MESSAGES) as screen:
        await to_thank_you(screen)
        await screen.press("X", "escape")
        assert path.exists()
        await screen.press("X", "enter")
        assert not path.exists() and "Removed." in status(screen)
        assert path.with_name(f"{path.name}.removed").read_text(encoding="utf-8") == MINE
        await screen.press("X")
        assert "no form of it is yours" in status(screen)


async def test_what_is_wrong_is_told_by_line_and_kept_only_at_a_second_word(tmp_path: Path, folder: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=MESSAGES) as screen:
        await to_thank_you(screen)
        await screen.press("e", "enter")
        dialog = screen.app.screen
        assert isinstance(dialog, TemplateText)
        dialog.area.text = "Subject: x\n\n{{ hok }}"
        await screen.rest()
        await screen.press("ctrl+s")
        assert await screen.comes(lambda: "Line 3: it uses the unknown name" in screen.text)
        assert not folder.exists()
        await screen.press("ctrl+s")
        assert (folder / "thank-you.director.txt.j2").exists()
        await screen.press("enter", "enter")
        assert [one.message for one in screen.app._notifications][-1].endswith(
            "The one that comes with the app is used instead."
        )
        assert "stayed with me" in screen.season.letters[-1].body


async def test_a_new_form_is_named_and_offered_when_a_message_is_begun(tmp_path: Path, folder: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=MESSAGES) as screen:
        await to_thank_you(screen)
        await screen.press("e", "end")
        await screen.write("new form")
        await screen.press("enter")
        await screen.write("After a call")
        assert "kept as thank-you.after-a-call.txt.j2" in screen.text
        await screen.press("enter")
        dialog = screen.app.screen
        assert isinstance(dialog, TemplateText)
        dialog.area.text = MINE
        await screen.rest()
        await screen.press("ctrl+s")
        await screen.press("enter", "enter")
        assert "in which form?" in screen.text
        await screen.press("down", "enter")
        assert screen.season.letters[-1].variant == "after-a-call"
        assert "My own words." in screen.season.letters[-1].body


async def test_a_fact_is_put_in_by_name(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=MESSAGES) as screen:
        await to_thank_you(screen)
        await screen.press("e", "enter", "ctrl+t")
        await screen.write("interests")
        await screen.press("enter")
        dialog = screen.app.screen
        assert isinstance(dialog, TemplateText)
        assert "{{ interests | listed }}" in dialog.area.text


async def test_broken_ones_stand_in_the_preview_and_nothing_of_a_file_name_is_markup(
    tmp_path: Path, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "thank-you.short.txt.j2").write_text("Subject: x\n\n{{ 2 * 3 }}", encoding="utf-8")
    (folder / "[@click=app.quit]x.txt.j2").write_text("x", encoding="utf-8")
    async with on_screen(SEASON, tmp_path, size=(200, 50), at=MESSAGES) as screen:
        await to_thank_you(screen)
        await screen.pilot.pause(0.3)
        for _ in range(100):
            if "Cannot be used" in screen.text:
                break
            await screen.pilot.pause(0.05)
        assert "thank-you.short: Line 3: it multiplies." in screen.text
        assert "[@click=app.quit]x" in screen.text


async def test_elsewhere_the_key_says_where_it_works(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=MESSAGES) as screen:
        await screen.press("e")
        assert "under Templates" in status(screen)


async def test_a_form_only_looked_at_is_left_with_one_key_and_a_changed_one_with_two(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=MESSAGES) as screen:
        await to_thank_you(screen)
        await screen.press("e", "enter", "escape")
        assert not isinstance(screen.app.screen, TemplateText)
        await screen.press("e", "enter", "x", "escape")
        assert isinstance(screen.app.screen, TemplateText)
        await screen.press("escape")
        assert not isinstance(screen.app.screen, TemplateText)
