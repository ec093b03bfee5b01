"""Checks beside the text: read in a thread while nobody types, shown when they still fit the text."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.moments import Moment
from store.records import Letter
from store.season import Season
from templates.conduct.findings import Finding
from tui.letter_preview import UNFILLED
from tui.screens.letter_places import LetterPlaces
from tui.widgets.findings_pane import STYLES, Shown
from tui.widgets.underlines import Span


class LetterChecks(LetterPlaces):
    """A letter that is checked while it is written."""

    class Checked(Message):
        """The checks have read the text."""

        def __init__(self, edits: int, findings: tuple[Finding, ...], passed: tuple[str, ...], words: int) -> None:
            self.edits = edits
            self.findings = findings
            self.passed = passed
            self.words = words
            super().__init__()

    def __init__(self, letter_id: str) -> None:
        super().__init__(letter_id)
        self.edits = 0
        """How often the words have changed."""
        self.checked = -1
        """Which of these texts was last given to the checks."""
        self.words = 0
        """Words between greeting and closing, as the checks count them."""

    def check(self) -> None:
        """Read the text anew; the newest reading wins."""
        letter = self.letter
        if letter is None or not self.editable:
            return
        self.checked = self.edits
        draft = replace(letter, subject=self.subject.value, body=self.area.text)
        self._run_checks(self.season, draft, self.state.now, self.edits)

    @work(thread=True, exclusive=True, group="checks", description="checks")  # else Textual spells out the season
    def _run_checks(self, season: Season, draft: Letter, now: Moment, edits: int) -> None:
        from templates.conduct.checking import check_letter, passed_checks
        from templates.conduct.frame import without_frame, word_count

        findings = check_letter(season, draft, now=now)
        passed = passed_checks(season, draft, findings)
        words = word_count(without_frame(draft.body))
        if not get_current_worker().is_cancelled:
            self.post_message(self.Checked(edits, findings, passed, words))

    @on(Checked)
    def show_checks(self, event: Checked) -> None:
        """Show what was found, unless the text has changed since."""
        if event.edits != self.edits or not self.stands or not self.editable:
            return
        text = self.area.text
        shown = tuple(
            Shown(one, text.count("\n", 0, one.start) + 1 if one.where == "body" and one.end > one.start else 0)
            for one in event.findings
        )
        self.pane.show(shown, event.passed)
        spans = (
            Span(one.start, one.end, "blank" if one.check == UNFILLED else STYLES[one.level])
            for one in reversed(event.findings)  # the gravest is drawn last, over the others
            if one.where == "body" and one.end > one.start
        )
        self.area.mark(tuple(spans))
        if event.words != self.words:
            self.words = event.words
            self.show_place()

    def show_place(self) -> None:
        """Show how many words there are, and where the cursor is."""
        raise NotImplementedError
