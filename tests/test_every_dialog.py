"""What holds for every dialog: hostile words are only words, and nothing leaks or spills."""

from __future__ import annotations

from typing import Any

import pytest
from textual.screen import ModalScreen

from store.errors import Unclear
from store.records import Letter, Revision
from store.words import Kind
from tests.dialog_view import View, shows
from tests.examples import NOW
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.form import Field, Form
from tui.screens.dialogs.help import Help, HelpRow
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.paste import Paste
from tui.screens.dialogs.pick import Option, Pick
from tui.screens.dialogs.pick_words import PickWords
from tui.screens.dialogs.revisions import Revisions
from tui.themes import THEMES

HOSTILE = (
    *("[/]", "[@click=app.exit]x[/]", "[b]bold", "\x1b]52;c;aGk=\x07", "\x9b2J", "\u202eabc"),
    *("界" * 300, "a" + "\u0301" * 1000, "two\nlines\tand a tab"),
)


def a_letter_with(words: str) -> Letter:
    """A letter that said those words before."""
    return Letter("l-x", "p-x", Kind.QUESTION, subject=words, body="-", revisions=(Revision(NOW, "-", words, words),))


def all_dialogs(words: str) -> list[ModalScreen[Any]]:
    """One of each kind, with those words wherever words go."""

    def heard(text: str) -> tuple[str, str]:
        return words, words

    def refused(text: str) -> tuple[str, str]:
        raise Unclear(words or "-", (words,))

    fields = (
        Field("a", words, value=words, hint=words),
        Field("b", words, kind="text", value=words),
        Field("c", words, kind="choice", choices=(words, Option(1, words, words))),
        Field("d", words, hint=words, understand=heard),
    )
    return [
        Menu(words, (Choice("a", words, 1, words), Choice("b", words, 2)), default=2),
        Ask(words, words, words, heard, words),
        Ask(words, words, "x", refused, words),
        Confirm(words, words, title=words),
        Pick(words, (Option(1, words, words), Option(2, words))),
        Pick(words, (Option(1, words, words), Option(2, words)), multi=True),
        Form(words, fields),
        Help(words, (HelpRow("x", words, words, words),)),
        Paste(words, words, words),
        PickWords(words, (Option(words, words, words), Option(words, words))),
        Revisions(words, a_letter_with(words), NOW.zone),
    ]


@pytest.mark.parametrize("kind", range(11))
async def test_hostile_words_are_only_words(kind: int) -> None:
    for words in HOSTILE:
        app = View(all_dialogs(words)[kind])
        async with app.run_test(size=(80, 24)) as pilot:
            assert await shows(app, "esc ")
            if words.startswith("["):
                assert await shows(app, words)
            drawn = app.drawn()
            assert not any((ord(sign) < 32 and sign != "\n") or 127 <= ord(sign) < 160 for sign in drawn)
            assert "\u202e" not in drawn
            await pilot.press("down", "up", "x")
            await pilot.click(offset=(20, 12))
            assert app.is_running and app.return_code is None


@pytest.mark.parametrize("kind", range(11))
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 10), (20, 5)])
async def test_every_dialog_keeps_inside_the_screen(kind: int, size: tuple[int, int]) -> None:
    app = View(all_dialogs("words that go on and on for a while, and then some more")[kind])
    async with app.run_test(size=size) as pilot:
        await pilot.press("down")
        if size[0] >= 80:
            assert await shows(app, "esc ")  # its keys stand in the frame
        assert app.screen.region.contains_region(app.screen.query_one(".box").region)


@pytest.mark.parametrize("kind", range(11))
async def test_a_dialog_survives_being_resized(kind: int) -> None:
    app = View(all_dialogs("plain words")[kind])
    async with app.run_test(size=(120, 36)) as pilot:
        for size in ((30, 8), (200, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert app.screen.region.contains_region(app.screen.query_one(".box").region)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES] + ["ansi-dark", "ansi-light", "nord"])
async def test_every_theme_can_draw_them(theme: str) -> None:
    for dialog in all_dialogs("plain words"):
        app = View(dialog, theme)
        async with app.run_test(size=(80, 24)):
            assert await shows(app, "plain words", "esc ")


@pytest.mark.parametrize("kind", range(11))
async def test_no_key_reaches_the_view_behind(kind: int) -> None:
    app = View(all_dialogs("plain words")[kind])
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("z", "q", "X", "J", "0", "f1", "delete", "space", "tab", "down", "left", "ctrl+p", "d"):
            if app.screen is app.dialog:
                await pilot.press(key)
        assert app.reached == []
