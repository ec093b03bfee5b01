"""The lines over a letter: what it is, to whom, and its subject."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tui.shown import line
from tui.widgets.subject_field import SubjectField

LABEL = 10


class _HeadLine(Widget):
    DEFAULT_CSS = "_HeadLine { height: 1; width: 100%; }"

    label: reactive[str] = reactive("")
    words: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """Label, words, and what stands at the right where it fits."""
        width = self.size.width - 1
        label = f" {self.label}".ljust(LABEL) if self.label else " "
        right = line(self.right, width)
        room = width - len(label) - (len(right) + 2 if right else 0)
        words = line(self.words, room)
        gap = width - len(label) - Content(words).cell_length - Content(right).cell_length
        style = "$muted" if self.label else "bold"
        shown = Content(words) if self.label else Content.styled(words, "bold")
        return Content.styled(label, style) + shown + " " * max(1, gap) + Content.styled(right, "$muted")


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
        yield _HeadLine(id="title")
        yield _HeadLine(id="to")
        with Horizontal():
            yield Static(Content(" Subject"), classes="label")
            yield SubjectField(self._subject, placeholder="what it is about")
        yield Static(Content(self._rule * 400), classes="rule")

    def show(self, title: str, state: str, to: str, role: str) -> None:
        """Show what the letter is, how far it has come, and to whom it goes."""
        head, people = self.query_one("#title", _HeadLine), self.query_one("#to", _HeadLine)
        head.words, head.right = title, state
        people.label, people.words, people.right = "To" if not role.startswith("from") else "From", to, role
