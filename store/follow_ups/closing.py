"""F11, F12 and F13: the last weeks before rank lists are certified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.dates import show_day, show_for
from store.follow_ups.follow_up import FollowUp, days_of
from store.key_dates import key_date
from store.late_values import later
from store.moments import Moment
from store.records import Profile
from store.season import Season
from store.words import EcfmgStage, Kind, LetterState, Status

DAYS_TO_CERTIFY = 14
"""Before the deadline, when the list is first reminded of."""
REMINDED_AGAIN = (7, 2, 1)
"""Days before the deadline of the later reminders."""
DAYS_FOR_ECFMG = 60
"""Before the deadline, when ECFMG certification is first reminded of."""
ECFMG_AGAIN = (30, 14, 7)
"""Days before the deadline of the later reminders."""
FIRST_FROM, FIRST_GONE = 44, 14
"""Days before the deadline: the middle of January, and the middle of February."""
EXAMS = ("Step 1", "Step 2 CK", "OET")
"""What ECFMG asks for in every pathway: two examinations and the communication test."""
COMPLETE = frozenset({EcfmgStage.CERTIFIED, EcfmgStage.REQUIREMENTS_MET})
"""Stages at which ECFMG waits for nothing more."""


def last_weeks(season: Season, now: Moment) -> Iterator[FollowUp]:
    """What is to be settled before rank lists are certified; nothing once that moment has passed."""
    deadline = key_date(season, "rank-deadline").at
    if now.at < deadline.at:
        yield from _ecfmg(season, deadline, now)
        yield from _first_choice(season, deadline, now)
        yield from _list(season, deadline, now)


def _first_choice(season: Season, deadline: Moment, now: Moment) -> Iterator[FollowUp]:
    """The letter that says first, while nobody has had it and the list has somebody on top."""
    opens, gone = deadline.after(days=-FIRST_FROM), deadline.after(days=-FIRST_GONE)
    first = season.programs_by_id.get(next(iter(season.rank_list.order), ""))
    if not opens.at <= now.at < gone.at or first is None or first.status is not Status.INTERVIEWED:
        return
    if any(one.kind is Kind.FIRST_RANK and one.state is LetterState.SENT and not one.trashed for one in season.letters):
        return
    yield FollowUp(
        key=f"F11:{first.id}",
        rule="F11",
        what="decide whether to tell them that they are first",
        short="say first, or not",
        why=later(_why_first, first.name, gone, now),
        due=opens,
        latest=gone,
        kind=Kind.FIRST_RANK,
        program_id=first.id,
    )


def _why_first(name: str, by: Moment, now: Moment) -> str:
    return (
        f"{name} is first on your list and has not been told. You may tell one program, once, if it is true and "
        f"stays true; its time ends about {show_day(by.day_in(now.zone))}. Nobody owes you anything for it."
    )


def _list(season: Season, deadline: Moment, now: Moment) -> Iterator[FollowUp]:
    """A list from the day lists open, then a reminder that grows nearer until it was seen certified."""
    opens = key_date(season, "ranking-opens").at
    interviewed = any(one.status is Status.INTERVIEWED for one in season.followed)
    ranks = season.rank_list
    if ranks.certified is not None or not (interviewed or ranks.order):
        return
    step = _step(days_of(season, "F12", DAYS_TO_CERTIFY), REMINDED_AGAIN, deadline, now)
    if not ranks.order and now.at >= opens.at:
        yield _draft_list(opens, deadline, season.profile, now)
    if step is not None:
        yield _certify(step, deadline, season.profile, now)


def _draft_list(opens: Moment, deadline: Moment, profile: Profile, now: Moment) -> FollowUp:
    return FollowUp(
        key="F12:draft",
        rule="F12",
        what="put your rank list in order",
        short="draft the rank list",
        why=later(
            lambda: (
                f"Lists can be entered since {show_for(profile, opens, now)} and yours is empty. "
                f"They are certified by {show_for(profile, deadline, now)}."
            )
        ),
        due=opens,
        latest=deadline.after(days=-DAYS_TO_CERTIFY),
    )


def _certify(days: int, deadline: Moment, profile: Profile, now: Moment) -> FollowUp:
    return FollowUp(
        key=f"F12:certify:{days}",
        rule="F12",
        what="certify the rank list with NRMP, and note that you saw it certified",
        short="certify the list",
        why=later(
            lambda: (
                f"Lists that are not certified by {show_for(profile, deadline, now)} do not count. "
                "It can be changed and certified again until then."
            )
        ),
        due=deadline.after(days=-days),
        latest=deadline,
    )


def _ecfmg(season: Season, deadline: Moment, now: Moment) -> Iterator[FollowUp]:
    """What ECFMG still waits for, in reminders that grow nearer, until its requirements are met."""
    profile = season.profile
    step = _step(days_of(season, "F13", DAYS_FOR_ECFMG), ECFMG_AGAIN, deadline, now)
    if step is None or profile.ecfmg in COMPLETE or not _applied(season):
        return
    known = profile.ecfmg is not None
    yield FollowUp(
        key=f"F13:{step}",
        rule="F13",
        what=_missing(profile) if known else "note where your ECFMG certification stands",
        short="ECFMG certification",
        why=later(_why_ecfmg, profile, deadline, now),
        due=deadline.after(days=-step),
        latest=deadline,
    )


def _applied(season: Season) -> bool:
    return any(one.status not in (Status.PLANNED, Status.REJECTED, Status.WITHDRAWN) for one in season.followed)


def _open_exams(profile: Profile) -> list[str]:
    passed = " / ".join(profile.exams_passed).casefold()
    return [one for one in EXAMS if one.casefold() not in passed]


def _missing(profile: Profile) -> str:
    missing = _open_exams(profile)
    return f"ECFMG: {', '.join(missing)} not recorded as passed" if missing else "ECFMG: the decision is still open"


def _why_ecfmg(profile: Profile, deadline: Moment, now: Moment) -> str:
    passed = ", ".join(profile.exams_passed) or "nothing"
    applied = ""
    if profile.ecfmg is EcfmgStage.IN_PROGRESS and profile.ecfmg_day:
        applied = f" Pathway application submitted on {show_day(profile.ecfmg_day)}."
    return (
        f"ECFMG must have confirmed examinations and the communication requirement by "
        f"{show_for(profile, deadline, now)}. Recorded as passed: {passed}.{applied}"
    )


def _step(first: int, again: Sequence[int], deadline: Moment, now: Moment) -> int | None:
    """How many days before the deadline the newest reminder stands; None while it is too early for any."""
    steps = (first, *(days for days in again if days < first))
    return min((days for days in steps if deadline.after(days=-days).at <= now.at), default=None)
