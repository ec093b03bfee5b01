"""A day to type, with its month beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.calendar_days import as_typed
from store.month import DayMarks
from tui.glyphs import Glyphs
from tui.month_words import MONTH_LINES, MONTH_WIDTH, month_lines
from tui.screens.dialogs.ask import Ask
from tui.shown import line

MOST_FACTS = 4


class AskDay(Ask):
    """Answers with a day; while it is typed, its month and what is on it are shown."""

    DEFAULT_CSS = f"""
    AskDay Horizontal {{ height: {MONTH_LINES}; }}
    AskDay Vertical.typing {{ width: 1fr; height: 100%; padding-right: 2; }}
    AskDay .month {{ width: {MONTH_WIDTH}; height: 100%; text-wrap: nowrap; }}
    AskDay .facts {{ height: auto; color: $muted; }}
    """

    def __init__(
        self, title: str, understand: Callable[[str], tuple[date, str]], marks: DayMarks, glyphs: Glyphs
    ) -> None:
        super().__init__(title, "Day", understand=understand, help=f"fri, 3d, {as_typed(12, 2)}")
        self.marks = marks
        self.glyphs = glyphs
        self._month = marks.today

    def parts(self) -> Iterable[Widget]:
        """What is typed at the left, the month at the right."""
        yield Horizontal(
            Vertical(*super().parts(), Static("", classes="facts", markup=False), classes="typing"),
            Static("", classes="month", markup=False),
        )

    def half_typed(self) -> dict[str, str]:
        """Nothing worth keeping: the way to a day is no part of the season."""
        return {}

    def _listen(self, text: str, *, demanded: bool = False) -> tuple[Any, str] | None:
        heard = super()._listen(text, demanded=demanded)
        self._show(heard[0] if heard else None)
        return heard

    def _show(self, day: date | None) -> None:
        """The month of that day, or the one shown before while nothing is understood."""
        self._month = day or self._month
        month = month_lines(self.marks, self._month, day, self.glyphs)
        self.query_one(".month", Static).update(Content("\n".join(month)))
        facts = self.marks.facts(day) if day else ()
        more = (f"and {len(facts) - MOST_FACTS} more",) if len(facts) > MOST_FACTS else ()
        width = self.inside - MONTH_WIDTH - 2
        told = [line(self.glyphs.text(one), width) for one in (*facts[:MOST_FACTS], *more)]
        if day and not facts and self.marks.is_free(day):
            told = ["Nothing booked on this day."]
        self.query_one(".facts", Static).update(Content("\n".join(told)))
