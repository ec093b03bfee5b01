"""What is gathered for the rank list, and the list itself."""

from __future__ import annotations

from datetime import date

from store.frozen_record import record
from store.moments import Moment
from store.words import Role

CERTIFIED = "certified"
"""The reason with which the order is kept that was seen certified."""
SCORES = range(1, 6)
"""What a score may be, and a first feeling after an interview; 5 is the best."""
HEAVIEST = 5
"""The most that a criterion, or a part of the fit, can count."""
WEIGHTS = range(HEAVIEST + 1)
"""What either may count; 0 leaves it out."""


@record(frozen=True, slots=True)
class Question:
    """A question whose answer helps to rank."""

    id: str
    """`q-` and six characters."""
    theme: str
    """What it is about."""
    text: str
    """The question."""
    role: Role | None = None
    """Whom it suits best; None suits anyone."""


@record(frozen=True, slots=True)
class Answer:
    """What one program's people said to one question."""

    id: str
    """`a-` and six characters."""
    question_id: str
    """To which question."""
    program_id: str
    """Of which program."""
    text: str
    """What was said."""
    at: Moment
    """When."""
    contact_id: str = ""
    """By whom, if known."""
    on_their_site: bool = False
    """True when their site answers it, so that nobody asks."""


@record(frozen=True, slots=True)
class Criterion:
    """Something the applicant weighs programs by."""

    id: str
    """`k-` and six characters, or a shipped name."""
    name: str
    """What it is."""
    weight: int = 1
    """How much it counts, 0 to 5."""


@record(frozen=True, slots=True)
class FitWeight:
    """How much one part of a program’s fit counts for the applicant."""

    id: str
    """Which part, by its shipped name."""
    weight: int = 1
    """How many points it gives or takes, 0 to 5."""


@record(frozen=True, slots=True)
class Score:
    """One program's score on one criterion."""

    id: str
    """`s-` and six characters."""
    program_id: str
    """Which program."""
    criterion_id: str
    """Which criterion."""
    value: int
    """1 to 5."""
    at: Moment
    """When it was given; a late score is a pale memory."""


@record(frozen=True, slots=True)
class RankSnapshot:
    """The rank list as it stood at a moment."""

    at: Moment
    """When it was kept."""
    reason: str
    """Why."""
    order: tuple[str, ...]
    """Program ids, first choice first."""


@record(frozen=True, slots=True)
class LeftOut:
    """Why a program was left off the rank list."""

    program_id: str
    """Which program."""
    reason: str
    """In the applicant’s own words."""
    at: Moment
    """When that was decided."""


@record(frozen=True, slots=True)
class CloseCall:
    """What the applicant said when two programs stood close together."""

    one_id: str
    """A program."""
    other_id: str
    """The one it was compared with."""
    preferred_id: str
    """Which of them is preferred; empty when the applicant could not say."""
    at: Moment
    """When; of several answers about one pair the newest counts."""


@record(frozen=True, slots=True)
class RankList:
    """The applicant's rank order list; its order is theirs and is never computed."""

    order: tuple[str, ...] = ()
    """Program ids, first choice first."""
    left_out: tuple[str, ...] = ()
    """Programs the applicant decided not to rank."""
    locked: bool = False
    """True while nothing may move."""
    certified: date | None = None
    """The day the applicant saw the official list certified."""
    snapshots: tuple[RankSnapshot, ...] = ()
    """Dated copies, oldest first."""
    why_left_out: tuple[LeftOut, ...] = ()
    """Reasons for leaving programs out; one that was decided without a reason has none."""
    close_calls: tuple[CloseCall, ...] = ()
    """Answers about pairs, oldest first."""
