"""References from one record to another that is gone: found, and dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from store.moments import Moment
from store.records import Answer, Correction, Hook, Interview, Letter
from store.season import Season


def dangling(season: Season) -> tuple[str, ...]:
    """The ids of the records that name a person, an interview or a message which is not in the season."""
    before: tuple[Letter | Interview | Answer, ...] = (*season.letters, *season.interviews, *season.answers)
    after = (*_letters(season), *_interviews(season), *_answers(season))
    return tuple(old.id for old, new in zip(before, after, strict=True) if old is not new)


def drop_dangling(season: Season, *, now: Moment) -> Season:
    """The season in which no record names one that is gone; the same season when none does."""
    if not dangling(season):
        return season
    letters, interviews, answers = tuple(_letters(season)), tuple(_interviews(season)), tuple(_answers(season))
    return replace(season, letters=letters, interviews=interviews, answers=answers)


def _letters(season: Season) -> Iterator[Letter]:
    people, interviews, letters = season.contacts_by_id, season.interviews_by_id, season.letters_by_id
    for one in season.letters:
        to = tuple(each for each in one.contact_ids if each in people)
        about = one.interview_id if one.interview_id in interviews else ""
        answers = one.answers if one.answers in letters else ""
        told = _corrections(one, letters)
        same = (to, about, answers, told) == (one.contact_ids, one.interview_id, one.answers, one.corrections)
        yield one if same else replace(one, contact_ids=to, interview_id=about, answers=answers, corrections=told)


def _corrections(letter: Letter, letters: Mapping[str, Letter]) -> tuple[Correction, ...]:
    return tuple(
        one if one.letter_id in letters or not one.letter_id else replace(one, letter_id="")
        for one in letter.corrections
    )


def _interviews(season: Season) -> Iterator[Interview]:
    for one in season.interviews:
        met = tuple(each for each in one.contact_ids if each in season.contacts_by_id)
        notes = one.debrief and replace(one.debrief, hooks=tuple(_hook(each, season) for each in one.debrief.hooks))
        same = (met, notes) == (one.contact_ids, one.debrief)
        yield one if same else replace(one, contact_ids=met, debrief=notes)


def _hook(hook: Hook, season: Season) -> Hook:
    """The detail without the person or the letter that is gone: it stays as one of the day."""
    who = hook.contact_id if hook.contact_id in season.contacts_by_id else ""
    told_in = hook.letter_id if hook.letter_id in season.letters_by_id else ""
    return replace(hook, contact_id=who, letter_id=told_in)


def _answers(season: Season) -> Iterator[Answer]:
    for one in season.answers:
        gone = one.contact_id and one.contact_id not in season.contacts_by_id
        yield replace(one, contact_id="") if gone else one
