"""What may change about a promise once it was sent: its words stay, and what was told later stands beside them."""

from __future__ import annotations

from dataclasses import replace

from store.dates import show_moment
from store.errors import RuleBroken
from store.moments import Moment
from store.records import Correction, Letter
from store.rules.cleaning import cleaned
from store.rules.known import check_not_future, followed_program, known_letter
from store.rules.replacing import swapped
from store.season import Season
from store.words import Direction, LetterState, Promise

STRENGTH = tuple(Promise)
"""Promises, weakest first."""
HOW = "Say how the program was told: name the message, or write it in words, such as a telephone call and with whom."
"""What is asked of who says nothing of how a program was told."""


def correct_promise(
    season: Season,
    letter_id: str,
    *,
    level: Promise = Promise.NONE,
    words: str = "",
    told_in: str = "",
    at: Moment | None = None,
    now: Moment,
) -> Season:
    """Record that the promise of a sent letter was withdrawn, or goes only as far as `level` from now on.

    The program was told at `at`: in the message `told_in`, whose moment counts then, or as `words` say.
    Raises RuleBroken when the letter promises nothing more than that already, and when nothing says
    how the program was told: what nobody has told it still stands there.
    """
    letter = known_letter(season, letter_id)
    followed_program(season, letter.program_id)
    _check_promise(letter, level)
    message = _message_meant(season, letter, told_in) if told_in else None
    if message is None and not words.strip():
        raise RuleBroken(HOW)
    told = (message.at if message else at) or now
    check_not_future(told, now, "A correction")
    _check_order(letter, told)
    correction = cleaned(Correction(told, level, words.strip(), told_in))
    changed = replace(letter, corrections=(*letter.corrections, correction))
    return replace(season, letters=swapped(season.letters, [changed]))


def _check_promise(letter: Letter, level: Promise) -> None:
    if letter.state is not LetterState.SENT or letter.promise is Promise.NONE:
        raise RuleBroken("That message promised nothing, so there is nothing to withdraw.")
    if letter.stands is Promise.NONE:
        raise RuleBroken(f"That promise was withdrawn already, on {show_moment(letter.corrections[-1].at)}.")
    if STRENGTH.index(level) >= STRENGTH.index(letter.stands):
        raise RuleBroken(
            f"What stands is “{letter.stands}”, and a correction makes it less. "
            "For more, write to them and mark the message as sent."
        )


def _message_meant(season: Season, letter: Letter, told_in: str) -> Letter:
    message = known_letter(season, told_in)
    sent = message.direction is Direction.OUT and message.state is LetterState.SENT
    if message.program_id != letter.program_id or not sent or message.id == letter.id:
        raise RuleBroken("That is no message sent to this program, so it cannot have told it.")
    return message


def _check_order(letter: Letter, told: Moment) -> None:
    last = letter.corrections[-1].at if letter.corrections else letter.at
    if last is not None and told.at < last.at:
        raise RuleBroken(f"A correction comes after what it corrects: that was on {show_moment(last)}.")
