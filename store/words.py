"""The fixed words of the season: statuses, roles, kinds of letter, promises, contact rules."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where the applicant stands with a program; the value is the code shown on screen."""

    PLANNED = "PLN"
    APPLIED = "APP"
    INVITED = "INV"
    BOOKED = "BKD"
    INTERVIEWED = "INT"
    WAITLISTED = "WTL"
    REJECTED = "REJ"
    WITHDRAWN = "WDN"
    MATCHED = "MAT"


STATUS_WORDS: dict[Status, str] = {
    Status.PLANNED: "planned",
    Status.APPLIED: "applied",
    Status.INVITED: "invited",
    Status.BOOKED: "booked",
    Status.INTERVIEWED: "interviewed",
    Status.WAITLISTED: "waitlisted",
    Status.REJECTED: "rejected",
    Status.WITHDRAWN: "withdrawn",
    Status.MATCHED: "matched",
}
"""Statuses as people say them."""

CLOSED = frozenset({Status.REJECTED, Status.WITHDRAWN})
"""Statuses with which one side has ended it."""


class Role(StrEnum):
    """What a contact does at their program."""

    DIRECTOR = "program-director"
    ASSOCIATE = "associate-director"
    COORDINATOR = "coordinator"
    INTERVIEWER = "interviewer"
    CHIEF = "chief-resident"
    RESIDENT = "resident"
    ADVOCATE = "advocate"


ROLE_WORDS: dict[Role, str] = {
    Role.DIRECTOR: "program director",
    Role.ASSOCIATE: "associate director",
    Role.COORDINATOR: "coordinator",
    Role.INTERVIEWER: "interviewer",
    Role.CHIEF: "chief resident",
    Role.RESIDENT: "resident",
    Role.ADVOCATE: "faculty advocate",
}
"""Roles as people say them."""


class Direction(StrEnum):
    """Which way a letter went."""

    OUT = "out"
    IN = "in"


class LetterState(StrEnum):
    """How far a letter has come; letters that came in are always `received`."""

    DRAFT = "draft"
    READY = "ready"
    SENT = "sent"
    RECEIVED = "received"


UNSENT = frozenset({LetterState.DRAFT, LetterState.READY})
"""States of what has not gone out yet."""


class Channel(StrEnum):
    """How a letter travels."""

    EMAIL = "email"
    PORTAL = "portal"
    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in-person"


CHANNEL_WORDS: dict[Channel, str] = {
    Channel.EMAIL: "e-mail",
    Channel.PORTAL: "the portal",
    Channel.PHONE: "telephone",
    Channel.VIDEO: "video",
    Channel.IN_PERSON: "in person",
}
"""Ways to travel as people say them."""


class Kind(StrEnum):
    """What a letter is for; the first eighteen are written, the rest only come in."""

    INTEREST = "interest"
    ACCEPT = "accept"
    DECLINE = "decline"
    WAITLIST = "waitlist"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    LOGISTICS = "logistics"
    THANK_YOU = "thank-you"
    QUESTION = "question"
    UPDATE = "update"
    HIGH_RANK = "high-rank"
    FIRST_RANK = "first-rank"
    SECOND_LOOK = "second-look"
    IMPROPER_QUESTION = "improper-question"
    HINT = "hint"
    ELIGIBILITY = "eligibility"
    ADVOCATE = "advocate"
    AFTER_MATCH = "after-match"
    INVITATION = "invitation"
    REPLY = "reply"
    REJECTION = "rejection"
    WAITLIST_NOTICE = "waitlist-notice"
    NOTICE = "notice"


INCOMING_ONLY = frozenset(
    {Kind.INVITATION, Kind.REPLY, Kind.REJECTION, Kind.WAITLIST_NOTICE, Kind.NOTICE},
)
"""Kinds that nobody writes here."""
OUTGOING_KINDS: tuple[Kind, ...] = tuple(kind for kind in Kind if kind not in INCOMING_ONLY)
"""Kinds that can be written, in their order."""


class Promise(StrEnum):
    """How strongly a letter speaks of ranking, weakest first."""

    NONE = "none"
    INTEREST = "interest"
    HIGH = "high"
    FIRST = "first"


class ContactRuleName(StrEnum):
    """What a program has said about being written to."""

    UNKNOWN = "unknown"
    THANKS_WELCOME = "thanks-welcome"
    THANKS_NOT_NEEDED = "thanks-not-needed"
    NO_THANKS = "no-thanks"
    LOGISTICS_ONLY = "logistics-only"
    ONE_CHANNEL = "one-channel"
    UPDATES_UNTIL = "updates-until"


class Citizenship(StrEnum):
    """What the applicant may state about residence in the US; NRMP counts the two apart."""

    CITIZEN = "citizen"
    PERMANENT_RESIDENT = "permanent_resident"


class EcfmgStage(StrEnum):
    """How far ECFMG certification has come; the three forms a letter can truthfully take."""

    CERTIFIED = "certified"
    REQUIREMENTS_MET = "requirements_met"
    IN_PROGRESS = "in_progress"


class Outcome(StrEnum):
    """What the Match brought; where it brought a place, that program has the status matched once it is known."""

    MATCHED = "matched"
    SOAP = "soap"
    UNMATCHED = "unmatched"


OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.MATCHED: "matched",
    Outcome.SOAP: "matched in SOAP",
    Outcome.UNMATCHED: "no place this year",
}
"""What the Match brought, as people say it."""


class ReasonKind(StrEnum):
    """Why writing to a program before an invitation is warranted."""

    LOCAL_TIE = "local-tie"
    ROTATION = "rotation"
    ADVOCATE = "advocate"
    MISSION = "mission"
    UNKNOWN_SCHOOL = "unknown-school"


class Format(StrEnum):
    """How an interview is held."""

    VIRTUAL = "virtual"
    IN_PERSON = "in-person"


class InterviewState(StrEnum):
    """Whether an interview stands; whether it is over follows from the clock."""

    BOOKED = "booked"
    CANCELLED = "cancelled"


class ToTell(StrEnum):
    """Whoever has to know that an interview will not take place."""

    PORTAL = "portal"
    COORDINATOR = "coordinator"
    ERAS = "eras"


class Verdict(StrEnum):
    """What the applicant decided about a follow-up."""

    DONE = "done"
    SNOOZED = "snoozed"
    NOT_NEEDED = "not-needed"


class Mark(StrEnum):
    """How sure a stated fact of the season is."""

    CONFIRMED = "confirmed"
    EXPECTED = "expected"
    OWN = "own"
