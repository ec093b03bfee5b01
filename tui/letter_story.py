"""What stands around a letter while it is written: its title, its readers, and what is worth having beside it."""

from __future__ import annotations

from store.agenda import silenced
from store.course import booked_interviews
from store.dates import show_day_short, show_moment_short
from store.moments import Moment
from store.records import Interview, Letter
from store.season import Season
from store.words import ROLE_WORDS, ContactRuleName, Direction, Kind, LetterState, Promise
from templates.catalogue import KINDS
from tui.asking.words import RULE_WORDS
from tui.ledger_words import correction_words
from tui.letters_before import letters_before
from tui.program_sections import state_words
from tui.program_story import Part, clash_lines, interview_words, next_lines
from tui.promise_table import ledger_lines
from tui.spelling import Spelling
from tui.state import SeasonState

PROMISE_WORDS = {
    Promise.INTEREST: "you are interested",
    Promise.HIGH: "you will rank them highly",
    Promise.FIRST: "they are your first choice",
}
EARLIER = 6
"""Messages named beside the text."""
SHOWN_NEXT = 4


def title_of(season: Season, letter: Letter) -> str:
    """What the letter is and for which program."""
    program = season.programs_by_id.get(letter.program_id)
    name = program.name if program else "a program that is gone"
    if letter.direction is Direction.IN:
        return f"{letter.kind.value.capitalize()} from {name}"
    kind = KINDS.get(letter.kind)
    title = kind.title if kind else letter.kind.value
    return f"{title[:1].upper()}{title[1:]}: {name}"


def standing_of(letter: Letter, home_zone: str) -> str:
    """How far it has come, with its day."""
    if letter.at is not None:
        verb = "came" if letter.state is LetterState.RECEIVED else "sent"
        return f"{verb} {show_moment_short(letter.at.seen_from(home_zone))}"
    begun = f", begun {show_day_short(letter.made.day_in(home_zone))}" if letter.made else ""
    return f"{letter.state.value}{begun}"


def told_once_sent(letter: Letter, home_zone: str, spell: Spelling) -> str:
    """What stays on record about a letter that went out or came in; empty for one that is being written."""
    if letter.at is None:
        return ""
    day = show_moment_short(letter.at.seen_from(home_zone))
    if letter.state is LetterState.RECEIVED:
        rights = spell(" It asked what a program may not ask; {everywhere.rights} shows your rights.")
        asked = rights if letter.improper else ""
        hinted = " It hinted at a commitment." if letter.hint else ""
        return f"This message came {day}; its words stay as they are.{asked}{hinted}"
    promise = f" It says: {PROMISE_WORDS[letter.promise]}{_later(letter)}." if letter.promise in PROMISE_WORDS else ""
    checks = ", ".join(dict.fromkeys(one.check for one in letter.accepted))
    passed = f" Stops read and gone past: {checks}." if checks else ""
    return f"This message was sent {day}; its words stay as they are.{promise}{passed}"


def kept_with(season: Season, letter_id: str) -> str:
    """What sending that letter has put on record beside it, as the end of a sentence; empty when nothing."""
    letter = season.letters_by_id.get(letter_id)
    if letter is None:
        return ""
    interview = season.interviews_by_id.get(letter.interview_id)
    hooks = interview.debrief.hooks if interview and interview.debrief else ()
    promised = "; its promise stands in the ledger" if letter.promise in (Promise.HIGH, Promise.FIRST) else ""
    noted = "; its detail is noted" if any(one.letter_id == letter_id for one in hooks) else ""
    return f"{promised}{noted}"


def _later(letter: Letter) -> str:
    return "".join(f"; {correction_words(one)}" for one in letter.corrections)


def readers_of(season: Season, letter: Letter, spell: Spelling) -> tuple[str, str]:
    """Names with addresses, and the role of a single one; the role begins with `from` for a letter that came in."""
    people = [season.contacts_by_id[one] for one in letter.contact_ids if one in season.contacts_by_id]
    names = ", ".join(f"{one.titled} <{one.email}>" if one.email else one.titled for one in people)
    role = ROLE_WORDS[people[0].role] if len(people) == 1 else ""
    if letter.direction is Direction.IN:
        return names or "not recorded", f"from {role}".strip()
    return names or spell("nobody yet: {draft.to} after {editor.leave} chooses"), role


def interview_of(season: Season, letter: Letter, now: Moment) -> Interview | None:
    """The interview it is about, else the program's next one, else its last."""
    named = season.interviews_by_id.get(letter.interview_id)
    if named is not None:
        return named
    standing = booked_interviews(season, letter.program_id)
    ahead = [one for one in standing if one.ends.at > now.at]
    return ahead[0] if ahead else standing[-1] if standing else None


def parts_beside(state: SeasonState, letter: Letter) -> tuple[Part, ...]:
    """What helps while writing: clash, next steps, the interview on both clocks, own notes, what was written before."""
    program = state.season.programs_by_id.get(letter.program_id)
    if program is None:
        return ()
    interview = interview_of(state.season, letter, state.now)
    parts = (
        Part("Clash", clash_lines(state, program), alarm=True),
        Part("Next", next_lines(state, program)[:SHOWN_NEXT]),
        Part("Interview", _interview(state, interview)),
        Part("Your notes of the day", _debrief(state.season, letter, interview)),
        Part("Contact rule", _rule(state, letter)),
        Part("What draws me", (program.draws,) if program.draws else ()),
        Part("Promised so far", _promised(state, letter)),
        Part("Messages before", _before(state, letter)),
        Part("Notes", tuple(note.text for note in state.season.notes_of.get(program.id, ())[-2:])),
    )
    return tuple(part for part in parts if part.lines)


def _interview(state: SeasonState, interview: Interview | None) -> tuple[str, ...]:
    if interview is None:
        return ()
    known = state.season.contacts_by_id
    people = ", ".join(known[one].called for one in interview.contact_ids if one in known)
    return tuple(
        filter(
            None, (interview_words(interview, state.home.zone_at(interview.starts)), f"with {people}" if people else "")
        )
    )


def _debrief(season: Season, letter: Letter, interview: Interview | None) -> tuple[str, ...]:
    """The details of the talks with its readers first, then those with others, then what drew and what gave pause."""
    told = interview.debrief if interview else None
    if told is None:
        return ()
    hooks = sorted(told.hooks, key=lambda hook: hook.contact_id not in letter.contact_ids)
    whose = {one.id: one.called for one in season.contacts_of.get(letter.program_id, ())} | {"": "the day"}
    lines = [f"{whose[hook.contact_id]}: {hook.words}" for hook in hooks if hook.contact_id in whose]
    lines += [f"liked: {told.liked}"] if told.liked else []
    lines += [f"gave pause: {told.worried}"] if told.worried else []
    return tuple(lines)


def _rule(state: SeasonState, letter: Letter) -> tuple[str, ...]:
    program = state.season.programs_by_id[letter.program_id]
    if program.rule.name is ContactRuleName.UNKNOWN:
        return ()
    words = (f"“{program.rule.words}”",) if program.rule.words else ()
    return (RULE_WORDS[program.rule.name], *words, *silenced(state.season, program.id, state.now))


def _promised(state: SeasonState, letter: Letter) -> tuple[str, ...]:
    """The ledger, beside a letter that speaks of ranking."""
    return ledger_lines(state, letter.program_id) if letter.kind in (Kind.HIGH_RANK, Kind.FIRST_RANK) else ()


def _before(state: SeasonState, letter: Letter) -> tuple[str, ...]:
    return tuple(
        f"{state_words(one):<5} {show_day_short(state.home.day_of(one.at or one.made or state.now)):>10}  "
        f"{one.kind.value}"
        for one in letters_before(state, letter)[:EARLIER]
    )
