"""A letter on screen: its words in two fields, kept in the season without being asked."""

from __future__ import annotations

from functools import partial

from textual.widgets import Input, TextArea

from store.clean_text import clean
from store.moments import Moment
from store.records import Letter
from store.rules.letters import keep_revision, revise_letter
from store.season import Season
from store.words import UNSENT, Direction
from tui.bar import READ_ONLY
from tui.letter_story import title_of, told_once_sent
from tui.requests import Change
from tui.screens.season_screen import SeasonScreen
from tui.spelling import UNDO
from tui.state import SeasonState
from tui.widgets.draft_area import DraftArea
from tui.widgets.subject_field import SubjectField

REVISION_SECONDS = 60
"""While a letter is written, its text is kept as a revision this often."""


class LetterScreen(SeasonScreen):
    """A screen with one letter; what is typed in it lands in the season."""

    def __init__(self, letter_id: str) -> None:
        super().__init__()
        self.letter_id = letter_id
        self._known: Letter | None = None
        self._keeping = False
        self._written_here = False

    @property
    def letter(self) -> Letter | None:
        """The letter as the season has it; None once it is gone."""
        return self.season.letters_by_id.get(self.letter_id)

    @property
    def area(self) -> DraftArea:
        """Its text."""
        return self.query_one(DraftArea)

    @property
    def subject(self) -> SubjectField:
        """Its subject."""
        return self.query_one(SubjectField)

    @property
    def stands(self) -> bool:
        """False before its fields are there, and once it is being closed: messages may still come in then."""
        return self.is_mounted and bool(self.query(SubjectField)) and bool(self.query(DraftArea))

    @property
    def in_text(self) -> bool:
        """True while keys are letters of the text or of the subject."""
        return self.editable and self.focused in (self.area, self.subject)

    @property
    def editable(self) -> bool:
        """True while its words may change here."""
        return not self.why_fixed

    @property
    def why_fixed(self) -> str:
        """Why its words may not change; empty while they may."""
        letter = self.letter
        if letter is None:
            return "This message is gone."
        if letter.direction is Direction.IN or letter.state not in UNSENT:
            return told_once_sent(letter, self.state.now.zone, self.spell) or "Its words stay as they are."
        program = self.season.programs_by_id.get(letter.program_id)
        if program is None or program.trashed is not None:
            return self.spell("Its program is in the trash, so its words stay.  {everywhere.trash} leads there.")
        if self.season_app.mark == READ_ONLY:
            return "This window only reads the season, so nothing can be changed here."
        return ""

    def refuse(self) -> bool:
        """Say why nothing may change here; False when it may."""
        if why := self.why_fixed:
            self.say(why)
        return bool(why)

    # From the fields into the season

    @property
    def typed(self) -> tuple[str, str]:
        """Subject and text as they would be kept."""
        return " ".join(clean(self.subject.value).split()), clean(self.area.text)

    @property
    def unkept(self) -> bool:
        """True while the fields hold words that the season does not."""
        known = self._known
        return known is not None and self.editable and self.typed != (known.subject, known.body)

    def settle(self) -> None:
        """Keep what was typed."""
        self.keep_typed()

    def keep_typed(self, before: str = "") -> None:
        """Keep what was typed; with a name the text before it is kept too, as a revision and a step of its own."""
        if not self.stands or self._keeping or not self.unkept:
            return
        letter, known = self.letter, self._known
        assert letter is not None and known is not None
        subject, body = self.typed
        fields = "".join(("s" if subject != known.subject else "", "b" if body != known.body else ""))
        sitting = not self._written_here
        rule = partial(written_on, letter_id=letter.id, subject=subject, body=body, before=before, sitting=sitting)
        merge = "" if before else f"{letter.id} {fields}"
        words = f"Wrote: {title_of(self.season, letter)}"
        self._keeping = True
        try:
            self._written_here |= self.season_app.change_season(Change(words, rule, merge=merge, quiet=True))
        finally:
            self._keeping = False

    # From the season into the fields

    def show_state(self, state: SeasonState) -> None:
        """Follow the letter: its words when they changed elsewhere, and everything around them."""
        letter, known = self.letter, self._known
        if letter is None or letter.trashed is not None:
            self.leave_for_good(f"In the trash: {title_of(state.season, letter)}" if letter else "")
            return
        if known is None or self._keeping:
            self._known = letter
        elif (letter.subject, letter.body) != (known.subject, known.body) and not self.unkept:
            self._known = letter
            self._load(letter)
        else:
            self._known = letter if not self.unkept else known
        self.show_letter(state, letter)

    def _load(self, letter: Letter) -> None:
        place = self.area.cursor_location
        with self.prevent(Input.Changed, TextArea.Changed):
            self.subject.value = letter.subject
            self.area.load_text(letter.body)
        self.area.move_cursor(self.area.clamp_visitable(place))
        self.words_changed()

    def show_letter(self, state: SeasonState, letter: Letter) -> None:
        """Show everything around the words; called with every change."""
        raise NotImplementedError

    def words_changed(self) -> None:
        """Called when the words in the fields changed otherwise than by typing."""

    # Leaving

    def leave_for_good(self, words: str) -> None:
        """Close, and say these words on the screen below."""
        self.dismiss()
        if words:
            self.app.call_later(self.season_app.say, words, self.spell(UNDO))

    def action_close_screen(self) -> None:
        """Keep what was typed and close; stay when it could not be kept."""
        self.settle()
        if self.unkept:
            self.say("This text could not be kept, so it stays open here.")
            return
        self.dismiss()


def written_on(
    season: Season,
    *,
    letter_id: str,
    subject: str,
    body: str,
    before: str = "",
    sitting: bool = False,
    now: Moment,
) -> Season:
    """The season with these words in that draft.

    The text before is kept as a revision when it is given a name, after a while of writing, and with the
    first words of a new `sitting`: as it was left the last time, it can be gone back to.
    """
    letter = season.letters_by_id[letter_id]
    since = letter.revisions[-1].at if letter.revisions else letter.made
    long_ago = since is not None and (now - since).total_seconds() >= REVISION_SECONDS
    as_left = sitting and letter.edited != letter.made
    if (before or long_ago or as_left) and letter.body.strip():
        season = keep_revision(season, letter_id, name=before, now=now)
    return revise_letter(season, letter_id, subject=subject, body=body, now=now)
