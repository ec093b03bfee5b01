"""The earlier texts of a letter, each with what has changed since; enter goes back to one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from store.dates import show_moment_short
from store.records import Letter, Revision
from store.word_differences import Fate, Stretch, counted_words, word_differences
from tui.screens.dialogs.dialog import WIDEST, Dialog
from tui.shown import column, line, tame

LISTED = 6
"""Earlier texts named at once where the screen is low; a third of a higher one."""
STYLES = {Fate.WENT: "$late strike", Fate.CAME: "$success underline"}
MARKS = {Fate.WENT: "-", Fate.CAME: "+"}
KEYS = "j/k choose  pgup/pgdn scroll  enter go back to it  esc close"


def shown_difference(stretches: tuple[Stretch, ...], *, marked: bool) -> Content:
    """The stretches in a row: what went struck through, what came underlined; `marked` puts signs around them too."""
    return Content("").join(_shown(one, marked) for one in stretches)


def _shown(stretch: Stretch, marked: bool) -> Content:
    text = tame(stretch.text).expandtabs(4)
    if stretch.fate is Fate.STAYED:
        return Content(text)
    gap = text[: len(text) - len(text.lstrip())]
    sign = MARKS[stretch.fate] if marked else ""
    return Content(gap) + Content.styled(f"{sign}{text[len(gap) :]}{sign}", STYLES[stretch.fate])


class Revisions(Dialog[Revision]):
    """Answers with the earlier text to go back to."""

    DEFAULT_CSS = """
    Revisions OptionList { height: auto; }
    Revisions .since { height: 1; color: $muted; }
    Revisions VerticalScroll { height: auto; scrollbar-size: 1 1; }
    Revisions VerticalScroll Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "down", show=False),
        Binding("k,up", "move(-1)", "up", show=False),
        Binding("pagedown,space", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("enter", "accept", "go back to it", show=False),
        Binding("q,v", "cancel", "close", show=False),
    ]

    AUTO_FOCUS = ""  # the keys are the question's own; a focused list would take enter for itself

    def __init__(self, title: str, letter: Letter, zone: str) -> None:
        """`zone` is the one whose clock names the texts."""
        super().__init__(title, KEYS, WIDEST)
        self.letter = letter
        self.zone = zone
        self.revisions = letter.revisions[::-1]

    def parts(self) -> Iterable[Widget]:
        """The list, what has changed since the marked one, and its words."""
        yield OptionList(markup=False)
        yield Static("", classes="since")
        yield VerticalScroll(Static("", markup=False))

    def on_mount(self) -> None:
        """The newest one first; keys go to the question, not to its parts."""
        rows, words = self.query_one(OptionList), self.query_one(VerticalScroll)
        rows.can_focus = words.can_focus = False
        rows.set_options([Row(self._row(one)) for one in self.revisions])
        self.fit()
        rows.highlighted = 0

    def fit(self) -> None:
        """A third for the list, the rest for the words."""
        room = self.room_for(3)
        for rows in self.query(OptionList):
            rows.styles.max_height = listed = min(len(self.revisions), max(2, min(LISTED, room // 2), room // 3))
            self.query_one(VerticalScroll).styles.max_height = max(1, room - listed)

    def _row(self, revision: Revision) -> Content:
        count = len(revision.body.split())
        words = f"{count} word{'' if count == 1 else 's'}"
        when = show_moment_short(revision.at.seen_from(self.zone))
        return Content(column(when, 24) + column(revision.name, self.inside - 40) + f"{words:>12}")

    @on(OptionList.OptionHighlighted)
    def show_difference(self) -> None:
        """Show how the text of today came out of the marked one."""
        chosen = self.revisions[self.query_one(OptionList).highlighted or 0]
        body = word_differences(chosen.body, self.letter.body)
        subject = word_differences(chosen.subject, self.letter.subject)
        marked = self.app.no_color or bool(getattr(getattr(self.app, "settings", None), "ascii_only", False))
        shown = shown_difference(body, marked=marked)
        if len(subject) > 1:
            shown = Content("Subject  ") + shown_difference(subject, marked=marked) + "\n\n" + shown
        self.query_one(".since", Static).update(Content(line(self._since(subject, body), self.inside)), layout=False)
        self.query_one("VerticalScroll Static", Static).update(shown)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @staticmethod
    def _since(*differences: tuple[Stretch, ...]) -> str:
        counts = [counted_words(one) for one in differences]
        went, came = (sum(each) for each in zip(*counts, strict=True))
        if not went and not came:
            return "The same as the text of now."
        return f"Since then {went} {'word' if went == 1 else 'words'} went (struck), {came} came (underlined)."

    def action_move(self, by: int) -> None:
        """Mark the next one, or the one before."""
        rows = self.query_one(OptionList)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_page(self, by: int) -> None:
        """The words so many pages on."""
        words = self.query_one(VerticalScroll)
        words.scroll_relative(y=by * max(1, words.size.height - 1), animate=False)

    def action_accept(self) -> None:
        """Go back to the marked one."""
        self.answer(self.revisions[self.query_one(OptionList).highlighted or 0])

    @on(OptionList.OptionSelected)
    def clicked(self, event: OptionList.OptionSelected) -> None:
        """A click marks; enter decides."""
        event.stop()
