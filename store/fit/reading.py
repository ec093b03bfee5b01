"""Reads in the words of a fact whether a door stands open for this applicant; what cannot be read counts nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from store.folding import folded
from store.frozen_record import record
from store.records import Profile
from store.words import EcfmgStage

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS: Mapping[str, int] = MappingProxyType({word: number for number, word in enumerate(_SMALL, 1)})
"""Small numbers by their words."""
_ONE = rf"\b(\d{{1,3}}|{'|'.join(_SMALL)})\b"
_NUMBER = re.compile(_ONE)
_COUNTED = re.compile(rf"{_ONE}\+?[ -]*(?:years?|yrs?|months?|mos?|weeks?)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NONE = re.compile(r"^\W*(?:no|none|not|never|nobody|zero|0)\b")
_NOBODY = re.compile(r"^\W*(?:none|no one|not one|never|nobody|zero|0)\b")
_UNKNOWN = re.compile(r"\bunknown\b|\bunclear\b|\bnot (?:known|clear|sure|stated)\b|^\W*$")
_NOT_ASKED = re.compile(r"\b(?:not|no longer|isn't) (?:asked|needed|necessary|required|mandatory)\b")
_SOME = re.compile(r"\b(?:yes|some|several|many|few|most|half|always|every)\b")
_EARLY = re.compile(r"\b(?:appl(?:y|ying|ication|ications)|interviews?|invit\w+)\b")
_LATE = re.compile(r"\b(?:rank\w*|list|match|start|starts|begins?|june|july|training|contract)\b")
_VISAS = re.compile(r"\bj[- ]?1\b|\bh[- ]?1[- ]?b\b")
_SPONSORS = re.compile(r"\byes\b|\bsponsor\w*")
_REFUSES = re.compile(r"\b(?:no|none|not|never|without|cannot)\b|n't\b")
_PER_MONTH = re.compile(r"\bweeks?\b")


@record(frozen=True, slots=True)
class Verdict:
    """What a fact says for this applicant."""

    sign: int
    """1 speaks for the program, -1 against it, 0 neither."""
    words: str
    """Why, in a few words."""
    readable: bool = True
    """False when the words of the fact could not be judged."""


_UNREAD = Verdict(0, "yours to judge", readable=False)
_NOT_KNOWN = Verdict(0, "not known yet", readable=False)


def graduation(value: str, profile: Profile, day: date) -> Verdict:
    """A limit in years or a first year of graduation, against the month the applicant graduated or will.

    Years are whole years until `day`; a limit that is reached this very year is left to the program to say.
    """
    text, graduated = folded(value), profile.graduation
    year = _YEAR.search(text)
    limit = None if year else _number(text)
    if year is None and limit is None:
        return Verdict(1, "no limit") if _NONE.match(text) else _UNREAD
    if graduated is None:
        return Verdict(0, "your profile does not say when you graduated")
    if year is not None:
        wanted = int(year.group())
        return Verdict(1 if graduated.year >= wanted else -1, f"you graduated in {graduated.year}")
    passed = _whole_years(graduated, day)
    if limit == passed:
        return Verdict(0, "you are just at the line, ask how they count")
    return Verdict(1 if limit is not None and passed < limit else -1, _graduated(passed))


def trained_abroad(value: str, profile: Profile, day: date) -> Verdict:
    """Whether residents who studied abroad are there now."""
    text, number = folded(value), _number(folded(value))
    if _NOBODY.match(text) or (_NONE.match(text) and not number):
        return Verdict(-1, "nobody now")
    if number or _SOME.search(text):
        return Verdict(1, "others came this way")
    return _UNREAD


def us_experience(value: str, profile: Profile, day: date) -> Verdict:
    """Months of experience in the US asked for, against those the applicant has; four weeks count as a month."""
    text, months = folded(value), profile.usce_months
    asked = _number(text)
    if _NOT_ASKED.search(text) or (_NONE.match(text) and not asked):
        return Verdict(1, "none is asked")
    if asked is None and not re.search(r"\b(?:yes|required|needed|must|hands)\b", text):
        return _UNREAD
    if months is None:
        return Verdict(0, "your profile does not say how many months you have")
    needed = 1 if asked is None else -(-asked // 4) if _PER_MONTH.search(text) else asked
    return Verdict(1 if months >= needed else -1, f"you have {months} month{'' if months == 1 else 's'}")


def ecfmg(value: str, profile: Profile, day: date) -> Verdict:
    """By when they want the certificate, against how far it has come."""
    text, stage = folded(value), profile.ecfmg
    if stage is EcfmgStage.CERTIFIED:
        return Verdict(1, "you are certified")
    if stage is None:
        return Verdict(0, "your profile does not say how far ECFMG has come")
    early = _EARLY.search(text) and not _NOT_ASKED.search(text)
    if early:
        return Verdict(-1, "you have no certificate yet")
    if not (_LATE.search(text) or _NOT_ASKED.search(text)):
        return _UNREAD
    if stage is EcfmgStage.REQUIREMENTS_MET:
        return Verdict(1, "you have met all requirements")
    return Verdict(0, "yours is still under way")


def attempts(value: str, profile: Profile, day: date) -> Verdict:
    """How many attempts at the Steps they accept; those of the applicant are nowhere kept, so only they can judge."""
    text = folded(value)
    if _number(text) or "first" in text:
        return Verdict(0, "you know your own attempts")
    return Verdict(1, "no limit") if _NONE.match(text) else _UNREAD


def visa(value: str, profile: Profile, day: date) -> Verdict:
    """Whether they sponsor visas: the applicant needs none, so it only shows whether they look abroad."""
    text = folded(value)
    if profile.citizenship is None:
        return Verdict(0, "your profile says nothing of citizenship")
    named, refuses = _VISAS.search(text), _REFUSES.search(text)
    if refuses and not named:
        return Verdict(0, "you need none either way")
    if refuses and named and refuses.start() < named.start():
        return _UNREAD
    if named or _SPONSORS.search(text):
        return Verdict(1, "they take people from abroad; you need none")
    return _UNREAD


Reader = Callable[[str, Profile, date], Verdict]
"""Reads the words of a fact for a profile on a day."""
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "graduation": graduation,
        "abroad": trained_abroad,
        "asked": us_experience,
        "ecfmg": ecfmg,
        "attempts": attempts,
        "visa": visa,
    }
)
"""How the fact behind each part of a fit is read."""
NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "graduation": "graduation",
        "abroad": "residents trained abroad",
        "asked": "US experience",
        "ecfmg": "ECFMG",
        "attempts": "Step attempts",
        "visa": "visa",
    }
)
"""What stands before the words of the fact."""


def read(aspect_id: str, value: str, profile: Profile, day: date) -> Verdict:
    """What that fact says for this applicant on that day, with its own words in front."""
    reader = READERS[aspect_id]
    verdict = _NOT_KNOWN if _UNKNOWN.search(folded(value)) else reader(value, profile, day)
    return replace(verdict, words=f"{NOUNS[aspect_id]} “{short(value)}”: {verdict.words}")


def short(text: str, most: int = 60) -> str:
    """That text on one line, cut at a word when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def _number(text: str) -> int | None:
    """The first number that counts a time, else the first number there is."""
    found = _COUNTED.search(text) or _NUMBER.search(text)
    return None if found is None else NUMBERS.get(found[1]) or int(found[1])


def _whole_years(since: date, day: date) -> int:
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))


def _graduated(years: int) -> str:
    if years < 0:
        return "you have yet to graduate"
    return "you graduated this past year" if years == 0 else f"you graduated {years} year{'s' * (years > 1)} ago"
