"""Writing a letter loses nothing: undo after a paste, esc glued to a letter, pastes that are too much."""

from __future__ import annotations

import random
import time

import pytest
from rich.color import ColorType
from textual import events, on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widgets import TextArea

from tui.safe_driver import SafeParser
from tui.widgets.draft_area import DraftArea, NextBlank, PreviousBlank, Refused
from tui.widgets.escape_keys import Left
from tui.widgets.subject_field import SubjectField
from tui.widgets.underlines import Span

LETTER = "Dear Dr. Penhallow,\n\nThank you for [the topic] on Monday.\nKind regards\nMira Tan"


class Desk(App[None]):
    """A subject line and a letter; keeps what they post."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.letter = text
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield SubjectField("Thank you", limit=40)
        yield DraftArea(self.letter)

    def on_mount(self) -> None:
        self.area.focus()

    @property
    def area(self) -> DraftArea:
        return self.query_one(DraftArea)

    @property
    def subject(self) -> SubjectField:
        return self.query_one(SubjectField)

    @on(Left)
    @on(NextBlank)
    @on(PreviousBlank)
    @on(Refused)
    def hear(self, message: Message) -> None:
        self.heard.append(message)

    def names(self) -> list[str]:
        return [type(message).__name__ for message in self.heard]


def underlined(app: Desk) -> list[str]:
    """What is drawn underlined, a piece for each line of the screen."""
    found = []
    for y in range(app.area.size.height):
        strip = app.area.render_line(y)
        piece = "".join(part.text for part in strip if part.style and part.style.underline)
        if piece:
            found.append(piece)
    return found


def type_raw(app: Desk, sent: str) -> None:
    """Send the keys a terminal's bytes amount to, with the pause after them that ends a lone escape."""
    parser = SafeParser()
    keys = list(parser.feed(sent))
    time.sleep(0.11)
    for key in (*keys, *parser.tick()):
        app.post_message(key)


def drawn(app: Desk) -> list[str]:
    """The lines of the area as text."""
    return [app.area.render_line(y).text.rstrip() for y in range(app.area.size.height)]


async def undo_a_paste(area: TextArea, lines: int) -> str:
    """What is left of a paste of so many lines after undo and redo; the app's own error when it dies."""

    class Page(App[None]):
        def compose(self) -> ComposeResult:
            yield area

    async with Page().run_test(size=(80, 24)) as pilot:
        area.focus()
        area.post_message(events.Paste("\n".join(["one word"] * lines)))
        await pilot.pause()
        await pilot.press("ctrl+z")
        undone = area.text
        await pilot.press("ctrl+y")
        assert area.text.count("one word") == lines
        return undone


async def test_the_stock_text_area_dies_of_undo_after_a_paste() -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        await undo_a_paste(TextArea(), 22)


@pytest.mark.parametrize("lines", [1, 2, 5, 21, 22, 23, 24, 25, 60])
async def test_undo_after_a_paste_takes_it_back(lines: int) -> None:
    assert await undo_a_paste(DraftArea(), lines) == ""


@pytest.mark.parametrize("seed", range(4))
async def test_random_editing_never_crashes_and_undo_leads_back(seed: int) -> None:
    chance = random.Random(seed)
    app = Desk(LETTER)
    keys: tuple[str, ...] = ("a", "space", "enter", "backspace", "delete", "up", "down", "home", "end")
    keys += ("ctrl+w", "ctrl+k", "ctrl+u", "ctrl+z", "ctrl+y", "shift+up", "shift+end", "ctrl+a", "pagedown")
    keys += ("shift+enter", "paste", "mark")
    async with app.run_test(size=(60, 12)) as pilot:
        for _ in range(100):
            key = chance.choice(keys)
            if key == "paste":
                app.area.take_in("\n".join("ab c" * chance.randint(0, 9) for _ in range(chance.randint(1, 20))))
            elif key == "mark":
                size = len(app.area.text)
                ends = sorted((chance.randint(0, size), chance.randint(0, size)))
                app.area.mark((Span(ends[0], ends[1], chance.choice(("stop", "warn", "note", "blank"))),))
            else:
                await pilot.press(key)
        for _ in range(400):
            app.area.undo()
        assert app.area.text == LETTER


async def test_esc_glued_to_a_letter_leaves_and_drops_the_letter() -> None:
    app = Desk(LETTER)
    async with app.run_test() as pilot:
        for after in ("d", ".", "\r", "D", " "):
            type_raw(app, "\x1b" + after)
        type_raw(app, "x\x1b[A")
        await pilot.pause()
        assert app.names() == ["Left"] * 5
        assert app.area.text == "x" + LETTER


async def test_esc_alone_is_left_to_the_screen() -> None:
    app = Desk(LETTER)
    async with app.run_test() as pilot:
        await pilot.press("escape")
        assert app.area.text == LETTER and app.names() == [] and app.focused is app.area


@pytest.mark.parametrize("key", ["enter", "shift+enter", "ctrl+enter", "ctrl+j"])
async def test_every_kind_of_enter_breaks_the_line(key: str) -> None:
    app = Desk("ab")
    async with app.run_test() as pilot:
        await pilot.press("right", key)
        assert app.area.text == "a\nb"


async def test_tab_asks_for_the_next_blank_and_keeps_the_focus() -> None:
    app = Desk(LETTER)
    async with app.run_test() as pilot:
        await pilot.press("tab", "shift+tab", "tab")
        assert app.names() == ["NextBlank", "PreviousBlank", "NextBlank"]
        assert app.focused is app.area and app.area.text == LETTER


async def test_a_paste_is_cleaned() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.area.post_message(events.Paste("one\r\n\x1b]0;x\x07two\u202e\x9b31m cafe\u0301"))
        await pilot.pause()
        assert app.area.text == "one\n]0;xtwo31m café"


@pytest.mark.parametrize("pasted", ["x" * 10_001, "a\n" * 20_001, ("y" * 99 + "\n") * 2_001])
async def test_a_paste_beyond_the_limits_changes_nothing_and_says_so(pasted: str) -> None:
    app = Desk(LETTER)
    async with app.run_test() as pilot:
        app.area.post_message(events.Paste(pasted))
        await pilot.pause()
        assert app.area.text == LETTER
        (refused,) = app.heard
        assert isinstance(refused, Refused) and refused.sentence.startswith("What you pasted has")


async def test_two_pastes_that_fit_alone_but_not_together_are_refused() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        assert app.area.take_in("x" * 6_000)
        assert not app.area.take_in("x" * 6_000)
        await pilot.pause()
        assert len(app.area.text) == 6_000 and app.names() == ["Refused"]


async def test_offsets_and_places_agree() -> None:
    app = Desk(LETTER)
    async with app.run_test():
        for offset in range(len(LETTER) + 1):
            assert app.area.offset_of(app.area.location_of(offset)) == offset
        assert app.area.location_of(len(LETTER) + 50) == app.area.document.end
        assert app.area.location_of(-3) == (0, 0)


async def test_a_selected_blank_is_replaced_by_typing() -> None:
    app = Desk(LETTER)
    async with app.run_test() as pilot:
        start = LETTER.index("[")
        app.area.select_span(start, LETTER.index("]") + 1)
        assert app.area.selected_text == "[the topic]"
        assert app.area.cursor_index == LETTER.index("]") + 1
        await pilot.press("x", "y")
        assert app.area.text == LETTER.replace("[the topic]", "xy")
        await pilot.press("ctrl+z", "ctrl+z")
        assert app.area.text == LETTER


async def test_findings_are_underlined_and_nothing_moves() -> None:
    app = Desk(LETTER)
    async with app.run_test(size=(30, 14)) as pilot:
        before = drawn(app)
        start = LETTER.index("for")
        app.area.mark((Span(start, LETTER.index("\nKind") + 5, "stop"), Span(0, 4, "blank")))
        await pilot.pause()
        assert drawn(app) == before
        assert underlined(app) == ["Dear", "for [the topic] on ", "Monday.", "Kind"]
        app.area.mark(())
        await pilot.pause()
        assert underlined(app) == []


async def test_a_stop_is_told_by_weight_as_well_as_by_colour() -> None:
    app = Desk(LETTER)
    async with app.run_test():
        app.area.mark((Span(0, 4, "stop"),))
        style = next(part.style for part in app.area.render_line(0) if part.text.startswith("D") and part.style)
        stops = [part.style for part in app.area.render_line(0) if part.style and part.style.bold]
        assert style is not None and stops and stops[0].color is not None
        assert stops[0].color.type is ColorType.TRUECOLOR


async def test_underlines_move_with_the_text_and_go_when_touched() -> None:
    app = Desk(LETTER)
    async with app.run_test() as pilot:
        start = LETTER.index("[")
        app.area.mark((Span(start, start + 11, "blank"), Span(0, 4, "note")))
        app.area.move_cursor((1, 0))
        await pilot.press("a", "enter", "b")
        assert underlined(app) == ["Dear", "[the topic]"]
        app.area.move_cursor((3, 0))
        await pilot.press("x")
        assert underlined(app) == ["Dear", "[the topic]"]
        app.area.move_cursor((0, 2))
        await pilot.press("x")
        assert underlined(app) == ["[the topic]"]


async def test_marks_beyond_the_text_are_passed_over() -> None:
    app = Desk("short")
    async with app.run_test() as pilot:
        app.area.mark((Span(3, 900, "warn"), Span(50, 60, "stop"), Span(4, 4, "stop"), Span(-5, 2, "note")))
        await pilot.pause()
        assert underlined(app) == ["rt"]


async def test_wide_text_and_tabs_wrap_and_keep_their_underline() -> None:
    text = "日本語のテキスト" * 12 + " 👩‍👩‍👧 a\tb"
    app = Desk(text)
    async with app.run_test(size=(24, 14)):
        app.area.mark((Span(2, 4, "warn"),))
        assert underlined(app) == ["語の"]
        assert all(app.area.render_line(y).cell_length == app.area.size.width for y in range(8))


async def test_the_cursor_does_not_blink() -> None:
    app = Desk(LETTER)
    async with app.run_test():
        assert not app.area.cursor_blink and not app.subject.cursor_blink
        assert app.area._draw_cursor


async def test_a_subject_takes_a_paste_as_one_clean_line() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.subject.focus()
        app.subject.post_message(events.Paste(" for\r\nthe\x1b[31m\ttour"))
        await pilot.pause()
        assert app.subject.value == "Thank you for the[31m tour"


async def test_a_subject_refuses_what_is_too_long() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.subject.focus()
        app.subject.post_message(events.Paste("x" * 41))
        app.subject.post_message(events.Paste("x" * 35))
        await pilot.press(*"y" * 32)
        assert app.names() == ["Refused"] * 3
        assert app.subject.value == "Thank you" + "y" * 31


async def test_esc_glued_to_a_letter_leaves_the_subject_too() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.subject.focus()
        await pilot.pause()
        type_raw(app, "\x1bd")
        await pilot.pause()
        assert app.names() == ["Left"] and app.subject.value == "Thank you"
