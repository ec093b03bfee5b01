"""The follow-ups one review goes through, and what is done about them, each change saved at once."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import partial

from store.agenda import Agenda, FollowUp, Urgency, agenda, urgency
from store.course import interviews_ahead
from store.dates import days_until, home_of
from store.errors import RuleBroken
from store.frozen_record import record
from store.history import Step
from store.moments import Moment
from store.numbers import counted
from store.records import Letter
from store.season import Season
from store.sentence_ends import ended
from tui.command_line.agenda_words import SPANS, urgent_words
from tui.command_line.desk import Desk, changing, looking


@record(frozen=True, slots=True)
class Made:
    """One change made in a review."""

    step: Step
    """The step of undo that it is."""
    at: int
    """The place in the list that it was made at."""
    clears: bool
    """Whether it cleared what stands there."""


class Sitting:
    """Goes along a list of follow-ups; the season is opened for each change alone, so that no window waits for it."""

    def __init__(self, options: Namespace) -> None:
        """Everything that is open within the span, late ones first."""
        self._options = options
        self._made: list[Made] = []
        self.at = 0
        with looking(options) as desk:
            self._take(desk)
        reach, home = SPANS[options.span], home_of(self.season.profile, self.now)
        near = [one for one in self._agenda.open if days_until(one.due, self.now, home) <= reach]
        near.sort(key=lambda one: urgency(one, self.now) is not Urgency.LATE)
        self.keys = tuple(one.key for one in near)

    def _take(self, desk: Desk) -> None:
        self.season: Season = desk.season
        self.now: Moment = desk.now
        self._agenda: Agenda = agenda(desk.season, now=desk.now)
        self._open = {one.key: one for one in self._agenda.open}

    def present(self) -> FollowUp | None:
        """The follow-up to answer next; what has been settled on the way is passed over."""
        while self.at < len(self.keys):
            item = self._open.get(self.keys[self.at])
            if item is not None:
                return item
            self.at += 1
        return None

    def go_on(self) -> None:
        """Leave this one as it is."""
        self.at += 1

    def said_of(self, item: FollowUp) -> str:
        """How pressing it is, whom it is about, and what to do."""
        words = urgent_words(self.season, item, self.now)
        return f"{words[:1].upper()}{words[1:]}: {self._named(item)}"

    def _named(self, item: FollowUp) -> str:
        program = self.season.programs_by_id.get(item.program_id)
        return f"{program.name}, {item.what}" if program else item.what

    def understood_until(self, text: str) -> Moment:
        """Until when something may wait; raises Unclear when that cannot be read."""
        from store.spoken_dates import understand_until

        ahead = interviews_ahead(self.season, self.now)
        return understand_until(text, now=self.now, next_interview=ahead[0].starts if ahead else None)

    def decide(self, item: FollowUp, past: str, rule: Callable[..., Season]) -> str:
        """Save what was decided about it as one step, and say so; raises FileTrouble when it cannot be saved."""
        self.make(f"{past}: {self._named(item)}", partial(rule, keys=(item.key,)), clears=True)
        return f"{past}."

    def make(self, label: str, rule: Callable[..., Season], *, clears: bool) -> None:
        """Save that change as one step, which undo here takes back, and go on when it `clears` what is asked about.

        A change that changes nothing is no step.
        """
        with changing(self._options) as desk:
            changed = rule(desk.season, now=desk.now)
            if changed is desk.season:
                return
            step = desk.change(label, changed, aloud=False)
            self._take(desk)
        if step is not None:
            self._made.append(Made(step, self.at, clears))
        self.at += clears

    def take_back(self) -> str:
        """Take back the last change made in this review, go back to its follow-up, and say so.

        Raises RuleBroken when there is none, and when something else was changed since.
        """
        if not self._made:
            raise RuleBroken("Nothing was changed in this review yet.")
        made = self._made[-1]
        with changing(self._options) as desk:
            newest = desk.file.history.undo_step()
            if newest is None or newest.id != made.step.id:
                raise RuleBroken(f"Something else was changed since “{made.step.label}”; `prematch history` lists it.")
            desk.travel(back=True)
            self._take(desk)
        self._made.pop()
        self.at = made.at
        return f"Taken back: {ended(made.step.label)}"

    def message_for(self, item: FollowUp) -> Letter:
        """The draft that answers it, or one begun for reading; raises RuleBroken when no message answers it."""
        from templates.answering import letter_answering

        letter = letter_answering(self.season, item, now=self.now)
        if letter is None:
            from tui.command_line.way_on import way_on

            raise RuleBroken(f"No message answers that. {way_on(self.season, item)}".strip())
        return letter

    def message_lines(self, item: FollowUp) -> tuple[str, ...]:
        """That message as it would go out, then what its checks say."""
        from templates.conduct.checking import check_letter
        from templates.mail import to_text
        from tui.command_line.checking import finding_line
        from tui.command_line.way_on import way_to_write

        letter = self.message_for(item)
        found = check_letter(self.season, letter, now=self.now)
        text = to_text(self.season, letter).rstrip("\n").split("\n")
        return (
            way_to_write(self.season, letter),
            *text,
            *(finding_line(one, letter) for one in found),
            *(() if found else ("Checks are clean.",)),
        )

    def what_is_left(self) -> str:
        """How many were cleared here, and what is still late or due."""
        pressing = [urgency(one, self.now) for one in self._agenda.open]
        late, due = pressing.count(Urgency.LATE), pressing.count(Urgency.DUE)
        counts = ", ".join(f"{count} {word}" for count, word in ((late, "late"), (due, "due today")) if count)
        cleared = sum(made.clears for made in self._made)
        put_off = sum(urgency(one, self.now) is Urgency.LATE for one in self._agenda.snoozed)
        aside = f" {put_off} late put off." if put_off else ""
        return f"{counted(cleared, 'follow-up')} cleared here. Left: {counts or 'nothing due'}.{aside}"
