"""Everything about one program as sections of entries, each leading to the record it shows."""

from __future__ import annotations

from store.agenda import FollowUp, Urgency, silenced, urgency
from store.dates import home_at, show_both, show_clock, show_day, show_day_short, signed_days
from store.frozen_record import record
from store.records import Contact, Interview, Letter, Program
from store.words import CHANNEL_WORDS, ROLE_WORDS, STATUS_WORDS, ContactRuleName, Direction, LetterState, Status
from tui.asking.words import RULE_WORDS
from tui.gathered_lines import answer_lines, fact_lines, open_lines, open_words, score_lines
from tui.interview_past import interview_past, offer_words
from tui.program_story import clashes_of, interview_words
from tui.shown import column, line
from tui.state import SeasonState

CLASH, FOLLOW_UP, INTERVIEW, OFFER, PERSON = "clash", "follow-up", "interview", "offer", "person"
LETTER, RULE, NOTE, FACTS, STATUS = "letter", "rule", "note", "facts", "status"
FACT, QUESTION, ANSWER, REASON = "fact", "question", "answer", "reason"
"""What an entry leads to."""
LONG_NAME = 32
"""Characters of a name that the head of a narrow screen may have to cut."""
STATE_WORDS = {LetterState.DRAFT: "draft", LetterState.READY: "ready", LetterState.SENT: "sent"}


@record(frozen=True, slots=True)
class Entry:
    """One thing in a section."""

    text: str
    """Its words; further lines are wrapped under the first."""
    leads_to: tuple[str, str] = ("", "")
    """What it opens, and the id of that."""
    hang: int = 2
    """How far its further lines stand in."""
    alarm: bool = False
    """True when it must not be overlooked."""
    quiet: bool = False
    """True for words that only say that nothing is here."""


@record(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    """The heading."""
    entries: tuple[Entry, ...]
    """Never empty."""
    alarm: bool = False
    """True when the heading must not be overlooked."""


def records_of(state: SeasonState, program: Program) -> tuple[Section, ...]:
    """What happens with the program: clash, next steps, interviews, messages, people."""
    sections = (
        Section("Clash", _clashes(state, program), alarm=True),
        Section("Next", _next(state, program)),
        Section("Interviews", _interviews(state, program)),
        Section("Messages", _messages(state, program)),
        Section("People", _people(state, program)),
    )
    return tuple(section for section in sections if section.entries)


def facts_about(state: SeasonState, program: Program) -> tuple[Section, ...]:
    """What is known about the program: contact rule, facts, notes, the course of statuses."""
    sections = (
        Section("Contact rule", _rule(state, program)),
        Section("What draws me", _draws(program)),
        Section("Facts", _facts(state, program)),
        Section("Scores", tuple(map(Entry, score_lines(state, program)))),
        Section("Notes", _notes(state, program)),
        Section("Questions", _questions(state, program)),
        Section("History", _history(state, program)),
    )
    return tuple(section for section in sections if section.entries)


def _clashes(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    season = state.season
    entries: list[Entry] = []
    for clash in clashes_of(season, program, state.now):
        own, other = clash.first, clash.second
        if other.program_id == program.id:
            own, other = other, own
        name = season.programs_by_id[other.program_id].name
        home = home_at(season.profile, clash.start, state.now)
        start, end = clash.start.seen_from(home), clash.end.seen_from(home)
        lines = (
            f"this   {show_both(own.starts, home)}, {own.minutes} min",
            f"with   {line(name, 60)}: {show_both(other.starts, home)}, {other.minutes} min",
            f"both   {show_day_short(start.day)} {start.local:%H:%M} to {show_clock(end)} here",
        )
        entries += [Entry(lines[0], (CLASH, own.id), 7, alarm=True)]
        entries += [Entry(words, (CLASH, own.id), 7) for words in lines[1:]]
    return tuple(entries)


def _next(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    def entry(item: FollowUp) -> Entry:
        late = urgency(item, state.now) is Urgency.LATE
        words = f"{signed_days(item.due, state.now, state.home)} {'!' if late else ' '} {item.what}"
        return Entry(words, (FOLLOW_UP, item.key), 7, alarm=late)

    snoozed = (
        Entry(f"   z   {item.what}, back {show_day_short(state.home.day_of(item.snoozed_until))}", hang=7)
        for item in state.agenda.snoozed
        if item.program_id == program.id and item.snoozed_until is not None
    )
    entries = (*map(entry, state.agenda.of(program.id)), *snoozed)
    return entries or (Entry("Nothing is due here.", quiet=True),)


def _interviews(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    own = sorted(state.season.interviews_of.get(program.id, ()), key=lambda one: one.starts)
    offers = (
        Entry(offer_words(state, program, start), (OFFER, program.id))
        for start in (program.offered if program.status is Status.INVITED else ())
    )
    entries = (*(_interview(state, one) for one in own), *offers)
    return entries or (
        Entry(state.spell("None yet.  {rows.invited} logs an invitation, {rows.book} books a date."), quiet=True),
    )


def _interview(state: SeasonState, interview: Interview) -> Entry:
    known = state.season.contacts_by_id
    people = ", ".join(known[one].titled for one in interview.contact_ids if one in known)
    lines = [
        interview_words(interview, home_at(state.season.profile, interview.starts, state.now)),
        f"  with {people}" if people else "",
        f"  {line(interview.link or interview.place, 200)}" if interview.link or interview.place else "",
    ]
    lines += interview_past(state, interview)
    return Entry("\n".join(filter(None, lines)), (INTERVIEW, interview.id), 2)


def _messages(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    letters = [one for one in state.season.letters_of.get(program.id, ()) if one.trashed is None]
    letters.sort(key=lambda one: one.moved or state.now, reverse=True)
    entries = tuple(_message(state, one) for one in letters)
    return entries or (Entry(state.spell("None yet.  {rows.message} writes one."), quiet=True),)


def state_words(letter: Letter) -> str:
    """How far it has come, in one word."""
    return "came" if letter.direction is Direction.IN else STATE_WORDS[letter.state]


def _message(state: SeasonState, letter: Letter) -> Entry:
    known = state.season.contacts_by_id
    people = ", ".join(known[one].called for one in letter.contact_ids if one in known)
    day = show_day_short(state.home.day_of(letter.moved or state.now))
    words = (
        f"{state_words(letter):<6} {day:<10}  {letter.kind.value:<11} {column(people, 14)} {line(letter.subject, 90)}"
    )
    return Entry(words.rstrip(), (LETTER, letter.id), 19)


def _people(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    def entry(one: Contact) -> Entry:
        promised = f"promised by {show_day_short(one.promised)}" if one.promised else ""
        reach = "  ".join(filter(None, (one.email, one.phone, promised)))
        words = f"{column(one.titled, 22)} {column(ROLE_WORDS[one.role], 18)} {reach}".rstrip()
        return Entry(f"{words}\n  {one.note}" if one.note else words, (PERSON, one.id), 42)

    people = tuple(map(entry, state.season.contacts_of.get(program.id, ())))
    return people or (Entry(state.spell("Nobody yet.  {rows.add} c adds a person."), quiet=True),)


def _rule(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    rule, leads_to = program.rule, (RULE, program.id)
    if rule.name is ContactRuleName.UNKNOWN:
        return (Entry(state.spell("Nothing known yet.  {rows.rule} records it."), leads_to, quiet=True),)
    detail = f": {CHANNEL_WORDS[rule.channel]}" if rule.channel else f": {show_day(rule.until)}" if rule.until else ""
    seen = f"seen {show_day(rule.seen)}" if rule.seen else ""
    source = ", ".join(filter(None, (rule.source, seen)))
    lines = [RULE_WORDS[rule.name] + detail]
    lines += [f"“{rule.words}”"] if rule.words else []
    lines += [source] if source else []
    return tuple(Entry(words, leads_to) for words in (*lines, *silenced(state.season, program.id, state.now)))


def _draws(program: Program) -> tuple[Entry, ...]:
    return (Entry(program.draws, (FACTS, program.id)),) if program.draws else ()


def _facts(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    own = (
        ("name", program.name if len(program.name) > LONG_NAME else ""),
        ("type", program.type),
        ("tags", " ".join(program.tags)),
        ("website", program.website),
        ("NRMP code", program.nrmp_code),
        ("ACGME code", program.acgme_code),
        ("other names", "; ".join(program.other_names)),
        ("signal", "sent" if program.signaled else ""),
        ("Match", "" if program.in_match else "fills outside it"),
    )
    known = tuple(Entry(f"{label}: {value}", (FACTS, program.id)) for label, value in own if value)
    reasons = (
        Entry(f"reason to write: {reason.words}", (REASON, str(place))) for place, reason in enumerate(program.reasons)
    )
    gathered = (
        Entry(one.words, (FACT, one.about) if one.about else ("", ""), alarm=one.alarm, quiet=not one.about)
        for one in fact_lines(state, program)
    )
    return (*known, *reasons, *gathered)


def _questions(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    answered = (Entry(one.words, (ANSWER, one.about)) for one in answer_lines(state, program))
    still_open = (Entry(one.words, (QUESTION, one.about), 4) for one in open_lines(state, program))
    return (*answered, *still_open, Entry(open_words(state, program), quiet=True))


def _notes(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    notes = sorted(state.season.notes_of.get(program.id, ()), key=lambda note: note.at, reverse=True)
    return tuple(Entry(f"{show_day_short(state.home.day_of(note.at))}  {note.text}", (NOTE, note.id)) for note in notes)


def _history(state: SeasonState, program: Program) -> tuple[Entry, ...]:
    home = state.home
    return tuple(
        Entry(
            f"{show_day_short(home.day_of(change.at)):>10}  {STATUS_WORDS[change.status]}"
            + (f" {show_clock(change.at.seen_from(home.zone_at(change.at)))}" if change.exact else ""),
            (STATUS, program.id),
            12,
        )
        for change in reversed(program.statuses)
    )
