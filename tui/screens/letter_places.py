"""Going about in a letter: from blank to blank, from finding to finding, and inserting what is known."""

from __future__ import annotations

from textual import on, work
from textual.widget import Widget

from store.frozen_record import record
from templates.conduct.findings import Finding, Fix
from templates.render import Blank, blanks_in
from tui.screens.letter_screen import LetterScreen
from tui.widgets.findings_pane import FindingsPane, Shown
from tui.widgets.fix_offer import FixWanted

SUBJECT = "The subject.  enter goes on to the text."
GO_ON = "{editor.next-blank} goes on"
BEFORE_FIX = "before a fix"
"""What the text before is named after, once a finding was mended."""


@record(frozen=True, slots=True)
class _Place:
    in_subject: bool
    start: int
    end: int


class LetterPlaces(LetterScreen):
    """The keys that move the cursor to where something is to be done."""

    _offered: Fix | None = None
    """What enter would do where F8 has just led."""

    @property
    def pane(self) -> FindingsPane:
        """What the checks say."""
        return self.query_one(FindingsPane)

    @property
    def blanks(self) -> tuple[_Place, ...]:
        """Every blank, those of the subject first."""

        def places(found: tuple[Blank, ...], in_subject: bool) -> list[_Place]:
            return [_Place(in_subject, one.start, one.end) for one in found]

        return (*places(blanks_in(self.subject.value), True), *places(blanks_in(self.area.text), False))

    def _here(self) -> _Place:
        if self.focused is self.subject:
            return _Place(True, *sorted(self.subject.selection))
        start, end = sorted(self.area.selection)
        return _Place(False, self.area.offset_of(start), self.area.offset_of(end))

    def action_next_blank(self) -> None:
        """On to the next blank; round again after the last."""
        blanks = self.blanks
        if not self._may_fill(blanks):
            return
        here = self._here()
        ahead = [one for one in blanks if (not one.in_subject, one.start) >= (not here.in_subject, here.end)]
        self._select_blank(ahead[0] if ahead else blanks[0], blanks)

    def action_previous_blank(self) -> None:
        """Back to the blank before; from the first one of the text to the subject."""
        blanks = self.blanks
        here = self._here()
        behind = [one for one in blanks if (not one.in_subject, one.end) <= (not here.in_subject, here.start)]
        behind = [one for one in behind if one != here]
        if behind:
            self._select_blank(behind[-1], blanks)
        elif not here.in_subject and self.in_text:
            self.subject.focus()
            self.subject.cursor_position = len(self.subject.value)
            self.say(SUBJECT)
        elif self._may_fill(blanks):
            self._select_blank(blanks[-1], blanks)

    @property
    def goes_on(self) -> str:
        """The key that goes on from here, in words; empty when this letter stands alone."""
        return ""

    def _may_fill(self, blanks: tuple[_Place, ...]) -> bool:
        if self.refuse():
            return False
        if not blanks:
            if self.focused is self.subject:
                self.area.focus()
            self.say("No blank is left to fill in.", self.goes_on)
        return bool(blanks)

    def _select_blank(self, blank: _Place, blanks: tuple[_Place, ...]) -> None:
        self._select(blank)
        at = blanks.index(blank) + 1
        self.say(f"Blank {at} of {len(blanks)}: what you type takes its place", self.spell(GO_ON))

    def _select(self, place: _Place) -> None:
        if place.in_subject:
            self.subject.focus()
            self.subject.selection = self.subject.selection._replace(start=place.start, end=place.end)
        else:
            self.area.focus()
            self.area.select_span(place.start, place.end)

    # Findings

    def action_next_check(self) -> None:
        """Go to the next finding; round again after the last."""
        findings = self.pane.findings
        if not findings:
            self.say("The checks have nothing to say." if not self.pane.waiting else self.pane.waiting)
            return
        place = (self.pane.current + 1) % len(findings)
        self.pane.go_to(place)
        self._go_to(findings[place], f"Finding {place + 1} of {len(findings)}")

    def action_check_page(self) -> None:
        """Open the page of the check gone to last, of the first that has found something, or of all checks."""
        from tui.screens.dialogs.help_page import HelpPage

        findings = self.pane.findings
        topic = findings[max(0, self.pane.current)].finding.check.lower() if findings else "checks"
        self.app.push_screen(HelpPage(topic, self.spell))

    def _go_to(self, shown: Shown, which: str) -> None:
        one = shown.finding
        if one.where and one.end > one.start:
            self._select(_Place(one.where == "subject", one.start, one.end))
        elif one.fix:
            self._select(_Place(one.fix.where == "subject", one.fix.start, one.fix.start))
        elif not self.in_text:
            self._widget_of(one).focus()
        where = shown.place or "the whole letter"
        self._offered = one.fix
        if one.fix:
            (self.subject if one.where == "subject" else self.area).offer_fix()
        on = self.spell("{editor.next-check} goes on, {editor.page} says what it means")
        self.say(f"{which}: {where}", f"enter: {one.fix.does}" if one.fix else on)

    @on(FixWanted)
    def take_fix(self) -> None:
        """enter right behind F8: mend what the finding is about, as one step that ctrl+z takes back."""
        fix, self._offered = self._offered, None
        if fix is None or self.refuse():
            return
        self.settle()
        field = self.subject if fix.where == "subject" else self.area
        if not field.take_fix(fix):
            self.say("These words have changed since; the checks are reading them anew.")
            return
        self.keep_typed(BEFORE_FIX)
        field.focus()
        back = "{editor.leave} {everywhere.undo} takes it back" if fix.where == "subject" else "ctrl+z takes it back"
        self.say("Mended.", self.spell(f"{back}  {{editor.next-check}} goes on"))

    def _widget_of(self, finding: Finding) -> Widget:
        return self.subject if finding.where == "subject" else self.area

    # Inserting

    @work
    async def action_insert(self) -> None:
        """Ask what to insert and put it where the cursor is."""
        from tui.asking.inserting import ask_insertion, spaced

        letter = self.letter
        if self.refuse() or letter is None:
            return
        text = await ask_insertion(self.season_app, letter, self._findings_here(), self._wanted_here())
        if text is None:
            return
        if self.focused is self.subject:
            self.subject.take_in(text)
            return
        here = self._here()
        words = spaced(text, self.area.text[: here.start][-1:], self.area.text[here.end :][:1])
        self.area.history.checkpoint()
        if self.area.take_in(words):
            self._into_text(here.start, words)

    def _into_text(self, start: int, words: str) -> None:
        """On in the text, at the first blank of what was put in there."""
        self.area.history.checkpoint()
        self.area.focus()
        if blanks := blanks_in(words):
            self.area.select_span(start + blanks[0].start, start + blanks[0].end)
            self.say("What you type takes the place of the blank", self.spell(GO_ON))

    def _findings_here(self) -> tuple[Finding, ...]:
        here = self._here()
        where = "subject" if here.in_subject else "body"
        return tuple(
            one.finding
            for one in self.pane.findings
            if one.finding.instead and one.finding.where in (where, "")
            if one.finding.start <= here.end and here.start <= one.finding.end
        )

    def _wanted_here(self) -> str:
        """What the blank under the cursor asks for; empty when it is on none."""
        here = self._here()
        blanks = blanks_in(self.subject.value if here.in_subject else self.area.text)
        return next((one.hint for one in blanks if one.start <= here.end and here.start <= one.end), "")
