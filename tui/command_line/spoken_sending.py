"""Messages on their way out in the spoken review: copied, and recorded as sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from store.agenda import FollowUp
from store.dates import show_both
from store.errors import RuleBroken
from store.moments import Moment
from store.numbers import counted
from store.records import Letter
from store.rules.handing_over import as_handed_over, hand_over, mark_handed_sent
from store.rules.letters import mark_sent, write_letter
from store.season import Season
from store.words import Promise
from tui.command_line.reviewing import Sitting

WHICH = "It was changed since it left. Which went out: h the text that left, n the text as it stands now."

Heard = Callable[[], str | None]


def copy_message(sitting: Sitting, item: FollowUp) -> str:
    """Copy the message that answers it, keep its text as it left, and say where it went.

    One that was only read becomes a draft with that. Raises RuleBroken while a STOP stands that was not gone past.
    """
    from store.places import state_folder
    from tui.clipboard import copy
    from tui.command_line.drafting import through_terminal

    letter = sitting.message_for(item)
    _refuse_stops(sitting, letter, "Not copied")
    copied = copy(letter.body, through_terminal, state_folder())

    def left(season: Season, *, now: Moment) -> Season:
        return hand_over(_begun(season, letter, now), (letter.id,), way="copied", now=now)

    sitting.make(f"Handed over: {letter.id}", left, clears=False)
    return f"{copied}."


def record_sent(sitting: Sitting, item: FollowUp, when: str, heard: Heard) -> str:
    """Record that the message that answers it went out then, now without a word; say so.

    `heard` gives the answer to a question, None at the end of the input. Raises RuleBroken for a moment that has not
    come and while a STOP stands that was not gone past, Unclear when the moment cannot be read.
    """
    letter = sitting.message_for(item)
    at = _moment(when, sitting.now)
    went = as_handed_over(letter)
    if went is not letter:
        answer = (heard() or "").strip().casefold()
        if answer not in ("h", "n"):
            raise RuleBroken("Nothing was recorded. h and n are the answers to that.")
        went = went if answer == "h" else letter
    _refuse_stops(sitting, went, "Not marked as sent")
    return _recorded(sitting, letter, went, at)


def _recorded(sitting: Sitting, letter: Letter, went: Letter, at: Moment) -> str:
    from templates.conduct.promises import promise_in

    promise = promise_in(sitting.season, went)
    rule = partial(mark_sent if went is letter else mark_handed_sent, letter_id=letter.id, at=at, promise=promise)

    def sent(season: Season, *, now: Moment) -> Season:
        return rule(_begun(season, letter, now), now=now)

    name, both = sitting.season.programs_by_id[letter.program_id].name, show_both(at, sitting.now.zone)
    sitting.make(f"Sent: {letter.kind} to {name}, {both}", sent, clears=True)
    told = "" if promise is Promise.NONE else f" It makes a promise: {promise}."
    return f"Marked as sent, {both}.{told}"


def _moment(when: str, now: Moment) -> Moment:
    from store.spoken_dates import understand_moment

    return understand_moment(when, now=now, zone=now.zone, past=True).moment if when else now


def _begun(season: Season, letter: Letter, now: Moment) -> Season:
    """The season in which that letter is at least a draft."""
    return season if letter.id in season.letters_by_id else write_letter(season, letter, now=now)


def _refuse_stops(sitting: Sitting, letter: Letter, what: str) -> None:
    from templates.conduct.checking import check_letter
    from templates.conduct.gone_past import open_stops

    stops = open_stops(letter, check_letter(sitting.season, letter, now=sitting.now))
    if stops:
        raise RuleBroken(f"{what}: {counted(len(stops), 'stop')} in it. {stops[0].message} o reads all of it.")
