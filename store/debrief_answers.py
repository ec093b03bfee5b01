"""What is typed after an interview, put together into what the season keeps; what is there already is kept on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from store.course import booked_interviews
from store.errors import RuleBroken, Unclear
from store.find import find_contact
from store.folding import folded
from store.ids import new_id
from store.moments import Moment
from store.records import Answer, Contact, Debrief, Hook, Interview, Question, Score
from store.season import Season

LONGEST_NAME = 4
"""Words before a colon that may still name a person; more of them begin a sentence."""
_WORD = re.compile(r"[^\W_]+")


def interview_to_write_about(season: Season, program_id: str, now: Moment) -> Interview:
    """The program's last interview that has begun; raises RuleBroken when none has."""
    begun = [one for one in booked_interviews(season, program_id) if one.starts <= now]
    if not begun:
        name = season.programs_by_id[program_id].name
        raise RuleBroken(f"No interview at {name} has begun yet. Its debrief is written once it has.")
    return begun[-1]


def people_met(season: Season, interview: Interview) -> tuple[Contact, ...]:
    """Everybody on record for that interview."""
    return tuple(season.contacts_by_id[one] for one in interview.contact_ids if one in season.contacts_by_id)


def said_by(season: Season, program_id: str, text: str) -> tuple[str, str]:
    """The id of the person an answer begins with, and the answer: `Cole: they pair by interest`.

    The id is empty, and the answer whole, when whole words before a colon name nobody there or several people.
    """
    before, colon, words = text.partition(":")
    if not colon or not words.strip() or len(before.split()) > LONGEST_NAME:
        return "", text.strip()
    name = _without_title(before.strip())
    try:
        person = find_contact(season, program_id, name)
    except Unclear:
        return "", text.strip()
    return (person.id, words.strip()) if _is_called(person, name) else ("", text.strip())


def _is_called(person: Contact, name: str) -> bool:
    """True for whole words of what they are called: an answer such as “Call: one in four” names no Dr. McCall."""
    said = folded(name)
    if said in (person.id, folded(person.email)):
        return True
    words = set(_WORD.findall(said))
    return bool(words) and words <= set(_WORD.findall(folded(f"{person.name} {person.family} {person.role.value}")))


def _without_title(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.rstrip(".").casefold() in ("dr", "mr", "mrs", "ms", "mx", "prof") else name


def answer_of_that_day(season: Season, interview: Interview, question: Question) -> Answer | None:
    """What was written down for that question since the interview began, to be gone on with."""
    for answer in season.answers:
        if (answer.program_id, answer.question_id) == (interview.program_id, question.id):
            return answer if answer.at >= interview.starts and not answer.on_their_site else None
    return None


def notes_of(interview: Interview, now: Moment) -> Debrief:
    """The notes as they stand; new ones are dated now."""
    return interview.debrief or Debrief(now)


def with_hooks(notes: Debrief, told: Mapping[str, str]) -> Debrief:
    """Those notes with the details told, by contact id; an empty one takes a detail back."""
    kept = {hook.contact_id: hook.words for hook in notes.hooks} | dict(told)
    return replace(notes, hooks=tuple(Hook(one, words) for one, words in kept.items() if words.strip()))


def an_answer(
    interview: Interview, question_id: str, heard: tuple[str, str], now: Moment, *, answer_id: str = ""
) -> Answer:
    """An answer heard at that interview: who said it, if anybody is named, and the words."""
    person, text = heard
    return Answer(answer_id or new_id("a"), question_id, interview.program_id, text, now, contact_id=person)


def a_score(interview: Interview, criterion_id: str, value: int, now: Moment) -> Score:
    """A score given now."""
    return Score(new_id("s"), interview.program_id, criterion_id, value, now)
