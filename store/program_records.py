"""Programs, the people there, and notes about them."""

from __future__ import annotations

from datetime import date

from store.frozen_record import record
from store.moments import Moment
from store.words import Channel, ContactRuleName, ReasonKind, Role, Status

BEFORE_FAMILY = frozenset(
    (
        *("af", "al", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el"),
        *("ibn", "la", "le", "ten", "ter", "van", "von", "y", "zu", "St."),
    )
)
"""Small words that belong to the family name behind them."""
AFTER_NAME = frozenset(("jr", "sr", "ii", "iii", "iv", "md", "do", "phd", "mph", "mbbs", "mbchb", "msc", "faap"))
"""What may stand behind a name and is no part of it."""


@record(frozen=True, slots=True)
class StatusChange:
    """One step in the course of things with a program."""

    status: Status
    """The status from this moment on."""
    at: Moment
    """When it began."""
    exact: bool = False
    """True when the minute is known; otherwise only the day counts."""


@record(frozen=True, slots=True)
class Reason:
    """Why the applicant may write to this program before being invited."""

    kind: ReasonKind
    """Which sort of reason."""
    words: str
    """The reason in the applicant's own words."""


@record(frozen=True, slots=True)
class ContactRule:
    """What a program has said about being written to."""

    name: ContactRuleName = ContactRuleName.UNKNOWN
    """The rule."""
    words: str = ""
    """The program's own words."""
    source: str = ""
    """Where they were seen."""
    seen: date | None = None
    """The day they were seen."""
    channel: Channel | None = None
    """The only channel, when the rule names one."""
    until: date | None = None
    """Last day for updates, when the rule names one."""


@record(frozen=True, slots=True)
class Fact:
    """Something known about a program, with where it comes from."""

    label: str
    """What it is about, such as residents trained abroad."""
    value: str
    """What is known."""
    source: str = ""
    """Where it was read or who said it."""
    checked: date | None = None
    """The day it was last checked."""


@record(frozen=True, slots=True)
class Program:
    """A residency program the applicant follows."""

    id: str
    """`p-` and six characters."""
    name: str
    """The program's name as it should stand in a letter."""
    other_names: tuple[str, ...] = ()
    """Further forms of the name that are right too."""
    city: str = ""
    """City of the program."""
    state: str = ""
    """Two-letter state."""
    zone: str = ""
    """IANA zone of the program; empty when nothing is known."""
    zone_assumed: bool = True
    """True until the zone is certain."""
    tier: str = ""
    """The applicant's own letter, A the most wanted."""
    tags: tuple[str, ...] = ()
    """The applicant's own tags."""
    statuses: tuple[StatusChange, ...] = ()
    """The course of things, oldest first; never empty once the program is in a season."""
    rule: ContactRule = ContactRule()
    """What the program has said about being written to."""
    reasons: tuple[Reason, ...] = ()
    """Why outreach before an invitation is warranted; empty means it is not."""
    offered: tuple[Moment, ...] = ()
    """Interview starts the program has offered and the applicant has not yet answered."""
    draws: str = ""
    """What draws the applicant to this program."""
    type: str = ""
    """Type of program, such as university or community."""
    website: str = ""
    """Address of its page."""
    acgme_code: str = ""
    """Ten-digit ACGME code."""
    nrmp_code: str = ""
    """NRMP code, as it goes on the rank order list."""
    signaled: bool = False
    """True when the applicant sent this program a signal."""
    in_match: bool = True
    """True when it fills through the Match."""
    facts: tuple[Fact, ...] = ()
    """What is known about it."""
    trashed: Moment | None = None
    """When it was put in the trash; None while it is followed."""

    @property
    def where(self) -> str:
        """City and state, such as `Marrow, MN`; one of them alone, and nothing where neither is known."""
        return ", ".join(filter(None, (self.city, self.state)))

    @property
    def status(self) -> Status:
        """The present status."""
        return self.statuses[-1].status if self.statuses else Status.PLANNED

    @property
    def since(self) -> Moment | None:
        """When the present status began."""
        return self.statuses[-1].at if self.statuses else None


@record(frozen=True, slots=True)
class Contact:
    """A person at a program."""

    id: str
    """`c-` and six characters."""
    program_id: str
    """The program they belong to."""
    name: str
    """Full name without title."""
    role: Role
    """What they do there."""
    title: str = ""
    """Form of address, such as Dr. or Ms.; empty when unknown."""
    family_name: str = ""
    """Family name for greetings; empty takes it from the end of the name."""
    email: str = ""
    """One mail address."""
    phone: str = ""
    """Telephone number."""
    note: str = ""
    """Anything worth remembering."""
    promised: date | None = None
    """The day by which an advocate said they would speak for the applicant."""

    @property
    def family(self) -> str:
        """The family name to greet with."""
        return self.family_name or _family_in(self.name)

    @property
    def titled(self) -> str:
        """The whole name with its title: `Dr. Ines Wexley`."""
        return f"{self.title} {self.name}".strip()

    @property
    def called(self) -> str:
        """Title and family name, as people speak of them: `Dr. Wexley`; the whole name where no title is known."""
        return f"{self.title} {self.family}" if self.title else self.name


def _family_in(name: str) -> str:
    """The last word of a name with the small words before it; credentials and a first name are left aside."""
    words = name.partition(",")[0].split()
    while len(words) > 1 and words[-1].replace(".", "").lower() in AFTER_NAME:
        words.pop()
    first = len(words) - 1
    while first > 1 and (words[first - 1] in BEFORE_FAMILY or words[first] in ("y", "e")):
        first -= 1
    return " ".join(words[max(first, 0) :])


@record(frozen=True, slots=True)
class Note:
    """A dated note about a program."""

    id: str
    """`n-` and six characters."""
    program_id: str
    """About which program."""
    at: Moment
    """When it was written."""
    text: str
    """The words."""
