"""F16: drafts marked ready wait to be sent."""

from __future__ import annotations

from collections.abc import Iterator

from store.follow_ups.follow_up import FollowUp
from store.moments import Moment, start_of_day
from store.season import Season
from store.words import LetterState

DAYS_LATEST = 2
DAYS_SHOWN = 14


def letters_to_send(season: Season, now: Moment) -> Iterator[FollowUp]:
    """Each draft marked ready, for 14 days after its words last changed; it stays among the ready ones after that."""
    for letter in season.letters:
        if letter.state is not LetterState.READY or letter.trashed is not None:
            continue
        program = season.programs_by_id.get(letter.program_id)
        due = letter.edited or letter.made or start_of_day(now.day, now.zone)
        if program is None or program.trashed is not None or now.at > due.after(days=DAYS_SHOWN).at:
            continue
        about = f" “{letter.subject}”" if letter.subject else ""
        yield FollowUp(
            key=f"F16:{letter.id}",
            rule="F16",
            what=f"send the {letter.kind} message{about}",
            short="send what is ready",
            why="You marked this draft as ready. Copy it or hand it to your mail program, then mark it as sent.",
            due=due,
            latest=due.after(days=DAYS_LATEST),
            kind=letter.kind,
            program_id=program.id,
            contact_id=letter.contact_ids[0] if letter.contact_ids else "",
            interview_id=letter.interview_id,
            letter_id=letter.id,
        )
