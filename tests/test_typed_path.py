"""Any path that can be typed ends in a file, a question or one sentence, in a field and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import RuleBroken
from store.season import Season
from store.typed_path import is_folder, is_there, pasted_path, typed_path
from tests.command_shell import Shell
from tests.examples import a_profile, a_program
from tests.on_screen import OnScreen, on_screen
from tui.calendar_writing import a_calendar_file
from tui.half_typed import half_typed_on
from tui.screens.dialogs.ask import Ask

NOBODY = "~nobody-of-that-name/x.json"
LONG = "a" * 300
SEASON = Season(profile=a_profile(), programs=(a_program("p-alder", "Alder"),))


def test_home_and_quotes_are_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert typed_path("~/season.json") == tmp_path / "season.json"
    assert pasted_path(f"  '{tmp_path}/a b.json' ") == tmp_path / "a b.json"


@pytest.mark.parametrize("text", [NOBODY, "~nobody-of-that-name", LONG, f"/tmp/{LONG}/x", "a\0b"])
def test_what_can_be_no_path_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(RuleBroken, match=r"nobody's folder|no path that this machine can use"):
        typed_path(text)


def test_what_cannot_be_looked_at_is_neither_a_folder_nor_there(tmp_path: Path) -> None:
    assert is_folder(tmp_path) and is_there(tmp_path)
    assert not is_folder(Path(LONG)) and not is_there(Path(LONG))
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    assert is_there(link) and not is_folder(link)


@pytest.mark.parametrize(
    "command",
    [
        ["export", "csv", "--out", NOBODY],
        ["export", "json", "--out", "PLACE/" + LONG],
        ["import", NOBODY],
        ["import", "~nobody-of-that-name/list.csv"],
        ["merge", NOBODY],
        ["restore", NOBODY],
        ["check", NOBODY],
        ["demo", "--out", NOBODY],
        ["demo", "--out", "PLACE/" + LONG],
        ["outbox", "--eml", NOBODY],
        ["draft", "Quillmere", "--kind", "thank_you", "--eml", NOBODY],
        ["archive", "--out", NOBODY],
        ["record", "--out", NOBODY],
        ["record", "--out", "PLACE/" + LONG + "/x"],
        ["received", NOBODY],
        ["archive", "--out", "PLACE/" + LONG],
        ["--file", NOBODY, "agenda"],
    ],
)
def test_no_command_breaks_over_a_path(demo: Shell, tmp_path: Path, command: list[str]) -> None:
    before = demo.path.read_bytes()
    said = demo(*(word.replace("PLACE", str(tmp_path)) for word in command))
    assert said.code in (2, 3) and said.err.strip()
    assert demo.path.read_bytes() == before


def test_nor_does_the_season_named_in_the_environment(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.command_line.running import run

    monkeypatch.setenv("PREMATCH_FILE", NOBODY)
    assert run(["list"]) == 2


async def question(screen: OnScreen, key: str) -> Ask:
    await screen.press(*key.split())
    for _ in range(200):
        if isinstance(screen.app.screen, Ask):
            return screen.app.screen
        await screen.rest()
    raise AssertionError(key)


@pytest.mark.parametrize("key", ["f7", "f2", "2 I", "f3"])
@pytest.mark.parametrize("typed", ["~q", LONG, "/" + LONG + "/x", "~q/x"])
async def test_no_field_for_a_path_ends_the_app_now_or_when_it_is_given_back(
    tmp_path: Path, key: str, typed: str
) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        asked = await question(screen, key)
        field = asked.query_one("Input")
        field.value = typed  # type: ignore[attr-defined]
        await screen.press("enter")
        assert screen.app.screen is asked and "!" in screen.text
        kept = half_typed_on(screen.app)
        assert kept
    async with on_screen(SEASON, tmp_path / "again") as screen:
        screen.app.half_typed = kept
        asked = await question(screen, key)
        await screen.rest()
        assert screen.app.screen is asked and screen.app.is_running and "!" in screen.text


async def test_no_line_given_back_ends_the_app_whatever_understanding_it_meets(tmp_path: Path) -> None:
    def breaks(text: str) -> tuple[str, str]:
        raise {"a": RuntimeError, "b": OSError, "c": KeyError, "d": OverflowError}[text]

    async with on_screen(SEASON, tmp_path) as screen:
        for letter in "abcd":
            screen.app.half_typed = {"A question": {"": letter}}
            screen.app.push_screen(Ask("A question", "What", understand=breaks))
            await screen.rest()
            assert "cannot be made out" in screen.text
            await screen.press("escape")
        assert screen.app.is_running


def test_a_calendar_may_go_where_nobody_may_look(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    for look in ("is_dir", "exists"):
        monkeypatch.setattr(Path, look, refused)
    path = tmp_path / "mine.ics"
    assert a_calendar_file(str(path)) == (path, str(path))
