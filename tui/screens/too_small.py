"""What a terminal below the smallest size shows: one sentence, over everything, until there is room again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from tui.app import SeasonApp

LEAST = Size(80, 24)
"""The smallest terminal that shows every line and key whole."""


def fits(size: Size) -> bool:
    """True when that many columns and lines are enough."""
    return size.width >= LEAST.width and size.height >= LEAST.height


class TooSmall(ModalScreen[None]):
    """Covers what does not fit; nothing below it is closed, and no key reaches it."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; }
    TooSmall > Static { width: 100%; max-width: 60; height: auto; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("q,ctrl+q", "app.quit_now", "leave")]

    def __init__(self, size: Size) -> None:
        super().__init__()
        self._words = self._words_for(size)

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Static(self._words, markup=False)

    def show(self, size: Size) -> None:
        """Say it for a terminal of that size."""
        self._words = self._words_for(size)
        for line in self.query(Static):
            line.update(self._words)

    @staticmethod
    def _words_for(size: Size) -> Content:
        if size.width < 40 or size.height < 7:
            return Content(
                f"Too small: {LEAST.width} x {LEAST.height} are needed.\nprematch agenda works here.  q leaves."
            )
        return Content(
            f"The full screen needs {LEAST.width} x {LEAST.height}; this window is {size.width} x {size.height}. "
            "Nothing is lost: give it more room and you are where you were.\n\n"
            "prematch agenda tells what is due in any window.  q leaves."
        )

    def on_screen_resume(self) -> None:
        """Make way at once where another dialog hid that there is room again."""
        if fits(self.app.size):
            self.dismiss()


def cover(app: SeasonApp, size: Size) -> None:
    """Cover the screen of a terminal that has become too small for it, and uncover it once there is room."""
    shown = app.screen
    if not isinstance(shown, TooSmall):
        if not fits(size):
            app.push_screen(TooSmall(size))
    elif fits(size):
        shown.dismiss()
    else:
        shown.show(size)
