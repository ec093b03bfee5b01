"""The record of what programs asked or hinted at: dated, in their exact words, with what was answered, for a report."""

from __future__ import annotations

from store.course import on_their_clock
from store.dates import show_both
from store.frozen_record import record
from store.moments import Moment
from store.records import Contact, Letter, Program
from store.season import Season
from store.words import CHANNEL_WORDS, Direction, Kind, LetterState
from templates.incoming.concerns import HINT, IMPROPER, Touched, concerns_in, touched_by
from templates.incoming.rights import REPORT, rights_card

PRIMARY = "P"
FLAG_WORDS = {IMPROPER: "an improper question", HINT: "a hint at a commitment"}


@record(frozen=True, slots=True)
class Recorded:
    """One flagged message with everything a report would ask for."""

    letter: Letter
    """The message."""
    program: Program
    """Who it came from."""
    people: tuple[Contact, ...]
    """The persons who sent it, as far as they are recorded."""
    flags: tuple[str, ...]
    """`improper`, `hint`, or both."""
    words: tuple[str, ...]
    """The exact sentences it is about; the whole message where none of them is recognised."""
    touched: tuple[Touched, ...]
    """The rules it touches."""
    answers: tuple[Letter, ...]
    """What the applicant answered, oldest first."""


def recorded(season: Season, program_id: str = "") -> tuple[Recorded, ...]:
    """Every flagged message outside the trash, oldest first; of one program when it is named."""
    found = [
        _recorded(season, letter)
        for letter in season.letters
        if letter.state is LetterState.RECEIVED
        and letter.trashed is None
        and letter.at is not None
        and (letter.improper or letter.hint)
        and program_id in ("", letter.program_id)
        and letter.program_id in season.programs_by_id
    ]
    return tuple(sorted(found, key=lambda one: (_at(one.letter).at, one.letter.id)))


def _recorded(season: Season, letter: Letter) -> Recorded:
    flags = tuple(flag for flag, is_set in ((IMPROPER, letter.improper), (HINT, letter.hint)) if is_set)
    words = tuple(dict.fromkeys(one.words for one in concerns_in(letter.body) if one.flag in flags))
    known = season.contacts_by_id
    return Recorded(
        letter,
        season.programs_by_id[letter.program_id],
        tuple(known[one] for one in letter.contact_ids if one in known),
        flags,
        words or ((letter.body.strip(),) if letter.body.strip() else ()),
        touched_by(letter.body, improper=letter.improper, hint=letter.hint),
        _answers(season, letter),
    )


def _answers(season: Season, letter: Letter) -> tuple[Letter, ...]:
    """What went out and names the letter as the one it answers, or is of the kind that answers such letters."""
    kinds = {Kind.IMPROPER_QUESTION} if letter.improper else set()
    kinds |= {Kind.HINT} if letter.hint else set()
    found = [
        one
        for one in season.letters_of.get(letter.program_id, ())
        if one.direction is Direction.OUT and one.state is LetterState.SENT and one.trashed is None and one.at
        if one.answers == letter.id or (not one.answers and one.kind in kinds and one.at.at >= _at(letter).at)
    ]
    return tuple(sorted(found, key=lambda one: _at(one).at))


def both_clocks(moment: Moment, program: Program, home: str) -> str:
    """A moment on the program's clock first, then on the one at home."""
    return show_both(on_their_clock(moment, program), home)


def person_words(person: Contact) -> str:
    """Title, name, role and address."""
    name = person.titled
    return f"{name}, {person.role.value.replace('-', ' ')}" + (f" <{person.email}>" if person.email else "")


def as_text(found: tuple[Recorded, ...], *, now: Moment) -> str:
    """The record to read and to hand on, every quotation letter for letter.

    It is plain text, because signs that a reader of Markdown needs would stand in the quotations. The applicant's own
    name and advice to them stay out of it, for a report may be unnamed and tells what happened.
    """
    lines = [*_titled("What programs asked or hinted at", "="), f"As kept on {show_both(now, now.zone)}.", ""]
    if not found:
        lines += ["Nothing is flagged.", ""]
    for number, one in enumerate(found, 1):
        lines += _entry(number, one, now.zone)
    lines += _titled("Where a report may go", "-")
    lines += [
        f"- {line.text} (source: {line.source})" for line in rights_card().lines_of(REPORT) if line.mark == PRIMARY
    ]
    lines += ["", "Addresses and rules can change: confirm them on nrmp.org before you write.", ""]
    return "\n".join(lines)


def _titled(title: str, line: str) -> list[str]:
    return [title, line * len(title), ""]


def _entry(number: int, one: Recorded, home: str) -> list[str]:
    letter = one.letter
    code = f" (NRMP {one.program.nrmp_code})" if one.program.nrmp_code else ""
    lines = _titled(f"{number}. {one.program.name}{code}, {' and '.join(FLAG_WORDS[flag] for flag in one.flags)}", "-")
    lines.append(f"- When: {_elsewhere(_at(letter), one.program, home)}")
    if letter.made is not None:
        lines.append(f"- Written down: {_elsewhere(letter.made, one.program, home)}")
    lines.append(f"- Who: {'; '.join(map(person_words, one.people)) or 'not recorded'}")
    lines.append(f"- How: {CHANNEL_WORDS[letter.channel]}")
    lines += [f"- Subject: {letter.subject}"] if letter.subject else []
    lines += ["- Exact words:", "", *_quoted("\n".join(one.words)), ""]
    lines += [f"- Touches: {rule.rule} (source: {rule.source})" for rule in one.touched]
    lines += [""] if one.touched else []
    if letter.body.strip() and one.words != (letter.body.strip(),):
        lines += ["The whole message:", "", *_quoted(letter.body), ""]
    if not one.answers:
        lines += ["No answer was sent.", ""]
    for answer in one.answers:
        lines += [f"Answered {_elsewhere(_at(answer), one.program, home)}:", "", *_quoted(answer.body), ""]
    return lines


def _elsewhere(moment: Moment, program: Program, home: str) -> str:
    """On both clocks, for somebody to whom the applicant's home is not here."""
    return both_clocks(moment, program, home).removesuffix(" here")


def _quoted(text: str) -> list[str]:
    return [f"> {line}".rstrip() for line in text.strip().split("\n")]


def _at(letter: Letter) -> Moment:
    assert letter.at is not None, "only letters with a moment are recorded"
    return letter.at
