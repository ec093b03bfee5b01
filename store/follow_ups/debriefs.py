"""F02: an interview is over and nothing of it is written down yet."""

from __future__ import annotations

from collections.abc import Iterator

from store.course import in_play, is_over
from store.dates import show_day_short, show_for
from store.follow_ups.follow_up import FollowUp, days_of
from store.moments import Moment
from store.records import Interview, Profile, Program
from store.season import Season
from store.words import Status

HOURS_TO_WRITE = 24
"""After the interview, when a debrief is late; scores are due by then."""
HOURS_TO_SCORE = 48
"""After the interview, when scores are late."""
DAYS_SHOWN = 14
"""After the interview, when neither is proposed any more."""


def debriefs_to_write(season: Season, now: Moment) -> Iterator[FollowUp]:
    """A debrief on the day of the interview, and once it is written scores within 48 hours; after 14 days neither."""
    scored = {score.program_id for score in season.scores}
    shown = days_of(season, "F02", DAYS_SHOWN)
    for interview in season.interviews:
        if not is_over(interview, now) or now.at > interview.ends.after(days=shown).at:
            continue
        program = season.programs_by_id.get(interview.program_id)
        if program is None or not in_play(program):
            continue
        if interview.debrief is None or interview.debrief.is_told_only:
            yield _debrief(program, interview, season.profile, now)
        elif program.id not in scored:
            yield _scores(program, interview, season.profile, now)


def _debrief(program: Program, interview: Interview, profile: Profile, now: Moment) -> FollowUp:
    day = show_day_short(interview.starts.day)
    mark = ""
    if program.status is not Status.INTERVIEWED:
        mark = " Its status can move to interviewed too."
    return FollowUp(
        key=f"F02:{interview.id}",
        rule="F02",
        what=f"debrief of {day}",
        short="write the debrief",
        why=f"The interview ended {show_for(profile, interview.ends, now)}. "
        f"Details fade within a day, and thank-yous are written from them.{mark}",
        due=interview.ends,
        latest=interview.ends.after(hours=HOURS_TO_WRITE),
        program_id=program.id,
        interview_id=interview.id,
    )


def _scores(program: Program, interview: Interview, profile: Profile, now: Moment) -> FollowUp:
    return FollowUp(
        key=f"F02:{interview.id}:scores",
        rule="F02",
        what=f"scores after {show_day_short(interview.starts.day)}",
        short="give scores",
        why=f"The interview ended {show_for(profile, interview.ends, now)}. "
        "Scores given within two days compare best with one another.",
        due=interview.ends.after(hours=HOURS_TO_WRITE),
        latest=interview.ends.after(hours=HOURS_TO_SCORE),
        program_id=program.id,
        interview_id=interview.id,
    )
