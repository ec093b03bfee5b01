"""C11: nearly the same text as another letter, with names, dates and the program's own words set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from store.dates import show_day
from store.records import Letter
from store.words import Direction, Kind
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level
from templates.conduct.frame import without_frame
from templates.conduct.outgoing import outgoing
from templates.conduct.sentences import split_sentences

PERSONAL = frozenset({Kind.INTEREST, Kind.THANK_YOU, Kind.HIGH_RANK, Kind.FIRST_RANK, Kind.ADVOCATE})
"""Kinds that are worth nothing unless they are written for one reader."""
TO_ALL = frozenset({Kind.ELIGIBILITY})
"""Kinds whose text is meant to be the same for everybody."""
ALIKE, TWIN = 75.0, 80.0
"""Per cent of a text that has to be in the other for the two to read as one, and from which two sentences are twins."""
FEWEST = 25
"""Words below which short letters resemble each other anyway."""
PROBES, PROBE = 5, 14
"""How many stretches of the text are looked for in another before the two are compared, and their length."""
NEWEST, MOST = 2_000, 200
"""Letters of the kind that are looked at, and those of them that are compared in full."""
_ASIDE = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w'’-]*|\b\w*\d\w*\b|[^\w\s]|\[[^\]\n]*\]")
_DAYS = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|today|yesterday|morning|afternoon|evening|last|this|next|week)\b"
)


_COURSE = re.compile(
    r"\b(?:citizen\w*|permanent resident|visa|ecfmg|certif\w+|graduat\w+|usmle|step [123]"
    r"|months? of (?:\w+ )?(?:experience|work)|clinical experience|medical school)\b"
)
"""Where somebody studied and what they hold is the same in every letter, and has to be."""


@lru_cache(maxsize=2048)
def essence(body: str) -> tuple[str, ...]:
    """The sentences of a letter, without what differs from reader to reader and without the applicant's own course."""
    own = (one for one in split_sentences(without_frame(body)) if not _COURSE.search(one.flat))
    found = (_ASIDE.sub(" ", one.text).lower() for one in own)
    return tuple(text for text in (" ".join(_DAYS.sub(" ", words).split()) for words in found) if text.count(" ") > 1)


def repeated_text(draft: Draft) -> Iterator[Finding]:
    """The letter that this one repeats; inside one program it is told first and in stronger words."""
    kind, own = draft.letter.kind, essence(draft.letter.body)
    if kind in TO_ALL or sum(text.count(" ") for text in own) < FEWEST:
        return
    for letter in _candidates(draft):
        if _likeness(own, essence(letter.body)) >= ALIKE:
            yield Finding("C11", Level.WARN, _told(draft, letter), where="body")
            return


def _likeness(own: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Per cent of the shorter text, by length, whose sentences have a near twin in the other, in whatever order."""
    from rapidfuzz.fuzz import ratio  # imported where it is needed, so that nothing else waits for it
    from rapidfuzz.process import extractOne

    shared = sum(len(text) for text in own if extractOne(text, other, scorer=ratio, score_cutoff=TWIN))
    length = sum(map(len, own))
    if sum(text.count(" ") for text in other) >= FEWEST:
        length = min(length, sum(map(len, other)))  # what was added to a copy leaves it a copy
    return 100 * shared / length


def _told(draft: Draft, letter: Letter) -> str:
    when = f" of {show_day(letter.at.day)}" if letter.at else ""
    if letter.program_id == draft.letter.program_id:
        return f"This is nearly your letter{when} to the same program, and people there compare; write it anew."
    program = draft.season.programs_by_id.get(letter.program_id)
    name = program.name if program else "another program"
    return f"This is nearly your letter{when} to {name}; say what is true of this one only."


def _candidates(draft: Draft) -> list[Letter]:
    """Letters that may be alike, those of the same program first, then the newest."""
    same = [one for one in draft.season.letters_of.get(draft.letter.program_id, ()) if _counts(draft, one)]
    if draft.letter.kind not in PERSONAL:
        return same
    probes, kind, program = _probes(draft.letter.body), draft.letter.kind, draft.letter.program_id
    low, high = len(draft.letter.body) * 0.5, len(draft.letter.body) * 2.5
    alike = (
        one
        for one in reversed(outgoing(draft.season, kind)[-NEWEST:])
        if one.program_id != program and low <= len(one.body) <= high and any(probe in one.body for probe in probes)
    )
    return same + list(islice(alike, MOST))


def _counts(draft: Draft, letter: Letter) -> bool:
    own = draft.letter
    outgoing = letter.direction is Direction.OUT and letter.trashed is None
    return outgoing and letter.id != own.id and letter.kind not in TO_ALL and (bool(own.id) or letter.body != own.body)


def _probes(body: str) -> tuple[str, ...]:
    """Stretches of the text, spread over it, of which another nearly like it has at least one."""
    text = without_frame(body).strip()
    step = max(PROBE, len(text) // PROBES)
    return tuple(text[at : at + PROBE] for at in range(0, max(1, len(text) - PROBE), step))
