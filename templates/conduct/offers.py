"""C08: a binding offer outside the Match, asked for or accepted from a program that fills through it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.key_dates import key_date
from store.moments import Moment
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level
from templates.conduct.wording import is_denied, is_told_of_others, said

FILE = "offers.json"
_KNOWN = re.compile(
    r"\b(?:understand|know|aware|realise|realize|only|rules?|policy|against|improper|cannot|can't|may not|never|neither"
    r"|not (?:able|allowed|permitted)|should not|nobody|would not|will not|wouldn't|won't|do not|don't|decline\w*|no)\b"
)
_OTHER = re.compile(
    r"\b(?:second[ -]looks?|revisit|visits?|tours?|open house|webinar|sessions?|interviews?|questions?|speak|meet|talk"
    r"|lease|consent|confidential\w*|release|recording|rotation|electives?|visa|orders?|apartment|flat|handoff|sign-?out)\b"
)
_POST = re.compile(r"\b(?:contract|residency|position|spot|binding|pre-?match|outside|post)\b")
_ON_A_LIST = re.compile(r"[^.;]{0,40}\b(?:list|rol|rank\w*)\b")
_POST_ITSELF = re.compile(r"\b(?:contract|residency|binding|pre-?match|outside)\b")
_SOAP = re.compile(r"\bsoap\b|supplemental")
_OF_A_THIRD = re.compile(r"\b(?:he|she|they)\b")
_OF_ME = re.compile(r"\b(?:i|me|my|myself|we|us|our)\b")
_LATER = re.compile(r"\b(?:once|after|if) (?:i |we )?(?:match|the match)")


def _is_another_paper(flat: str) -> bool:
    """Whether it is a visit that is offered or some other paper that is signed, and no place among them."""
    return bool(_OTHER.search(flat)) and not _POST.search(flat)


def offers_outside(draft: Draft, now: Moment) -> Iterator[Finding]:
    """What asks for or accepts a place outside the Match; silent for programs not in it and after Match Day."""
    program = draft.program
    if program is None or not program.in_match or now.at >= key_date(draft.season, "match-day").at.at:
        return
    for words in said(draft, FILE):
        clause = words.before + words.text
        if _KNOWN.search(words.before) or is_denied(words) or _SOAP.search(words.flat):
            continue
        if _ON_A_LIST.match(words.after) and not _POST_ITSELF.search(words.text):
            continue  # a place on their list is a ranking, which has a check of its own
        if words.text.startswith("accepted") and "you" not in words.flat:
            continue  # a post taken somewhere else, earlier
        if words.phrase.sense != "accept" and is_told_of_others(words) and "?" not in words.flat:
            continue
        if words.phrase.sense != "accept" and _OF_A_THIRD.search(clause) and not _OF_ME.search(clause):
            continue
        if _LATER.search(clause) or "interview" in words.text or _is_another_paper(words.flat):
            continue
        message = f"{program.name} fills through the Match, and neither side may ask for or take a place outside it."
        yield words.told("C08", Level.STOP, message)
