"""Blanks of a draft that can be filled by now, because the season has learned what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from store.moments import Moment
from store.records import Letter, Profile
from store.season import Season
from templates.facts import facts_for
from templates.render import BLANK
from templates.sentences import (
    citizenship_sentence,
    ecfmg_sentence,
    experience_sentence,
    full_day,
    listed,
    month_and_year,
    number_word,
    one_line,
    school_sentence,
    with_article,
)
from templates.vocabulary import FactValue, hint_of, words_for

LEFT_ALONE = frozenset({"greeting", "signature", "news", "news_day"})
"""Words not filled later: those that depend on a choice, and news, for a draft may wait for other news."""


def filled_by_now(season: Season, letter: Letter, *, now: Moment) -> Letter:
    """The draft with every untouched blank that the season can fill by now; the same one when there is none."""
    if "[" not in letter.subject + letter.body:
        return letter
    facts = facts_for(season, letter, now=now)
    sentences = tuple(_whole_sentences(season.profile, now))
    known = {**_inside_sentences(season.profile), **_answers(letter, facts)}

    def filled(text: str, first: str) -> str:
        for asked, told in sentences:
            text = text.replace(asked, told)
        hints = {**known, "your name": str(facts[first])} if first in facts else known
        return BLANK.sub(lambda found: hints.get(" ".join(found[1].split()), found[0]), text)

    subject, body = filled(letter.subject, "name"), filled(letter.body, "full_name")
    return letter if (subject, body) == (letter.subject, letter.body) else replace(letter, subject=subject, body=body)


def _answers(letter: Letter, facts: Mapping[str, FactValue]) -> dict[str, str]:
    """What is known under the hint of the blank that asks for it."""
    answers: dict[str, str] = {}
    for word in words_for(letter.kind):
        value = facts.get(word.name)
        told = listed(value) if isinstance(value, list) else value if isinstance(value, str) else ""
        if told and word.hint and word.name not in LEFT_ALONE and "[" not in told:
            answers.setdefault(hint_of(word, facts), told)
    return answers


def _whole_sentences(profile: Profile, now: Moment) -> Iterator[tuple[str, str]]:
    """Each sentence about the applicant as a silent profile asks for it, and as this one tells it without a blank."""
    silent = Profile(specialty=profile.specialty)
    tellers: tuple[Callable[[Profile], str], ...] = (
        citizenship_sentence,
        experience_sentence,
        lambda one: school_sentence(one, now),
        lambda one: ecfmg_sentence(one, now),
    )
    for tell in tellers:
        asked, told = tell(silent), tell(profile)
        if told and "[" not in told:
            yield asked, told


def _inside_sentences(profile: Profile) -> dict[str, str]:
    """What the profile knows by now of the blanks inside those sentences, by their hints."""
    months, field_months, day = profile.usce_months, profile.peds_months, profile.ecfmg_day
    exams, places = ([one_line(text) for text in texts] for texts in (profile.exams_passed, profile.usce_places))
    known = {
        "month and year of your graduation, past or expected": profile.graduation
        and month_and_year(profile.graduation),
        "month and year of your certificate": day and month_and_year(day),
        "the day you submitted it": day and full_day(day),
        "how many months": months and f"{number_word(months)} month{'' if months == 1 else 's'}",
        "how many of them": field_months and number_word(field_months),
        "the hospitals where you worked": listed([with_article(place) for place in places]),
        "the examinations you have passed": listed(exams),
    }
    return {hint: words for hint, words in known.items() if words}
