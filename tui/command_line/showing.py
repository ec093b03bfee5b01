"""Everything known about one program."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from store.agenda import agenda
from store.cancelling import TOLD_WORDS, still_to_tell
from store.course import shown_status
from store.dates import home_at, show_both, show_day, show_for
from store.find import find_program
from store.follow_ups.follow_up import seen_words
from store.lateness import lateness_words
from store.moments import Moment
from store.question_bank import answers_of, questions_in_force
from store.records import ContactRule, Debrief, Fact, Interview, Letter, Profile, Program
from store.scores import criteria_in_force
from store.season import Season
from store.shelf_life import disagreeing, is_stale, origin_words
from store.words import CHANNEL_WORDS, STATUS_WORDS, ContactRuleName, Direction, InterviewState
from tui.command_line.agenda_words import urgent_words
from tui.command_line.desk import looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values


def show_program(options: Namespace) -> int:
    """Print one program: facts, people, interviews, messages, notes, what is next."""
    with looking(options) as desk:
        season, now = desk.season, desk.now
        program = find_program(season, options.program)
    if options.json:
        as_json(_values(season, program, now))
        return DONE
    previous = ""
    for topic, line in _facts(season, program, now):
        if is_plain(options):
            data(f"{topic}: {line}")
        else:
            data(f"{topic if topic != previous else '':<12}{line}")
        previous = topic
    return DONE


def _rule(rule: ContactRule) -> str:
    """What the program has said about being written to, with its words, where they stand and when they were seen."""
    detail = f", {CHANNEL_WORDS[rule.channel]}" if rule.channel else f", {show_day(rule.until)}" if rule.until else ""
    words = f": “{rule.words}”" if rule.words else ""
    return f"{rule.name}{detail}{words}{seen_words(rule)}"


def _facts(season: Season, program: Program, now: Moment) -> Iterator[tuple[str, str]]:
    yield "program", f"{program.name} ({program.id})"
    status = shown_status(season, program, now)
    yield "status", f"{status} {STATUS_WORDS[status]}"
    if program.city or program.state:
        yield "place", program.where
    if program.zone:
        yield "zone", f"{program.zone}{', assumed' if program.zone_assumed else ''}"
    codes = (("NRMP", program.nrmp_code), ("ACGME", program.acgme_code))
    told = (
        ("tier", program.tier),
        ("tags", " ".join(program.tags)),
        ("draws", program.draws),
        ("codes", ", ".join(f"{name} {code}" for name, code in codes if code)),
        ("website", program.website),
    )
    yield from ((topic, value) for topic, value in told if value)
    if program.rule.name is not ContactRuleName.UNKNOWN:
        yield "rule", _rule(program.rule)
    for reason in program.reasons:
        yield "reason", f"{reason.kind}: {reason.words}"
    for start in program.offered:
        yield "offered", show_for(season.profile, start, now)
    yield from _known_facts(program, now)
    for item in agenda(season, now=now).of(program.id):
        yield "next", f"{urgent_words(season, item, now)}: {item.what}, item {item.key}"
    yield from _people_and_past(season, program, now)


def _known_facts(program: Program, now: Moment) -> Iterator[tuple[str, str]]:
    """What is known with its source and age, then where sources disagree."""
    for fact in program.facts:
        yield "fact", f"{fact.label}: {fact.value} ({origin_words(fact, now.day)})"
    for group in disagreeing(program.facts):
        yield "disagreeing", f"{group[0].label}: {' | '.join(one.value for one in group)}"


def _people_and_past(season: Season, program: Program, now: Moment) -> Iterator[tuple[str, str]]:
    for person in season.contacts_of.get(program.id, ()):
        named = f"{person.title} {person.name}".strip()
        yield "person", f"{', '.join(filter(None, (named, person.role, person.email)))} ({person.id})"
    for interview in season.interviews_of.get(program.id, ()):
        yield "interview", _interview_words(season.profile, interview, now)
        yield from _behind(season, interview, now)
    yield from _gathered(season, program)
    for letter in season.letters_of.get(program.id, ()):
        if letter.trashed is None:
            yield "message", _letter_words(letter, now)
    for note in season.notes_of.get(program.id, ()):
        yield "note", f"{show_day(note.at.day)}: {_one_line(note.text)}"
    for change in program.statuses:
        when = show_both(change.at, now.zone) if change.exact else show_day(change.at.day)
        yield "history", f"{change.status} {when}"


def _behind(season: Season, interview: Interview, now: Moment) -> Iterator[tuple[str, str]]:
    """Its earlier dates, who is still to be told that it is cancelled, and when it was written about."""
    for move in interview.moves:
        yield "moved from", show_for(season.profile, move.was, now)
    if left := still_to_tell(season, interview):
        yield "to tell", ", ".join(TOLD_WORDS[one] for one in left)
    if interview.debrief is not None:
        yield "debrief", lateness_words(season, interview.program_id, interview.debrief.at, now.zone)
        yield from _written(season, interview.debrief)


def _written(season: Season, debrief: Debrief) -> Iterator[tuple[str, str]]:
    """What stands in a debrief, a line for each thing."""
    for hook in debrief.hooks:
        person = season.contacts_by_id.get(hook.contact_id)
        yield "debrief", f"{person.titled if person else 'the day'}: {_one_line(hook.words)}"
    if debrief.gut is not None:
        yield "debrief", f"first feeling: {debrief.gut} of 5"
    words = (("what drew you", debrief.liked), ("what gave pause", debrief.worried), ("red flags", debrief.red_flags))
    yield from (("debrief", f"{label}: {_one_line(text)}") for label, text in words if text.strip())


def _gathered(season: Season, program: Program) -> Iterator[tuple[str, str]]:
    """What was answered there, and the scores given."""
    questions = {one.id: one.text for one in questions_in_force(season)}
    for answer in answers_of(season, program.id):
        yield "answer", f"{questions.get(answer.question_id, answer.question_id)} {_one_line(answer.text)}"
    for criterion in criteria_in_force(season):
        for score in season.scores:
            if (score.program_id, score.criterion_id) == (program.id, criterion.id):
                yield "score", f"{criterion.name}: {score.value} of 5"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _interview_words(profile: Profile, interview: Interview, now: Moment) -> str:
    parts = [show_for(profile, interview.starts, now), f"{interview.minutes} minutes", interview.format.value]
    if interview.zone_assumed:
        parts.append("zone assumed")
    if interview.state is InterviewState.CANCELLED:
        parts.append("cancelled")
    return ", ".join(parts)


def _letter_words(letter: Letter, now: Moment) -> str:
    way = "from them" if letter.direction is Direction.IN else letter.state.value
    when = f", {show_both(letter.at, now.zone)}" if letter.at else ""
    return f"{way} {letter.kind}{when}: {letter.subject or 'no subject'} ({letter.id})"


def _values(season: Season, program: Program, now: Moment) -> dict[str, object]:
    return {
        "id": program.id,
        "name": program.name,
        "status": shown_status(season, program, now).value,
        "city": program.city,
        "state": program.state,
        "zone": program.zone,
        "zone_assumed": program.zone_assumed,
        "tier": program.tier,
        "tags": list(program.tags),
        "nrmp_code": program.nrmp_code,
        "acgme_code": program.acgme_code,
        "rule": _rule_values(program.rule),
        "reasons": [{"kind": one.kind.value, "words": one.words} for one in program.reasons],
        "facts": [_fact_values(one, now) for one in program.facts],
        "history": [
            {"status": one.status.value, **moment_values("at", one.at), "exact": one.exact} for one in program.statuses
        ],
        **_records_of(season, program, now),
    }


def _records_of(season: Season, program: Program, now: Moment) -> dict[str, object]:
    """Everything that hangs on a program: people, interviews, messages, notes, follow-ups."""
    return {
        "contacts": [
            {"id": one.id, "name": one.name, "role": one.role.value, "title": one.title, "email": one.email}
            for one in season.contacts_of.get(program.id, ())
        ],
        "interviews": [_interview_values(season, one, now) for one in season.interviews_of.get(program.id, ())],
        "letters": [_letter_values(one) for one in season.letters_of.get(program.id, ()) if one.trashed is None],
        "notes": [
            {"id": one.id, **moment_values("at", one.at), "text": one.text}
            for one in season.notes_of.get(program.id, ())
        ],
        "next": [
            {"id": one.key, "what": one.what, **moment_values("due", one.due)}
            for one in agenda(season, now=now).of(program.id)
        ],
    }


def _rule_values(rule: ContactRule) -> dict[str, object]:
    return {"name": rule.name.value, "words": rule.words, "source": rule.source, "seen": str(rule.seen or "")}


def _fact_values(fact: Fact, now: Moment) -> dict[str, object]:
    return {
        "label": fact.label,
        "value": fact.value,
        "source": fact.source,
        "checked": fact.checked.isoformat() if fact.checked else None,
        "stale": is_stale(fact, now.day),
    }


def _interview_values(season: Season, interview: Interview, now: Moment) -> dict[str, object]:
    home = home_at(season.profile, interview.starts, now)
    return {
        "id": interview.id,
        **moment_values("starts", interview.starts),
        "starts_home": interview.starts.seen_from(home).local.isoformat(),
        "home_zone": home,
        "minutes": interview.minutes,
        "format": interview.format.value,
        "state": interview.state.value,
        "assumed": interview.zone_assumed,
    }


def _letter_values(letter: Letter) -> dict[str, object]:
    return {
        "id": letter.id,
        "kind": letter.kind.value,
        "direction": letter.direction.value,
        "state": letter.state.value,
        "subject": letter.subject,
        "promise": letter.promise.value,
        **moment_values("at", letter.at),
    }
