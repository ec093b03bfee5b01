"""What to have at hand on the day of an interview: when, whom, what to ask, what was said before."""

from __future__ import annotations

from collections.abc import Iterator

from store.course import exchanged
from store.dates import home_at, show_clock, show_day, show_day_short, show_for, show_moment_short
from store.debrief_answers import people_met
from store.exchange.markdown_words import one_line
from store.frozen_record import record
from store.moments import Moment
from store.question_bank import answers_of, by_person, open_questions, questions_in_force
from store.records import Contact, Interview, Program, Question
from store.season import Season
from store.shelf_life import disagreeing, is_stale, origin_words
from store.start_remarks import remarks_on
from store.words import ROLE_WORDS, ContactRuleName, Direction, Format, Role

LETTERS_SHOWN = 8
"""The newest messages of a program that are told of."""


@record(frozen=True, slots=True)
class PrepPart:
    """One titled list of the sheet."""

    title: str
    """Its heading."""
    lines: tuple[str, ...]
    """Its lines, as plain text."""


def prep_sheet(season: Season, interview: Interview, *, now: Moment) -> tuple[PrepPart, ...]:
    """The sheet for one interview; parts with nothing in them are left out."""
    program = season.programs_by_id[interview.program_id]
    people = people_met(season, interview)
    asked, rest = _questions(season, program, people)
    parts = (
        PrepPart("When", tuple(_when(season, interview, now))),
        PrepPart("Where", tuple(_where(interview))),
        PrepPart("Whom I meet", tuple(_whom(season, program, people))),
        *asked,
        PrepPart("What draws me", tuple(filter(None, (" ".join(program.draws.split()),)))),
        PrepPart("Heard already", tuple(_heard(season, program, now))),
        PrepPart("Messages so far", tuple(_messages(season, program, now))),
        PrepPart("Notes", tuple(_notes(season, program, now))),
        PrepPart("Writing to them afterwards", tuple(_rule(program))),
        PrepPart("Facts to make sure of", tuple(_unsure(program, now))),
        PrepPart("To ask whoever can tell", rest),
    )
    return tuple(part for part in parts if part.lines)


def as_markdown(season: Season, interview: Interview, *, now: Moment) -> str:
    """The sheet to print or to read in any program."""
    program = season.programs_by_id[interview.program_id]
    blocks = [f"# Interview at {one_line(program.name)}"]
    for part in prep_sheet(season, interview, now=now):
        blocks += [f"## {one_line(part.title)}", "\n".join(f"- {one_line(line)}" for line in part.lines)]
    return "\n\n".join(blocks) + "\n"


def _when(season: Season, interview: Interview, now: Moment) -> Iterator[str]:
    profile = season.profile
    home = home_at(profile, interview.starts, now)
    starts, ends = interview.starts, interview.ends
    until, at_home = _end(starts, ends), ends.seen_from(home)
    if at_home.local.replace(tzinfo=None) != ends.local.replace(tzinfo=None):
        until = f"{until} = {_end(starts.seen_from(home), at_home)}"
    yield f"{show_for(profile, interview.starts, now)}, until {until}"
    for move in interview.moves:
        yield f"moved from {show_for(profile, move.was, now)}"
    yield from (remark.words for remark in remarks_on(season, interview, now))


def _end(starts: Moment, ends: Moment) -> str:
    """The clock at which it ends, with the day where that is another than it begins on."""
    return show_clock(ends) if ends.day == starts.day else show_moment_short(ends)


def _where(interview: Interview) -> Iterator[str]:
    yield "by video" if interview.format is Format.VIRTUAL else "in person"
    yield from filter(None, (interview.link, interview.place))
    if interview.format is Format.VIRTUAL and not interview.link:
        yield "No link is recorded yet: ask the coordinator."
    if interview.format is Format.IN_PERSON and not (interview.place or interview.link):
        yield "No place is recorded yet: ask the coordinator."


def _whom(season: Season, program: Program, people: tuple[Contact, ...]) -> Iterator[str]:
    for person in people:
        note = f": {' '.join(person.note.split())}" if person.note.strip() else ""
        yield f"{person.titled}, {ROLE_WORDS[person.role]}{note}"
    if not people:
        yield "Nobody is recorded yet. The schedule of the day usually names them."
    for person in season.contacts_of.get(program.id, ()):
        if person not in people and person.role is Role.COORDINATOR:
            reach = ", ".join(filter(None, (person.phone, person.email)))
            yield f"If something fails: {person.titled}, coordinator{f', {reach}' if reach else ''}"


def _questions(
    season: Season, program: Program, people: tuple[Contact, ...]
) -> tuple[tuple[PrepPart, ...], tuple[str, ...]]:
    """What is open to ask each person met, and what is left for whoever can tell."""
    own = {one.id for one in season.questions}
    asked: list[PrepPart] = []
    rest: tuple[str, ...] = ()
    for person, questions in by_person(open_questions(season, program.id), people):
        lines = tuple(_question(one, mine=one.id in own, named=person is None) for one in questions)
        if person is None:
            rest = lines
        else:
            asked.append(PrepPart(f"To ask {person.titled}, {ROLE_WORDS[person.role]}", lines))
    return tuple(asked), rest


def _question(question: Question, *, mine: bool, named: bool) -> str:
    role = ROLE_WORDS[question.role] if question.role and named else ""
    about = ", ".join(filter(None, ("yours" if mine else "", question.theme, role)))
    return f"{' '.join(question.text.split())}{f' ({about})' if about else ''}"


def _heard(season: Season, program: Program, now: Moment) -> Iterator[str]:
    texts = {one.id: one.text for one in questions_in_force(season)}
    for answer in answers_of(season, program.id):
        if not answer.text.strip():
            continue
        person = season.contacts_by_id.get(answer.contact_id)
        by = person.titled if person else "their site" if answer.on_their_site else ""
        told = ", ".join(filter(None, (by, show_day_short(answer.at.day_in(now.zone)))))
        yield f"{texts.get(answer.question_id, '')} {' '.join(answer.text.split())} ({told})".strip()


def _unsure(program: Program, now: Moment) -> Iterator[str]:
    """Facts about which sources disagree, each with its origin, then those that are stale."""
    today = now.day
    groups = disagreeing(program.facts)
    for group in groups:
        told = "; or ".join(f"{' '.join(one.value.split())} ({origin_words(one, today)})" for one in group)
        yield f"{group[0].label}: {told}"
    for fact in program.facts:
        if is_stale(fact, today) and not any(fact in group for group in groups):
            yield f"{fact.label}: {' '.join(fact.value.split())} ({origin_words(fact, today)})"


def _messages(season: Season, program: Program, now: Moment) -> Iterator[str]:
    own = season.letters_of.get(program.id, ())
    gone = [(one.at, one) for one in own if one.at is not None and exchanged(one)]
    gone.sort(key=lambda pair: pair[0], reverse=True)
    for at, letter in gone[:LETTERS_SHOWN]:
        way = "came" if letter.direction is Direction.IN else "sent"
        yield f"{show_day_short(at.day_in(now.zone))} {way}, {letter.kind.value}: {letter.subject or 'no subject'}"


def _notes(season: Season, program: Program, now: Moment) -> Iterator[str]:
    for note in sorted(season.notes_of.get(program.id, ()), key=lambda one: one.at, reverse=True):
        yield f"{show_day_short(note.at.day_in(now.zone))}: {' '.join(note.text.split())}"


def _rule(program: Program) -> Iterator[str]:
    rule = program.rule
    if rule.name is ContactRuleName.UNKNOWN:
        yield "Nothing is known about how they want to be written to. Listen for it, and ask the coordinator."
        return
    until = f" {show_day(rule.until)}" if rule.until else ""
    channel = f": {rule.channel.value}" if rule.channel else ""
    yield f"{rule.name.value.replace('-', ' ')}{until}{channel}"
    if rule.words.strip():
        yield f"“{' '.join(rule.words.split())}”"
