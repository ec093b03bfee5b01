"""The records of a season: frozen values, a sentence for each field, tuples for what is many."""

from __future__ import annotations

from datetime import date

from store.frozen_record import record
from store.moments import Moment
from store.words import (
    Channel,
    Citizenship,
    ContactRuleName,
    Direction,
    EcfmgStage,
    Format,
    InterviewState,
    Kind,
    LetterState,
    Mark,
    Promise,
    ReasonKind,
    Role,
    Status,
    Verdict,
)

LONGEST_INTERVIEW = 3 * 24 * 60
"""Minutes of the longest interview, three days."""


@record(frozen=True, slots=True)
class Stay:
    """Where the applicant lives from a day on, for as long as no later stay begins."""

    start: date
    """First day in that place."""
    zone: str
    """IANA zone of the place."""


@record(frozen=True, slots=True)
class Profile:
    """What the app knows about the applicant; whatever is empty is left out of letters."""

    name: str = ""
    """Full name as it stands on the application."""
    credentials: str = ""
    """Letters after the name, such as MD or MBBS."""
    aamc_id: str = ""
    """AAMC ID; used in signatures only."""
    email: str = ""
    """Address for the signature and for .eml files."""
    phone: str = ""
    """Telephone number with country code."""
    school: str = ""
    """Medical school."""
    school_country: str = ""
    """Country of the medical school, in words."""
    graduation: date | None = None
    """First day of the month of graduation, past or expected."""
    citizenship: Citizenship | None = None
    """Citizen or permanent resident; None says nothing in letters."""
    ecfmg: EcfmgStage | None = None
    """Stage of ECFMG certification."""
    ecfmg_day: date | None = None
    """Certified on, requirements met on, or pathway application submitted on, as the stage has it."""
    exams_passed: tuple[str, ...] = ()
    """Examinations passed, such as Step 1 and Step 2 CK."""
    usce_months: int | None = None
    """Months of clinical experience in the US."""
    peds_months: int | None = None
    """Months of these spent in pediatrics."""
    usce_places: tuple[str, ...] = ()
    """Hospitals of the US experience."""
    ties: tuple[str, ...] = ()
    """Cities or states the applicant has a real tie to, each with its reason."""
    interests: tuple[str, ...] = ()
    """Professional interests, most important first."""
    strengths: tuple[str, ...] = ()
    """Strengths the applicant can show evidence for."""
    readiness: tuple[str, ...] = ()
    """Evidence of readiness, such as newborn examinations or letters from US attendings."""
    specialty: str = "pediatrics"
    """The specialty applied to."""
    home_zone: str = ""
    """IANA zone of home; empty until the applicant or the machine names one."""
    stays: tuple[Stay, ...] = ()
    """Later changes of place, by first day."""
    preferred_regions: tuple[str, ...] = ()
    """Regions the applicant would rather live in."""
    preferred_types: tuple[str, ...] = ()
    """Types of program the applicant would rather train in."""


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
    """Family name for greetings; empty takes the last word of the name."""
    email: str = ""
    """One mail address."""
    phone: str = ""
    """Telephone number."""
    note: str = ""
    """Anything worth remembering."""

    @property
    def family(self) -> str:
        """The family name to greet with."""
        return self.family_name or (self.name.split()[-1] if self.name.split() else "")


@record(frozen=True, slots=True)
class Move:
    """One change of an interview's start."""

    was: Moment
    """The start before."""
    at: Moment
    """When it was changed."""


@record(frozen=True, slots=True)
class Hook:
    """One true detail of the conversation with one person."""

    contact_id: str
    """With whom."""
    words: str
    """The detail."""


@record(frozen=True, slots=True)
class Debrief:
    """What the applicant wrote down after an interview."""

    at: Moment
    """When it was written."""
    hooks: tuple[Hook, ...] = ()
    """A detail for each person."""
    liked: str = ""
    """What drew the applicant."""
    worried: str = ""
    """What gave pause."""
    gut: int | None = None
    """First feeling, 1 to 5."""


@record(frozen=True, slots=True)
class Interview:
    """One interview day at one program."""

    id: str
    """`i-` and six characters."""
    program_id: str
    """Where."""
    starts: Moment
    """The start, in the zone it was given in."""
    minutes: int = 240
    """Length in minutes."""
    zone_assumed: bool = False
    """True when no zone was given and the program's city was taken."""
    format: Format = Format.VIRTUAL
    """Virtual or in person."""
    contact_ids: tuple[str, ...] = ()
    """Whom the applicant is to meet, or met."""
    state: InterviewState = InterviewState.BOOKED
    """Whether it stands."""
    link: str = ""
    """Where to join."""
    place: str = ""
    """Where to go."""
    moves: tuple[Move, ...] = ()
    """Earlier starts, oldest first."""
    debrief: Debrief | None = None
    """What was written down afterwards."""

    @property
    def ends(self) -> Moment:
        """The planned end; a length no interview has, as a file may hold, counts as the nearest possible one."""
        return self.starts.after(minutes=max(1, min(self.minutes, LONGEST_INTERVIEW)))


@record(frozen=True, slots=True)
class Revision:
    """An earlier text of a letter."""

    at: Moment
    """When it was kept."""
    subject: str
    """The subject then."""
    body: str
    """The text then."""
    name: str = ""
    """The applicant's name for it, if kept by hand."""


@record(frozen=True, slots=True)
class Accepted:
    """A STOP the applicant read and went past."""

    check: str
    """Id of the check, such as C05."""
    words: str
    """The words it was about."""
    at: Moment
    """When."""


@record(frozen=True, slots=True)
class Letter:
    """Any communication with a program, in or out; the screen calls it a message."""

    id: str
    """`l-` and six characters."""
    program_id: str
    """The program it belongs to."""
    kind: Kind
    """What it is for."""
    direction: Direction = Direction.OUT
    """Which way it went."""
    state: LetterState = LetterState.DRAFT
    """How far it has come."""
    channel: Channel = Channel.EMAIL
    """How it travels."""
    contact_ids: tuple[str, ...] = ()
    """To whom it goes, or from whom it came."""
    subject: str = ""
    """Subject line."""
    body: str = ""
    """The words."""
    promise: Promise = Promise.NONE
    """How strongly it speaks of ranking; settled when it is marked as sent."""
    interview_id: str = ""
    """The interview it is about, if any."""
    answers: str = ""
    """Id of the letter it answers, if any."""
    variant: str = ""
    """Which form of the template it was begun from."""
    made: Moment | None = None
    """When it was begun or logged."""
    edited: Moment | None = None
    """When its words last changed."""
    at: Moment | None = None
    """When it was sent or received; None while it is a draft."""
    improper: bool = False
    """Came in: it asked something a program may not ask."""
    hint: bool = False
    """Came in: it hinted at a commitment."""
    revisions: tuple[Revision, ...] = ()
    """Earlier texts, oldest first."""
    accepted: tuple[Accepted, ...] = ()
    """STOPs the applicant went past, with their moments."""
    trashed: Moment | None = None
    """When it was put in the trash."""


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
class News:
    """Something new about the applicant that programs may be told."""

    id: str
    """`w-` and six characters."""
    day: date
    """When it became true."""
    what: str
    """The news in one sentence."""
    eligibility: bool = False
    """True when it changes eligibility, so that every program concerned must hear of it."""


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
    """Capital letter on the timeline's ruler; empty shows none."""
    all_day: bool = False
    """True when only the day is known or counts."""
    mark: Mark = Mark.EXPECTED
    """How sure it is."""
    source: str = ""
    """Who says so."""
