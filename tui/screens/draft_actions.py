"""What can be done with a letter as a whole: hand it out, mark it, put it off, bring back an earlier text."""

from __future__ import annotations

from functools import partial

from textual import work

from store.errors import RuleBroken
from store.rules.letters import keep_revision, mark_ready, trash_letters
from store.words import LetterState
from tui import handing_over
from tui.letter_story import kept_with, title_of
from tui.marking_sent import mark_as_sent
from tui.requests import Change
from tui.screens.letter_screen import LetterScreen

BY_HAND, BEFORE_EDITOR = "by hand", "before $EDITOR"
"""What revisions kept here are named after."""


class DraftActions(LetterScreen):
    """The plain letters of the editor, once the text is left."""

    @work
    async def action_copy(self) -> None:
        """Copy the words; a STOP asks once, a hard one refuses."""
        self.settle()
        if letter := self.letter:
            await handing_over.copy_letter(self, letter)

    @work
    async def action_open_mail(self) -> None:
        """Hand it to the mail program."""
        self.settle()
        if letter := self.letter:
            await handing_over.open_mail(self, letter)

    @work
    async def action_write_eml(self) -> None:
        """Write it as a mail file."""
        self.settle()
        if letter := self.letter:
            await handing_over.write_eml(self, letter)

    @work
    async def action_mark_sent(self) -> None:
        """Record that it went out, then go back to where it was opened."""
        if self.refuse():
            return
        self.settle()
        letter = self.letter
        if letter is not None and await mark_as_sent(self, letter):
            kept = kept_with(self.season, letter.id)
            self.leave_for_good(f"Sent: {title_of(self.season, letter)}{kept}")

    def action_ready(self) -> None:
        """Among those to be sent, or back to a draft."""
        if self.refuse():
            return
        self.settle()
        letter = self.letter
        if letter is None:
            return
        ready = letter.state is not LetterState.READY
        hard = [one for one in handing_over.still_open(self, letter) if one.hard] if ready else []
        if hard:
            from tui.asking.letters import first_of

            self.season_app.tell(f"Not ready yet. {first_of(hard, self.spell)}", severity="warning")
            return
        words = f"{'Ready to send' if ready else 'A draft again'}: {title_of(self.season, letter)}"
        self.season_app.change_season(Change(words, partial(mark_ready, letter_id=letter.id, ready=ready)))

    @work
    async def action_choose_recipient(self) -> None:
        """Ask to whom it goes."""
        from tui.asking.drafts import ask_people

        if self.refuse():
            return
        self.settle()
        letter = self.letter
        if letter is None:
            return
        if not self.season.contacts_of.get(letter.program_id):
            self.say(self.spell("No person of this program is known.  {rows.add} c on its screen adds one."))
            return
        self._make(await ask_people(self.season_app, letter))

    @work
    async def action_choose_form(self) -> None:
        """Ask for another form, or another kind; what was typed into blanks goes along."""
        from tui.asking.forms import ask_form

        if self.refuse():
            return
        self.settle()
        if letter := self.letter:
            self._make(await ask_form(self.season_app, letter))

    @work
    async def action_snooze(self) -> None:
        """Put off the follow-up it answers."""
        from tui.asking.drafts import ask_waiting

        letter = self.letter
        if not self.refuse() and letter is not None:
            self._make(await ask_waiting(self.season_app, letter))

    def action_trash(self) -> None:
        """Put it in the trash."""
        self.settle()
        if letter := self.letter:
            words = f"In the trash: {title_of(self.season, letter)}"
            self._make(Change(words, partial(trash_letters, letter_ids=(letter.id,))))

    def action_keep_revision(self) -> None:
        """Keep the present text beside the letter."""
        if self.refuse():
            return
        self.settle()
        letter = self.letter
        if letter is None:
            return
        before = len(letter.revisions)
        words = f"Revision {before + 1} kept: {title_of(self.season, letter)}"
        self._make(Change(words, partial(keep_revision, letter_id=letter.id, name=BY_HAND)))
        after = self.letter
        if after is not None and len(after.revisions) == before:
            self.say(f"This text is kept already, as revision {before}.")

    @work
    async def action_revisions(self) -> None:
        """Show the earlier texts with what has changed since, and bring one back."""
        from tui.asking.drafts import ask_revision, brought_back

        letter = self.letter
        if self.refuse() or letter is None:
            return
        self.settle()
        letter = self.letter or letter
        if not letter.revisions:
            self.say(self.spell("No earlier text is kept yet.  {editor.revision} keeps one."))
            return
        revision = await ask_revision(self.season_app, letter)
        if revision is not None:
            self.settle()
            self._make(brought_back(self.letter or letter, revision))

    def action_external(self) -> None:
        """Write in the person's own editor; what comes back takes the place of the text."""
        from tui.external_editor import edit_outside
        from tui.terminal_lending import lent_by

        if self.refuse():
            return
        self.settle()
        said = edit_outside(
            self.area.text, self._take_over, suspend=partial(lent_by, self.app), no_color=self.app.no_color
        )
        self.say(said)

    def _take_over(self, text: str) -> None:
        """Put that text in the area, as one edit, and keep it; raises RuleBroken when it cannot be kept."""
        self.area.replace(text, (0, 0), self.area.document.end)
        self.keep_typed(BEFORE_EDITOR)
        if self.unkept:
            raise RuleBroken("The text could not be kept.")

    def _make(self, change: Change | None) -> None:
        if change is not None:
            self.season_app.change_season(change)
