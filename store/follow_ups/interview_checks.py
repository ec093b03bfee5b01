"""F04: before an interview its time, link and arrangements are checked once."""

from __future__ import annotations

from collections.abc import Iterator

from store.course import in_play
from store.dates import show_day_short, show_for
from store.follow_ups.follow_up import FollowUp, days_of, stamp
from store.follow_ups.letters_between import sent
from store.moments import Moment
from store.records import Interview, Profile, Program
from store.season import Season
from store.words import Format, InterviewState, Kind, Status

DAYS_BEFORE = 7
"""Before the interview, when the check joins the list."""
DAYS_LATEST = 2
"""Before the interview, when it is late."""
DAYS_LATEST_ASSUMED = 5
"""An uncertain zone is settled earlier: the answer to a question takes days."""


def interviews_to_check(season: Season, now: Moment) -> Iterator[FollowUp]:
    """From 7 days before an interview to its start: check both clocks, link and place, at the latest 2 days before.

    Whoever booked later than that has until the start. A letter about logistics sent in these days counts as the check.
    """
    before = days_of(season, "F04", DAYS_BEFORE)
    for interview in season.interviews:
        opens = interview.starts.after(days=-before)
        if interview.state is not InterviewState.BOOKED or not opens.at <= now.at < interview.starts.at:
            continue
        program = season.programs_by_id.get(interview.program_id)
        if program is None or not in_play(program) or _asked(season, interview, opens):
            continue
        yield _item(program, interview, season.profile, now)


def _asked(season: Season, interview: Interview, opens: Moment) -> bool:
    letters = sent(season, interview.program_id, (Kind.LOGISTICS,), since=opens)
    return any(letter.interview_id in ("", interview.id) for letter, _ in letters)


def _item(program: Program, interview: Interview, profile: Profile, now: Moment) -> FollowUp:
    due = _due(program, interview)
    day = show_day_short(interview.starts.day)
    what = f"check time, link and arrangements for {day}"
    if interview.zone_assumed:
        what = f"confirm the time zone of {day}, then link and arrangements"
    return FollowUp(
        key=f"F04:{interview.id}:{stamp(interview.starts)}",
        rule="F04",
        what=what,
        short="confirm time zone" if interview.zone_assumed else "check time and link",
        why=_why(interview, profile, now),
        due=due,
        latest=due,
        kind=Kind.LOGISTICS,
        program_id=program.id,
        interview_id=interview.id,
    )


def _due(program: Program, interview: Interview) -> Moment:
    days = DAYS_LATEST_ASSUMED if interview.zone_assumed else DAYS_LATEST
    due = interview.starts.after(days=-days)
    settled = interview.moves[-1].at if interview.moves else None
    if settled is None and program.status is Status.BOOKED:
        settled = program.since
    return interview.starts if settled is not None and settled.at >= due.at else due


def _why(interview: Interview, profile: Profile, now: Moment) -> str:
    sentences = [f"It starts {show_for(profile, interview.starts, now)}."]
    if interview.zone_assumed:
        sentences.append("The zone was taken from the program’s city, nobody has named it: ask the coordinator.")
    if interview.format is Format.VIRTUAL and not interview.link:
        sentences.append("No link is recorded yet.")
    if interview.format is Format.IN_PERSON and not interview.place:
        sentences.append("No place is recorded yet.")
    if len(sentences) == 1:
        sentences.append("Two quiet days are left for questions if something does not fit.")
    return " ".join(sentences)
