"""What is to be done when: tasks, decisions about follow-ups, key dates."""

from __future__ import annotations

from store.frozen_record import record
from store.moments import Moment
from store.words import Kind, Mark, Verdict


@record(frozen=True, slots=True)
class Task:
    """A follow-up made by hand."""

    id: str
    """`t-` and six characters."""
    what: str
    """What is to be done."""
    due: Moment
    """By when."""
    program_id: str = ""
    """For which program; empty for the season."""
    kind: Kind | None = None
    """The kind of letter that answers it, if any."""


@record(frozen=True, slots=True)
class Decision:
    """What the applicant decided about a follow-up."""

    id: str
    """The follow-up's stable key, such as `F03:i-7f3k2m:c-x4n8ab`."""
    verdict: Verdict
    """Done, snoozed or not needed."""
    at: Moment
    """When it was decided."""
    until: Moment | None = None
    """Hidden until then, when snoozed."""


@record(frozen=True, slots=True)
class RuleSetting:
    """What the applicant has changed about one rule of follow-ups; a rule without one is as it came."""

    id: str
    """The rule, such as F07."""
    off: bool = False
    """True while it proposes nothing."""
    days: int | None = None
    """The applicant's own number of days; None takes the rule's."""


@record(frozen=True, slots=True)
class KeyDate:
    """A date of the season that everybody shares, or one of the applicant's own."""

    id: str
    """Name of a shipped date, or `d-` and six characters."""
    name: str
    """What happens."""
    at: Moment
    """When, in the zone it is announced in."""
    short: str = ""
    """One or two words for narrow places."""
    letter: str = ""
    """Capital letter on the timeline's ruler; one that is empty has a tick there."""
    all_day: bool = False
    """True when only the day is known or counts."""
    mark: Mark = Mark.EXPECTED
    """How sure it is."""
    source: str = ""
    """Who says so."""
    touched: tuple[Moment, ...] = ()
    """When it was corrected, oldest first."""
