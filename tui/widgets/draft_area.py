"""Where a letter is written: a text area that loses nothing and moves nothing."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import EditResult, Location, Selection
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from store.clean_text import clean, clean_body
from store.errors import RuleBroken
from templates.conduct.findings import Fix
from tui.widgets.escape_keys import Left, is_leaving
from tui.widgets.fix_offer import FixOffer, FixWanted
from tui.widgets.underlines import Span, Underline

NEW_LINE_KEYS = frozenset({"shift+enter", "ctrl+enter", "ctrl+j"})
"""What terminals send for a line break that is not plain enter."""


class NextBlank(Message):
    """On to the next place that is still to be filled in."""


class PreviousBlank(Message):
    """Back to the place before that is still to be filled in."""


class Refused(Message):
    """Text was not taken in; `sentence` says why, and nothing was changed."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__()


class DraftArea(FixOffer, TextArea):
    """A text area for letters: soft wrap, a still cursor, underlined findings, cleaned pastes."""

    DEFAULT_CSS = """
    DraftArea { border: none; padding: 0; background: $background; }
    DraftArea:focus { border: none; }
    DraftArea .draft-area--stop { color: $error; text-style: underline bold; }
    DraftArea .draft-area--warn { color: $warning; text-style: underline; }
    DraftArea .draft-area--note { text-style: underline; }
    DraftArea .draft-area--blank { color: $accent; text-style: underline; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "draft-area--stop",
        "draft-area--warn",
        "draft-area--note",
        "draft-area--blank",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z,super+z", "undo", "Undo", show=False),
        Binding("ctrl+y,super+y", "redo", "Redo", show=False),
    ]

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        self._underlines: tuple[Underline, ...] = ()
        super().__init__(
            clean(text),
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            max_checkpoints=500,
            id=id,
            classes=classes,
        )
        self.set_reactive(TextArea.cursor_blink, False)

    # Places

    def offset_of(self, location: Location) -> int:
        """How many characters of the whole text stand before that row and column."""
        row, column = self.clamp_visitable(location)
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def location_of(self, offset: int) -> Location:
        """Row and column of that offset; beyond the text, its end."""
        left = max(0, offset)
        for row, line in enumerate(self.document.lines):
            if left <= len(line):
                return row, left
            left -= len(line) + 1
        return self.document.end

    @property
    def cursor_index(self) -> int:
        """How many characters stand before the cursor."""
        return self.offset_of(self.cursor_location)

    def select_span(self, start: int, end: int) -> None:
        """Select that stretch and show it, so that the next letter typed takes its place."""
        self.selection = Selection(self.location_of(start), self.location_of(end))
        self.history.checkpoint()
        self.scroll_cursor_visible()

    # Underlines

    def mark(self, spans: tuple[Span, ...]) -> None:
        """Underline these stretches and nothing else; the text and the cursor stay where they are."""
        end = len(self.text)
        underlines = tuple(
            Underline(self.location_of(span.start), self.location_of(span.end), span.style_name)
            for span in spans
            if 0 <= span.start < min(span.end, end + 1)
        )
        self._underline(underlines)

    def _underline(self, underlines: tuple[Underline, ...]) -> None:
        if underlines != self._underlines:
            self._underlines = underlines
            self._line_cache.clear()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """The line with its underlines."""
        text = super().get_line(line_index)
        for one in self._underlines:
            if one.start[0] <= line_index <= one.end[0]:
                style = self.get_component_rich_style(f"draft-area--{one.style_name}", partial=True)
                first = one.start[1] if line_index == one.start[0] else 0
                text.stylize(style, first, one.end[1] if line_index == one.end[0] else len(text))
        return text

    def edit(self, edit: Edit) -> EditResult:
        """Change the text; underlines behind the change move along, those it touches go."""
        top, bottom = edit.top, edit.bottom
        result = super().edit(edit)
        if self._underlines:
            moved = (one.after_edit(top, bottom, result.end_location) for one in self._underlines)
            self._underline(tuple(one for one in moved if one is not None))
        return result

    def undo(self) -> None:
        """Take back the last edits; underlines come back with the next check."""
        self._underline(())
        super().undo()

    def redo(self) -> None:
        """Do the last undone edits again."""
        self._underline(())
        super().redo()

    def load_text(self, text: str) -> None:
        """Replace everything, cleaned; forgets the edits before."""
        self._underlines = ()
        super().load_text(clean(text))

    def _recompute_cursor_offset(self) -> None:
        # While an undo is under way Textual asks for the place of a row that is gone.
        self._cursor_offset = self.wrapped_document.location_to_offset(self.clamp_visitable(self.cursor_location))

    # Keys and pastes

    async def _on_key(self, event: events.Key) -> None:
        answer: Message | None = None
        if is_leaving(event):
            answer = Left()
        elif self.takes_offer(event):
            answer = FixWanted()
        elif event.key in {"tab", "shift+tab"}:
            answer = NextBlank() if event.key == "tab" else PreviousBlank()
        elif event.key not in NEW_LINE_KEYS:
            return
        event.stop()
        event.prevent_default()
        if answer is not None:
            self.post_message(answer)
        else:
            self._replace_via_keyboard("\n", *self.selection)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.take_in(event.text)

    def action_paste(self) -> None:
        """Insert what was copied inside the app."""
        self.take_in(self.app.clipboard)

    def take_fix(self, fix: Fix) -> bool:
        """Mend those words as one step of undo; False when something else stands there by now."""
        if self.read_only or self.text[fix.start : fix.end] != fix.was:
            return False
        self.history.checkpoint()
        result = self.replace(fix.words, self.location_of(fix.start), self.location_of(fix.end))
        self.history.checkpoint()
        self.move_cursor(result.end_location)
        return True

    def take_in(self, text: str) -> bool:
        """Put that text in place of the selection, cleaned; False, and `Refused`, when it is too much."""
        if self.read_only or not text:
            return False
        start, end = sorted(self.selection)
        before, after = self.text[: self.offset_of(start)], self.text[self.offset_of(end) :]
        try:
            pasted = clean_body(text, what="What you pasted")
            clean_body(before + pasted + after, what="The text with what you pasted")
        except RuleBroken as refused:
            self.post_message(Refused(str(refused)))
            return False
        if result := self._replace_via_keyboard(pasted, *self.selection):
            self.move_cursor(result.end_location)
        return True
