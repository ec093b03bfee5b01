"""F03: people the applicant met are owed thanks, where the program lets them be thanked."""

from __future__ import annotations

from collections.abc import Iterator

from store.course import in_play, is_over
from store.dates import show_day_short, show_for
from store.follow_ups.follow_up import FollowUp, days_of, seen_words, unwanted
from store.follow_ups.letters_between import sent
from store.moments import Moment
from store.records import Contact, ContactRule, Interview, Profile, Program
from store.season import Season
from store.sentence_ends import ended
from store.words import ContactRuleName, Kind

HOURS_DUE = 24
"""After the interview, when thanks are due."""
HOURS_LATEST = 72
"""After the interview, when they are late."""
DAYS_SHOWN = 10
"""A first thank-you later than this draws attention to its lateness, so it is no longer proposed."""


def thank_yous_to_send(season: Season, now: Moment) -> Iterator[FollowUp]:
    """One thank-you per person met, or one in all where nobody is recorded: due after 24 hours, last at 72."""
    shown = days_of(season, "F03", DAYS_SHOWN)
    for interview in season.interviews:
        if not is_over(interview, now) or now.at > interview.ends.after(days=shown).at:
            continue
        program = season.programs_by_id.get(interview.program_id)
        if program is None or not in_play(program):
            continue
        thanked = _thanked(season, interview)
        people = [season.contacts_by_id[one] for one in interview.contact_ids if one in season.contacts_by_id]
        if people:
            yield from (_item(program, interview, one, season.profile, now) for one in people if one.id not in thanked)
        elif not thanked:
            yield _item(program, interview, None, season.profile, now)


def silenced(season: Season, program_id: str, now: Moment | None = None) -> tuple[str, ...]:
    """Sentences on what the program's contact rule keeps the agenda from proposing; empty when nothing.

    With `now` a rule that has run out by then is told too.
    """
    program = season.programs_by_id.get(program_id)
    if program is None:
        return ()
    asked = (Kind.THANK_YOU,) if now is None else (Kind.THANK_YOU, Kind.UPDATE)
    found = (unwanted(program, kind, now) for kind in asked)
    return next(((sentence,) for sentence in found if sentence), ())


def _thanked(season: Season, interview: Interview) -> set[str]:
    """Ids of the people thanked since that interview began.

    A letter that names nobody stands for the only person met, and for everybody where none is recorded.
    """
    thanked: set[str] = set()
    for letter, _ in sent(season, interview.program_id, (Kind.THANK_YOU,), since=interview.starts):
        if letter.interview_id in ("", interview.id):
            alone = interview.contact_ids if len(interview.contact_ids) == 1 else ("",)
            thanked.update(letter.contact_ids or alone)
    return thanked


def _item(program: Program, interview: Interview, person: Contact | None, profile: Profile, now: Moment) -> FollowUp:
    whom = person.called if person else "those you met"
    latest = interview.ends.after(hours=HOURS_LATEST)
    return FollowUp(
        key=f"F03:{interview.id}:{person.id}" if person else f"F03:{interview.id}",
        rule="F03",
        what=f"thank-you to {whom} after {show_day_short(interview.starts.day)}",
        short="thank-you note",
        why=f"The interview ended {show_for(profile, interview.ends, now)}. A thank-you is best sent within a day, "
        f"at the latest {show_for(profile, latest, now)}.{_rule_said(program.rule)}",
        due=interview.ends.after(hours=HOURS_DUE),
        latest=latest,
        kind=Kind.THANK_YOU,
        program_id=program.id,
        contact_id=person.id if person else "",
        interview_id=interview.id,
    )


def _rule_said(rule: ContactRule) -> str:
    source = seen_words(rule)
    if rule.name is ContactRuleName.THANKS_WELCOME:
        return ended(f" They say thank-yous are welcome{source}")
    if rule.name is ContactRuleName.THANKS_NOT_NEEDED:
        return f" They say none is needed{source}; a short one is still fine."
    if rule.name is ContactRuleName.ONE_CHANNEL and rule.channel is not None:
        return ended(f" They take messages by {rule.channel} only{source}")
    return ""
