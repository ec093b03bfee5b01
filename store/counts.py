"""The numbers that stand above every view: programs, interviews, what is due, what is begun."""

from __future__ import annotations

from collections import Counter

from store.agenda import Agenda, Urgency, urgency
from store.clashes import clashes
from store.course import all_attended, shown_status
from store.frozen_record import record
from store.moments import Moment
from store.records import Program
from store.season import Season
from store.words import CLOSED, LetterState, Status


@record(frozen=True, slots=True)
class Counts:
    """Numbers for the headers."""

    programs: int = 0
    """Programs followed."""
    applied: int = 0
    """Of these, sent an application, whatever came of it."""
    invited: int = 0
    """Invited and without a date."""
    booked: int = 0
    """With an interview still ahead."""
    interviewed: int = 0
    """With all interviews over."""
    waitlisted: int = 0
    """On a waitlist."""
    closed: int = 0
    """Closed by either side."""
    interviews: int = 0
    """Interviews that stand, held ones included."""
    ahead: int = 0
    """Interviews that are not over."""
    overdue: int = 0
    """Open follow-ups that are late."""
    due_today: int = 0
    """Open follow-ups due by today and not late."""
    snoozed: int = 0
    """Follow-ups hidden for now."""
    cleared: int = 0
    """Follow-ups decided today."""
    clashes: int = 0
    """Clashes that are not over."""
    drafts: int = 0
    """Drafts that are not ready."""
    ready: int = 0
    """Drafts marked ready."""

    @property
    def due(self) -> int:
        """What the badge of the review shows: late and due together."""
        return self.overdue + self.due_today


def counts(season: Season, agenda: Agenda, now: Moment) -> Counts:
    """The numbers of the headers at that moment."""
    statuses = Counter(shown_status(season, program, now) for program in season.followed)
    interviews = all_attended(season, now)
    pressing = Counter(urgency(follow_up, now) for follow_up in agenda.open)
    letters = season.letters_by_state
    return Counts(
        programs=len(season.followed),
        applied=sum(map(_applied, season.followed)),
        invited=statuses[Status.INVITED],
        booked=statuses[Status.BOOKED],
        interviewed=statuses[Status.INTERVIEWED],
        waitlisted=statuses[Status.WAITLISTED],
        closed=sum(statuses[status] for status in CLOSED),
        interviews=len(interviews),
        ahead=sum(interview.ends.at > now.at for interview in interviews),
        overdue=pressing[Urgency.LATE],
        due_today=pressing[Urgency.DUE],
        snoozed=len(agenda.snoozed),
        cleared=len(agenda.cleared),
        clashes=sum(clash.end.at > now.at for clash in clashes(season)),
        drafts=len(letters[LetterState.DRAFT]),
        ready=len(letters[LetterState.READY]),
    )


def _applied(program: Program) -> bool:
    """Whether an application was ever sent, of which the present status tells most often."""
    return program.status is not Status.PLANNED or any(one.status is not Status.PLANNED for one in program.statuses)
