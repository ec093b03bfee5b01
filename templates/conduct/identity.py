"""C25: a subject that says what the letter is for, and a signature with name and AAMC ID."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.words import Channel, Kind
from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.fixes import added, instead
from templates.conduct.frame import signature_start
from templates.conduct.phrases import data_file, word_list
from templates.conduct.words import plain_words

WRITTEN = frozenset({Channel.EMAIL, Channel.PORTAL})
_ID = re.compile(r"AAMC(?:\s*(?:ID|no\.?|number|#))?\s*[:#(]?\s*((?:\d[\s-]?){5,10})", re.I)
_TAIL_LINES = 10


def subject_line(draft: Draft) -> Iterator[Finding]:
    """C25: an e-mail without a subject, or with one that says nothing of its purpose."""
    if draft.letter.channel is not Channel.EMAIL:
        return
    subject = draft.letter.subject
    if not subject.strip():
        message = "There is no subject; say in a few words what this is about."
        yield Finding("C25", Level.WARN, message, where="subject", fix=_usual_subject(draft))
        return
    program = draft.program
    names = {
        word
        for name in (draft.season.profile.name, program.name if program else "", program.city if program else "")
        for word in plain_words(name)
    }
    without_purpose = word_list("subject.json", "without_purpose")
    if draft.letter.kind in (Kind.IMPROPER_QUESTION, Kind.HINT):
        without_purpose -= {"message", "note", "letter", "email"}  # what such a letter is for is to answer one
    telling = [
        word
        for word in plain_words(subject)
        if word not in without_purpose and word not in names and not word.isdigit()
    ]
    if not any(len(word) > 1 for word in telling):
        message = "The subject does not say what the letter is for; name the purpose, and best your name too."
        yield at_words(draft.subject, 0, len(subject), "C25", Level.WARN, message, fix=_usual_subject(draft))


def _usual_subject(draft: Draft) -> Fix | None:
    """The usual purpose of such a letter and the applicant's name, in place of the whole subject."""
    purpose = data_file("subject.json")["purposes"].get(draft.letter.kind.value, "")
    words = " - ".join(filter(None, (purpose, draft.season.profile.name)))
    return instead(draft.subject, 0, len(draft.letter.subject), words) if purpose else None


def _tail(text: str) -> tuple[int, str]:
    """(offset, text) of the last lines, where a signature stands."""
    lines = text.rstrip().split("\n")
    written = [number for number, line in enumerate(lines) if line.strip()]
    first = written[-_TAIL_LINES] if len(written) >= _TAIL_LINES else 0
    offset = sum(len(line) + 1 for line in lines[:first])
    return offset, text[offset:]


def _signed(name: str, tail: str) -> bool:
    """Whether the name stands there: in full, or first and last word of it on one line."""
    words = plain_words(name)
    for line in tail.split("\n"):
        written = plain_words(line)
        if words and words[0] in written and words[-1] in written:
            return True
    return False


def signature(draft: Draft) -> Iterator[Finding]:
    """C25: a body that does not end with the applicant's name and AAMC ID."""
    if draft.letter.channel not in WRITTEN or not draft.letter.body.strip():
        return
    profile = draft.season.profile
    offset, tail = _tail(draft.body.own_text)
    found = _ID.search(tail)
    digits = re.sub(r"\D", "", found.group(1)) if found else ""
    recorded = re.sub(r"\D", "", profile.aamc_id)
    if found and recorded and digits != recorded:
        start, end = offset + found.start(1), offset + found.start(1) + len(found.group(1).rstrip())
        message = "This is not the AAMC ID in your profile."
        yield at_words(draft.body, start, end, "C25", Level.WARN, message, fix=profile.aamc_id)
    missing = []
    if not (_signed(profile.name, tail) if profile.name else _looks_signed(tail)):
        missing.append("your name")
    if not found and not (recorded and recorded in re.sub(r"(?<=\d)[\s-](?=\d)", "", tail)):
        missing.append("your AAMC ID")
    if missing:
        message = f"The signature lacks {' and '.join(missing)}."
        yield Finding("C25", Level.WARN, message, where="body", fix=_signed_fully(draft, missing))


def _signed_fully(draft: Draft, missing: list[str]) -> Fix | None:
    """What the signature lacks, put at the end of the writer's own words; None while the profile does not know it."""
    profile = draft.season.profile
    own = draft.body.own_text
    at = len(own.rstrip())
    if not profile.aamc_id or not profile.name:
        return None
    lines = [f"AAMC ID {profile.aamc_id}"]
    if missing == ["your name"]:
        return None
    if "your name" in missing:
        full = f"{profile.name}, {profile.credentials}" if profile.credentials else profile.name
        lines = [full, *lines]
        if signature_start(own) == len(own):
            lines = ["", "Sincerely,", *lines]
    return added(draft.body, at, "\n" + "\n".join(lines), "add what the signature lacks")


def _looks_signed(tail: str) -> bool:
    """Whether some name follows a closing line, where the profile has none to compare with."""
    return bool(re.search(r"\n[^\n]{0,40},\s*\n+\s*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+", "\n" + tail))
