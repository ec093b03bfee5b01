"""The lines over a letter: what it is, to whom, and its subject."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tui.shown import line
from tui.widgets.subject_field import SubjectField

LABEL = 10


class LabelledLine(Widget):
    """A quiet label with words behind it, or words alone in bold; what stands at the right is never cut for them."""

    DEFAULT_CSS = "LabelledLine { height: 1; width: 100%; }"

    label: reactive[str] = reactive("")
    words: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """Label, words, and what stands at the right where it fits."""
        width = self.size.width - 1
        label = f" {self.label}".ljust(LABEL) if self.label else " "
        right = line(self.right, width)
        room = width - len(label) - (cell_len(right) + 2 if right else 0)
        words = line(self.words, room)
        gap = width - len(label) - cell_len(words) - cell_len(right)
        shown = Content(words) if self.label else Content.styled(words, "bold")
        return Content.styled(label, "$muted") + shown + " " * max(1, gap) + Content.styled(right, "$muted")


class LetterHead(Vertical):
    """Title, recipients, and the subject in a field of its own."""

    DEFAULT_CSS = """
    LetterHead { height: 4; width: 100%; background: $background; }
    LetterHead > Horizontal { height: 1; }
    LetterHead .label { width: 10; color: $muted; }
    LetterHead SubjectField { width: 1fr; background: $background; margin: 0 1 0 0; }
    LetterHead SubjectField:focus { background: $surface; }
    LetterHead .rule { height: 1; color: $faint; }
    """

    def __init__(self, subject: str, *, rule: str = "─") -> None:
        super().__init__()
        self._subject = subject
        self._rule = rule

    def compose(self) -> ComposeResult:
        """Four lines."""
        yield LabelledLine(id="title")
        yield LabelledLine(id="to")
        with Horizontal():
            yield Static(Content(" Subject"), classes="label")
            yield SubjectField(self._subject, placeholder="what it is about")
        yield Static(Content(self._rule * 400), classes="rule")

    def show(self, title: str, state: str, to: str, role: str, *, came_in: bool) -> None:
        """Show what the letter is, how far it has come, and to whom it goes; `came_in` says that it is from them."""
        head, people = self.query_one("#title", LabelledLine), self.query_one("#to", LabelledLine)
        head.words, head.right = title, state
        people.label, people.words, people.right = "From" if came_in else "To", to, role
