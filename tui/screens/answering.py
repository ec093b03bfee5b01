"""From a follow-up to the message that answers it: opened, copied or marked as sent without leaving the list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from store.agenda import FollowUp, draft_for
from store.errors import SeasonError
from store.follow_ups.follow_up import TO_MANY
from store.moments import Moment
from store.records import Letter
from store.season import Season
from store.words import UNSENT, Kind
from tui.requests import Change, Rule, WriteEach, WriteLetter
from tui.review_sections import Item
from tui.screens.sectioned import Sectioned

if TYPE_CHECKING:
    from templates.conduct.findings import Finding

EACH_IN_TURN = (
    "{draft.next-letter} goes from one to the next, none is sent from here, and one undo takes all of them back."
)
NO_PROGRAM = "That is about no program, so no message answers it."
FOR_EACH = "That is for several programs.  {review.message} begins a draft for each."
NO_MESSAGE = "No message answers that."


class Answering(Sectioned):
    """A list of follow-ups, each with its message; subclasses say which are chosen."""

    @property
    def chosen(self) -> tuple[Item, ...]:
        """The selected lines in the order shown, or the one under the cursor."""
        raise NotImplementedError

    def _first_chosen(self) -> Item | None:
        """The first of several selected, which leaves the selection, or the one under the cursor."""
        chosen = self.chosen
        if len(chosen) > 1:
            self.table.deselect(chosen[0].key)
            self.settle_told()
        return chosen[0] if chosen else None

    # Opening

    def action_message(self) -> None:
        """Open the message that answers it; several thank-yous one after the other, else the first of several."""
        from tui.follow_up_letters import answer_to

        chosen = self.chosen
        owed = tuple(item.follow_up for item in chosen if item.follow_up and item.follow_up.kind is Kind.THANK_YOU)
        if len(chosen) > 1 and len(owed) == len(chosen):
            self.let_go()
            self.post_message(WriteEach(owed))
            return
        item = self._first_chosen()
        if item is None:
            return
        request = answer_to(self.season, item.follow_up) if item.follow_up and item.follow_up.kind else None
        if item.follow_up is not None and item.follow_up.rule in TO_MANY and not item.program_id:
            self._ask_each(item.follow_up)
        elif not item.program_id:
            self.say(NO_PROGRAM)
        elif request is not None:
            self.post_message(request)
        elif item.follow_up is not None and item.follow_up.rule == "F02":
            self._debrief(item.follow_up.interview_id)
        else:
            self._ask_kind(item)

    @work
    async def _ask_each(self, line: FollowUp) -> None:
        """Begin a draft for every program that line speaks of, once the person has read how many."""
        from store.follow_ups.telling import each_of
        from tui.screens.dialogs.confirm import Confirm

        owed = each_of(self.season, line, self.season_app.now())
        count = f"{len(owed)} drafts, one for each program?"
        if not owed:
            self.say("None of them is due yet, two weeks after what you wrote last.")
        elif await self.season_app.push_screen_wait(Confirm(f"Begin {count}", self.spell(EACH_IN_TURN), default=True)):
            self.post_message(WriteEach(owed))

    @work
    async def _debrief(self, interview_id: str) -> None:
        """Write about that interview, and give its scores."""
        from tui.asking.debrief import debrief_interview

        interview = self.season.interviews_by_id.get(interview_id)
        if interview is not None:
            await debrief_interview(self.season_app, interview)

    @work
    async def _ask_kind(self, item: Item) -> None:
        from tui.asking.letters import ask_new_letter

        begin = await ask_new_letter(self.season_app, item.program_id)
        if begin is not None:
            answers = item.follow_up.letter_id if item.follow_up else ""
            self.post_message(WriteLetter(replace(begin, answers=answers)))

    # Handing out

    @work
    async def action_copy(self) -> None:
        """Copy the message; one that was only shown is begun with it, so that it can be marked as sent."""
        from tui.handing_over import copy_letter

        letter = self._fit_to_leave()
        if letter is not None and self._begun(letter):
            await copy_letter(self, letter)

    @work
    async def action_open_mail(self) -> None:
        """Hand the message to the mail program; one that was only shown is begun with it."""
        from tui.handing_over import open_mail

        letter = self._fit_to_leave()
        if letter is not None and self._begun(letter):
            await open_mail(self, letter)

    @work
    async def action_mark_sent(self) -> None:
        """The messages have gone out: asks when, and at a STOP whether; the cursor goes on to the next."""
        from tui.marking_sent import mark_as_sent

        if len(self.chosen) > 1:
            await self._mark_drafts_sent()
            return
        letter = self._fit_to_leave()
        if letter is not None and letter.id in self.season.letters_by_id:
            await mark_as_sent(self, letter)
        elif letter is not None:
            await self._begin_as_sent(letter)

    async def _mark_drafts_sent(self) -> None:
        """The drafts of all that are selected, in one step."""
        from tui.marking_sent import mark_as_sent

        found = (draft_for(self.season, item.follow_up) for item in self.chosen if item.follow_up)
        drafts = {one.id: one for one in found if one is not None}
        if not drafts:
            self.say(self.spell("No draft is there for any of these yet.  {review.message} opens the first."))
        elif await mark_as_sent(self, *drafts.values()):
            self.let_go()

    async def _begin_as_sent(self, letter: Letter) -> None:
        """Record one that was only shown here, as one step."""
        from tui.asking.letters import ask_sent
        from tui.handing_over import still_open

        change = await ask_sent(self.season_app, letter, still_open(self, letter))
        if change is not None:
            begun = partial(begun_first, letter=letter, then=change.rule)
            self.season_app.change_season(replace(change, rule=begun))

    def _fit_to_leave(self) -> Letter | None:
        """The message of the first chosen line; None after saying why it cannot go out as it stands."""
        from tui.handing_over import still_open

        item = self._first_chosen()
        letter = self._letter_of(item.follow_up) if item and item.follow_up else None
        if letter is None:
            if item is None or item.follow_up is None:
                self.say("Only what is to be done has a message to send.")
            return None
        hard = [one for one in still_open(self, letter) if one.hard]
        if hard:
            self.say(f"Not yet: {_in_short(hard)}.  {self.spell('{review.message} opens it.')}")
            return None
        return letter

    def _letter_of(self, follow_up: FollowUp) -> Letter | None:
        """The message that answers it; None after saying that there is none."""
        from templates.answering import letter_answering

        try:
            letter = letter_answering(self.season, follow_up, now=self.season_app.now())
        except SeasonError as trouble:
            self.say(str(trouble))
            return None
        if letter is None:
            each = self.spell(FOR_EACH) if follow_up.rule in TO_MANY else NO_PROGRAM
            self.say(NO_MESSAGE if follow_up.program_id else each)
        elif letter.state not in UNSENT:
            self.say("That one has been sent already.")
            return None
        return letter

    def _begun(self, letter: Letter) -> bool:
        """True once it is among the drafts."""
        from store.rules.letters import write_letter

        if letter.id in self.season.letters_by_id:
            return True
        name = self.season.programs_by_id[letter.program_id].name
        change = Change(f"Begun: {letter.kind.value} to {name}", partial(write_letter, letter=letter), quiet=True)
        return self.season_app.change_season(change)


def _in_short(hard: list[Finding]) -> str:
    """What keeps a message back, blanks counted together."""
    from tui.letter_preview import UNFILLED

    blank = sum(one.check == UNFILLED for one in hard)
    if blank:
        return f"{blank} field{'s' if blank > 1 else ''} to fill in"
    return hard[0].message.rstrip(".")


def begun_first(season: Season, *, letter: Letter, then: Rule, now: Moment) -> Season:
    """The rule `then`, after that letter has become a draft: both are one step."""
    from store.rules.letters import write_letter

    return then(write_letter(season, letter, now=now), now=now)
