"""What the checks say of a draft: a heading with counts, then each finding with its place and its sentence."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from store.frozen_record import record
from templates.conduct.findings import Finding, Level
from tui.glyphs import UNICODE, Glyphs
from tui.shown import line
from tui.spelling import spelling_of
from tui.widgets.timeline_paint import Runs
from tui.wrapping import wrapped

SIGNS = {Level.STOP: "x STOP", Level.WARN: "! WARN", Level.NOTE: "· NOTE"}
PASS = "✓ pass"
STYLES = {Level.STOP: "stop", Level.WARN: "warn", Level.NOTE: "note"}
"""How each level is drawn here and underlined in the text."""
INDENT = 9
WORDS_LIMIT = 40
"""Cells of the words quoted from the letter."""
NEXT, THROUGH = " {editor.next-check} next ", "{editor.next-check} goes through them"


@record(frozen=True, slots=True)
class Shown:
    """A finding and where it stands."""

    finding: Finding
    """What was found."""
    row: int = 0
    """The line of the text, from 1; 0 for the subject and for the whole letter."""

    @property
    def place(self) -> str:
        """Where, in words."""
        return f"line {self.row}" if self.row else "subject" if self.finding.where == "subject" else ""

    def words(self, *, current: bool) -> str:
        """Place, the words it is about, the reason, and what would mend it: enter does so at the current one."""
        one = self.finding
        quoted = f"“{line(one.text, WORDS_LIMIT)}”" if one.text else ""
        head = "  ".join(filter(None, (self.place, quoted)))
        fix = f" {'enter' if current else 'fix'}: {line(one.fix.does, 200)}" if one.fix else ""
        return (f"{head}: " if head else "") + one.message + fix


class FindingsPane(Widget):
    """Findings by gravity; the one that was gone to comes first in view."""

    DEFAULT_CSS = """
    FindingsPane { width: 100%; height: 7; background: $background; color: $foreground; }
    FindingsPane > .findings-pane--head { color: $muted; }
    FindingsPane > .findings-pane--stop { color: $error; text-style: bold; }
    FindingsPane > .findings-pane--warn { color: $warning; text-style: bold; }
    FindingsPane > .findings-pane--note { color: $foreground; }
    FindingsPane > .findings-pane--pass { color: $success; }
    FindingsPane > .findings-pane--current { text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"findings-pane--{name}" for name in ("head", "stop", "warn", "note", "pass", "current")
    }

    def __init__(self, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.findings: tuple[Shown, ...] = ()
        self.passed: tuple[str, ...] = ()
        self.current = -1
        self.waiting = "The text is being read."
        self.title = "Checks"
        self._lines: list[tuple[str, str, str]] = []
        self._drawn: object = None

    def show(self, findings: tuple[Shown, ...], passed: tuple[str, ...]) -> None:
        """Show these findings and what is in order; the one last gone to stays marked while it is there."""
        if (findings, passed, "") == (self.findings, self.passed, self.waiting):
            return
        self.waiting, self.title = "", "Checks"
        known = self.findings[self.current].finding if 0 <= self.current < len(self.findings) else None
        same = [
            at
            for at, one in enumerate(findings)
            if known and (one.finding.check, one.finding.text) == (known.check, known.text)
        ]
        self.current = same[0] if same else -1
        self.findings, self.passed = findings, passed
        self.refresh()

    def say(self, title: str, words: str) -> None:
        """Show words instead of findings, as for a letter that is not checked any more."""
        self.findings, self.passed, self.title, self.waiting, self.current = (), (), title, words, -1
        self.refresh()

    def go_to(self, place: int) -> None:
        """Mark that finding and bring it into view."""
        self.current = place
        self.refresh()

    @property
    def counts(self) -> str:
        """How many of each, in words."""
        numbers = [
            (sum(one.finding.level is level for one in self.findings), word)
            for level, word in ((Level.STOP, "stop"), (Level.WARN, "warning"), (Level.NOTE, "note"))
        ]
        parts = [f"{count} {word}{'s' if count > 1 else ''}" for count, word in numbers if count]
        return ", ".join([*parts, f"{len(self.passed)} passed"])

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The heading, then the findings from the one gone to on."""
        state = (self.findings, self.passed, self.waiting, self.current, self.size, self.glyphs)
        if state != self._drawn:
            self._drawn, self._lines = state, self._laid_out()
        runs = Runs(self.rich_style)
        if y == 0:
            self._heading(runs)
        elif y <= len(self._lines):
            style, sign, words = self._lines[y - 1]
            runs.add(sign, self._style(style))
            runs.add(words, self.rich_style)
        return runs.strip(self.size.width)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"findings-pane--{name}")

    def _heading(self, runs: Runs) -> None:
        title = f" Checks: {self.counts} " if not self.waiting else f" {self.title} "
        right = spelling_of(self.app)(NEXT) if self.findings else ""
        rule = "-" if self.glyphs.ascii_only else "─"
        runs.add(rule * 2, self._style("head"))
        runs.add(title, self._style("current"))
        runs.add(rule * max(0, self.size.width - 4 - cell_len(title) - cell_len(right)), self._style("head"))
        runs.add(right, self._style("head"))
        runs.add(rule * 2, self._style("head"))

    def _laid_out(self) -> list[tuple[str, str, str]]:
        """Lines as style of the sign, the sign, the words; what does not fit is counted on the last line."""
        room = self.size.height - 1
        if self.waiting:
            return [("note", " " * 2, text) for text in wrapped(self.waiting, self.size.width - 3)][:room]
        lines: list[tuple[str, str, str]] = []
        first = max(0, self.current)
        order = (*range(first, len(self.findings)), *range(first))
        for count, at in enumerate(order):
            own = self._lines_of(at)
            left = len(order) - count
            if len(lines) + len(own) > room - (left > 1) and lines:
                return [*lines[: room - 1], ("note", " " * INDENT, f"{left} more: {spelling_of(self.app)(THROUGH)}")]
            lines += own
        return (lines + self._passed_lines(room - len(lines)))[:room]

    def _lines_of(self, at: int) -> list[tuple[str, str, str]]:
        one = self.findings[at]
        style, sign = STYLES[one.finding.level], self.glyphs.text(SIGNS[one.finding.level])
        mark = ">" if at == self.current else " "
        words = wrapped(self.glyphs.text(one.words(current=at == self.current)), self.size.width - INDENT - 1)
        heads = [f"{mark}{sign}  ", *[" " * INDENT] * (len(words) - 1)]
        return [(style, head, text) for head, text in zip(heads, words, strict=True)]

    def _passed_lines(self, room: int) -> list[tuple[str, str, str]]:
        if room <= 0 or not self.passed:
            return []
        sign = "ok pass" if self.glyphs.ascii_only else PASS
        lines = self._whole_items(room)
        return [("pass", f" {sign}".ljust(INDENT) if at == 0 else " " * INDENT, text) for at, text in enumerate(lines)]

    def _whole_items(self, room: int) -> tuple[str, ...]:
        """As many of the passed checks as fit into so many lines, and how many are not named."""
        for count in range(len(self.passed), -1, -1):
            left = len(self.passed) - count
            named = [*self.passed[:count], *([f"{left} more"] if left else [])]
            lines = wrapped(self.glyphs.text("; ".join(named)), self.size.width - INDENT - 1)
            if len(lines) <= room:
                return lines
        return ()
