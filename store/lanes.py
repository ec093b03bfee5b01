"""The lanes of a timeline, one for each program: what they hold, the groups they stand in, and in which order."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import Enum, IntEnum

from store.dates import Home
from store.folding import folded
from store.frozen_record import record
from store.late_values import with_late
from store.moments import Moment
from store.records import Letter
from store.time_scale import LAST_PART, PART_ZOOM, Scale, Spot, spot_of
from store.words import CLOSED, Status


class EventKind(IntEnum):
    """What an event is; of several in one cell the lowest number is drawn."""

    CLASH = 1
    ACTION_DUE = 2
    BOOKED = 3
    INTERVIEWED = 4
    INVITED = 5
    ACTION_LATER = 6
    WAITLISTED = 7
    CLOSED_BY_THEM = 8
    CLOSED_BY_ME = 9
    MESSAGE = 10


class SpanKind(Enum):
    """What a stretch of time was spent on."""

    WAITING = "waiting"
    IN_PLAY = "in play"
    AFTER = "after"
    LEAD = "lead"


BEHIND_EVERY_TIER = "~"
"""Stands for the tier of what has none."""
LAST_DAY = date.max
"""Stands for the day of what has none, behind every other."""
LIVE = frozenset({EventKind.CLASH, EventKind.ACTION_DUE, EventKind.BOOKED, EventKind.ACTION_LATER})
"""Events that still ask something of the applicant."""


@record(frozen=True, slots=True)
class Event:
    """Something at one moment of a program's course."""

    kind: EventKind
    """What it is."""
    day: date
    """The calendar day at home."""
    at: Moment
    """When."""
    words: str
    """What it is, in words."""
    record_id: str
    """The interview, letter or program it comes from, or the key of the follow-up."""


@record(frozen=True, slots=True)
class Span:
    """A line along the lane, both days included."""

    kind: SpanKind
    """What it stands for."""
    first: date
    """The first day, at home."""
    last: date
    """The last day, at home."""
    begins: int = 0
    """In which third of the first day, 0 to 2."""
    ends: int = LAST_PART
    """In which third of the last day."""


@record(frozen=True, slots=True)
class NextStep:
    """What the applicant does next with a program: a follow-up or an interview."""

    day: date
    """The day it is due, at home; when put off, the day it comes back."""
    signed: str
    """Days from today in four characters."""
    words: str
    """What it is."""
    key: str
    """Key of the follow-up, or id of the interview."""
    late: bool = False
    """True when its time is over."""
    flagged: bool = False
    """True when it is late, or the program's interview clashes."""
    snoozed: bool = False
    """True while the applicant has put it off."""
    interview: bool = False
    """True when it is an interview that takes place on that day."""


@with_late("events")
@with_late("spans")
@with_late("sent")
@record(frozen=True, slots=True)
class Lane:
    """One program on the timeline."""

    program_id: str
    """Which program."""
    name: str
    """Its name."""
    tier: str
    """The applicant's own letter for it."""
    region: str
    """Region of the country; empty when its state is unknown."""
    status: Status
    """The status shown; a booked interview that is over shows as interviewed."""
    events: tuple[Event, ...]
    """Everything that happened or is to happen, sent messages left out, earliest first."""
    spans: tuple[Span, ...]
    """Lines between the events, earliest first."""
    next: NextStep | None
    """What comes next; None when nothing does."""
    quiet: bool
    """True when nothing is due within two weeks."""
    clashing: bool
    """True when an interview to come overlaps with another."""
    sent: tuple[Letter, ...]
    """Messages that went out."""
    home: Home
    """Where the applicant is on each day, in whose days everything is told."""
    reach: tuple[Moment, ...] = ()
    """The first and last of all events, messages of the season among them, and where the first line begins."""
    made_of: tuple[object, ...] = field(default=(), compare=False, repr=False)
    """What the lane was computed from: while that is the same, so is the lane."""

    @property
    def key(self) -> str:
        """What tells this row from every other."""
        return self.program_id

    @property
    def code(self) -> str:
        """Three letters for the status."""
        return self.status.value

    def cell_of(self, event: Event, scale: Scale) -> int:
        """The cell of that event of this lane; its hour is asked for only where days are cut."""
        return scale.cell_of(event.day) if scale.zoom < PART_ZOOM else scale.cell_of(*self.spot_of(event))

    def spot_of(self, event: Event) -> Spot:
        """The day of that event and its third, where the applicant is by then."""
        return spot_of(event.at, self.home.zone_at(event.at))

    @property
    def messages(self) -> tuple[Event, ...]:
        """The messages that went out, as events; worked out when asked for, as they are many and rarely drawn."""
        return tuple(
            Event(EventKind.MESSAGE, self.home.day_of(letter.at), letter.at, f"sent: {letter.kind.value}", letter.id)
            for letter in self.sent
            if letter.at is not None
        )


def among_equals(lane: Lane) -> tuple[str, str, str]:
    """What puts lanes in order that are equal otherwise: the tier, those without one last, then the name."""
    return folded(lane.tier) or BEHIND_EVERY_TIER, folded(lane.name), lane.program_id


@record(frozen=True, slots=True)
class Group:
    """Lanes that belong together."""

    key: str
    """Stable name, such as `booked`."""
    title: str
    """Heading."""
    lanes: tuple[Lane, ...]
    """In the order shown; never empty."""
    fold_first: bool = False
    """True when it starts folded to its heading."""

    @property
    def urgent(self) -> Lane:
        """The lane whose next step comes first."""
        return min(self.lanes, key=lambda lane: lane.next.day if lane.next else LAST_DAY)


@record(frozen=True, slots=True)
class Arrangement:
    """How a person wants the programs sorted and grouped; names of `store.arranging`."""

    sort: str = "next"
    """What comes first."""
    turned: bool = False
    """True turns the order round."""
    group: str = "status"
    """What belongs together."""

    @property
    def sort_words(self) -> str:
        """How a list is sorted, as its head line says it."""
        return f"sort: {self.sort}{', turned' if self.turned else ''}"


AS_IT_STARTS = Arrangement()
"""How everything is arranged until a person asks for something else."""


@record(frozen=True, slots=True)
class StatusGroup:
    """A group that gathers programs by where they stand."""

    key: str
    """Stable name, such as `booked`."""
    title: str
    """Heading."""
    statuses: frozenset[Status]
    """The statuses of those that belong to it."""
    fold_first: bool = False
    """True when it starts folded to its heading."""


GROUPS = (
    StatusGroup("invited", "Invited, no date", frozenset({Status.INVITED})),
    StatusGroup("booked", "Booked", frozenset({Status.BOOKED})),
    StatusGroup("interviewed", "Interviewed", frozenset({Status.INTERVIEWED})),
    StatusGroup("waitlist", "Waitlist", frozenset({Status.WAITLISTED})),
    StatusGroup("applied", "No reply yet", frozenset({Status.APPLIED}), fold_first=True),
    StatusGroup("planned", "Planned", frozenset({Status.PLANNED}), fold_first=True),
    StatusGroup("matched", "Matched", frozenset({Status.MATCHED})),
    StatusGroup("closed", "Closed", CLOSED, fold_first=True),
)
"""The groups by status, in the order shown."""
GROUP_OF_STATUS = {status: group for group in GROUPS for status in group.statuses}
"""The group of each status; every status has one."""
