"""Several letters gone through one after the other: which of them this is, and on to the next."""

from __future__ import annotations

from store.records import Letter
from store.words import UNSENT
from tui.letter_story import readers_of
from tui.requests import OpenLetter
from tui.screens.letter_places import LetterPlaces

ALONE = "This message is not one of several."


class LetterPass(LetterPlaces):
    """A letter that may be one of several; leaving in the middle leaves the others as drafts."""

    among: tuple[str, ...] = ()
    """The letters gone through, in order; empty for one alone."""
    said_before = ""
    """What is to be said of the letter before, once."""

    @property
    def place_among(self) -> str:
        """Which of them this is, such as `2 of 5`; empty for one alone."""
        if self.letter_id not in self.among or len(self.among) < 2:
            return ""
        return f"{self.among.index(self.letter_id) + 1} of {len(self.among)}"

    def opening_words(self, words: str) -> str:
        """Those words with the place among the others, the reader, and what was done before, in front."""
        letter, before = self.letter, self.said_before
        self.said_before = ""
        where = f"{self.place_among}, to {self._reader(letter)}" if self.place_among and letter else ""
        return "   ".join(filter(None, (before, where) if before else (where, words)))

    @property
    def goes_on(self) -> str:
        """How to go on once nothing is left to fill in; empty where this is the last, or alone."""
        after = self._neighbor(1)
        keys = self.spell("{editor.leave} {draft.next-letter}" if self.in_text else "{draft.next-letter}")
        return f"{keys} goes on to {self._reader(after)}" if after is not None else ""

    def action_next_letter(self) -> None:
        """On to the next of them that is still to be written."""
        self._go(1, self.spell("That was the last of them.  {editor.leave} closes it."))

    def action_previous_letter(self) -> None:
        """Back to the one before."""
        self._go(-1, "This is the first of them.")

    def _go(self, by: int, otherwise: str) -> None:
        wanted = self._neighbor(by)
        if wanted is None:
            self.say(otherwise if self.place_among else ALONE)
            return
        self.settle()
        if self.unkept:
            self.say("This text could not be kept, so it stays open here.")
            return
        self._open(wanted)

    def leave_for_good(self, words: str) -> None:
        """On to the next of them, else close."""
        wanted = self._neighbor(1) or self._neighbor(-1)
        if wanted is None or not self.is_current:
            super().leave_for_good(words)
        else:
            self._open(wanted, words)

    def _open(self, letter: Letter, said: str = "") -> None:
        self.app.post_message(OpenLetter(letter.id, self.among, said, instead=True))

    def _neighbor(self, by: int) -> Letter | None:
        """The next of them that may still be written, in that direction."""
        if not self.place_among:
            return None
        at = self.among.index(self.letter_id)
        ahead = self.among[at + 1 :] if by > 0 else self.among[:at][::-1]
        letters = (self.season.letters_by_id.get(one) for one in ahead)
        return next((one for one in letters if one is not None and _to_be_written(one)), None)

    def _reader(self, letter: Letter) -> str:
        known = self.season.contacts_by_id
        people = [known[one].called for one in letter.contact_ids if one in known]
        return people[0] if len(people) == 1 else readers_of(self.season, letter, self.spell)[0]


def _to_be_written(letter: Letter) -> bool:
    return letter.trashed is None and letter.state in UNSENT
