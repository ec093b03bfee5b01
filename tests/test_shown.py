"""Text people bring is shown as it stands: no markup acts, no control code reaches the terminal."""

from __future__ import annotations

import re
from asyncio import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.markup import MarkupError
from textual.widget import Widget
from textual.widgets import Button, DataTable, Label, OptionList, Static

from tests.terminal import Terminal
from tui.shown import column, line, notice, plain, single_signs
from tui.widgets.draft_area import DraftArea
from tui.widgets.subject_field import SubjectField

OSC_52 = "\x1b]52;c;aGk=\x07"
HOSTILE = (
    "[/]",
    "[@click=app.exit]x[/]",
    "IM [Categorical]",
    "[b]bold[/b] [red on blue]",
    "\\[/x]",
    f"{OSC_52}copy",
    "\x1b]0;title\x07\x1b[2J\x1b[31mred",
    "\x9b31m\x9d0;t\x9c",
    "\u202eevil\u2066\u200b\ufeff",
    "界" * 300,
    "a" + "\u0301" * 1000,
    "one\r\ntwo\rthree\ttab\x00\x7f",
    "\ud800half",
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("👩\u200d⚕️ Bay", "👩 Bay"),
        ("👨\u200d👩\u200d👧\u200d👦 Hospital", "👨 Hospital"),
        ("👍🏽 Vale ❤️", "👍 Vale ❤"),
        ("क्\u200dष Hospital", "क्\u200dष Hospital"),
        ("école 東京", "école 東京"),
    ],
)
def test_of_signs_joined_into_one_picture_a_line_shows_the_first(text: str, shown: str) -> None:
    assert single_signs(text) == line(text, 40) == shown


class Shop(App[None]):
    """One of every widget that shows text, all showing the same words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        shown = line(self.words, 70)
        yield Static(plain(shown), classes="one")
        yield Label(plain(shown), classes="one")
        yield Button(plain(shown), classes="one")
        yield OptionList(plain(shown), classes="one")
        yield OptionList(shown, markup=False, classes="one")
        yield SubjectField(self.words, limit=2000, classes="one")
        yield DraftArea(self.words, classes="one")
        table: DataTable[object] = DataTable(classes="one")
        yield table
        titled = Static(classes="one")
        titled.border_title = plain(shown)
        titled.styles.border = ("solid", "red")
        yield titled

    def on_mount(self) -> None:
        shown = line(self.words, 70)
        table = self.query_one(DataTable)
        table.add_column("name")
        table.add_row(plain(shown))
        self.notify(notice(self.words), title=line(self.words, 40), markup=False)


def drawn(app: App[None]) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_widget_crashes_acts_or_lets_a_code_through(words: str) -> None:
    app = Shop(words)
    async with app.run_test(size=(80, 60), notifications=True) as pilot:
        await pilot.pause()
        for widget in app.query(".one").results(Widget):
            await pilot.click(widget, offset=(1, 1 if widget.styles.border_title_color else 0))
        await sleep(0.05)
        text = drawn(app)
        assert app.is_running and app.return_value is None
        assert not [sign for sign in text if (ord(sign) < 32 and sign != "\n") or 127 <= ord(sign) < 160]
        assert not re.search("[\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", text)
        if "[" in words and words.isprintable():
            assert text.count(words) >= 8


async def test_a_bare_str_crashes_or_loses_its_brackets() -> None:
    class Naive(App[None]):
        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

        def compose(self) -> ComposeResult:
            yield Static(self.words)

    with pytest.raises(MarkupError):
        async with Naive("Fenwick [/x]").run_test():
            pass
    app = Naive("IM [Categorical]")
    async with app.run_test():
        assert "Categorical" not in drawn(app)


PROGRAM = """
import sys
from textual.app import App
from textual.widgets import Input, OptionList, Static, TextArea
from tui.opening import driver_for_here
from tui.shown import line, notice, plain
from tui.widgets.draft_area import DraftArea
from tui.widgets.subject_field import SubjectField

words = eval(sys.argv[1])

class Page(App):
    def compose(self):
        yield Static(plain(words))
        yield OptionList(line(words, 60), markup=False)
        yield SubjectField(words, limit=2000)
        yield DraftArea(words)
    def on_mount(self):
        self.notify(notice(words), title=line(words, 30), markup=False)
        self.set_timer(0.4, self.exit)

Page(driver_class=driver_for_here()).run()
"""


@pytest.mark.parametrize("words", [OSC_52 + "over", "\x1b]0;my title\x07here", "\x9d52;c;eA==\x9cthere", "\x1bcwipe"])
def test_no_code_in_stored_text_reaches_a_real_terminal(words: str) -> None:
    terminal = Terminal(PROGRAM, repr(words))
    terminal.wait()
    terminal.close()
    end = words[-4:].encode()
    assert end in terminal.output, "the words themselves were shown"
    for code in (b"\x1b]52", b"\x1b]0;", "\x9d".encode(), b"\x9d52", b"\x1bc"):
        assert code not in terminal.output


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Fenwick", 7, "Fenwick"),
        ("Fenwick", 6, "Fenwi…"),
        ("Fenwick", 1, "…"),
        ("Fenwick", 0, ""),
        ("Fenwick", -3, ""),
        ("two  blanks", 20, "two  blanks"),
        ("one\ntwo\t three", 20, "one two three"),
        ("the end of it", 8, "the end…"),
        ("日本語病院", 7, "日本語…"),  # a wide sign that does not fit goes whole
        ("日本語病院", 6, "日本…"),
    ],
)
def test_a_line_fits_its_cells(text: str, width: int, fitted: str) -> None:
    assert line(text, width) == fitted


@given(st.text(), st.integers(min_value=0, max_value=40))
def test_a_line_is_never_wider_than_asked_and_a_column_is_exact(text: str, width: int) -> None:
    assert cell_len(line(text, width)) <= width
    assert cell_len(column(text, width)) == width
    assert "\n" not in line(text, width)


def test_a_tower_of_accents_is_cut_down_and_real_words_are_not() -> None:
    assert len(plain("a" + "\u0301" * 1000).plain) < 12
    for word in ("Zoë Brontë", "Nguyễn Thị Ánh", "हिन्दी", "ที่นี่", "👩‍👩‍👧", "שָׁלוֹם"):
        assert len(plain(word).plain) >= len(word) - 2


def test_a_notice_is_cut_to_a_toast() -> None:
    assert len(notice("word " * 900)) <= 600 and notice("word " * 900).endswith("…")
    assert notice(" [b]short[/b]\x07 ") == "[b]short[/b]"


def test_plain_text_keeps_its_brackets_and_lines() -> None:
    content = plain("[b]a[/b]\nb\tc")
    assert content.plain == "[b]a[/b]\nb   c" and content.spans == []
