"""Small invented seasons for tests: builders with sensible defaults, all laid around one moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypedDict, Unpack

from store.agenda import agenda
from store.follow_ups.follow_up import FollowUp
from store.moments import Moment, moment_at
from store.records import (
    Contact,
    ContactRule,
    Debrief,
    Interview,
    Letter,
    News,
    Note,
    Profile,
    Program,
    Reason,
    StatusChange,
    Task,
)
from store.season import Season
from store.words import (
    Channel,
    Citizenship,
    ContactRuleName,
    Direction,
    EcfmgStage,
    Kind,
    LetterState,
    Promise,
    ReasonKind,
    Role,
    Status,
)

HOME = "Europe/Warsaw"
EASTERN = "America/New_York"
CENTRAL = "America/Chicago"


def at(wall: str, zone: str = HOME) -> Moment:
    """The moment of a wall clock written like `2026-11-24 14:05` in that zone."""
    return moment_at(datetime.fromisoformat(wall), zone)


NOW = at("2026-11-24 14:05")
"""Tuesday 24 November 2026, 14:05 at home in Warsaw; 08:05 in New York, 07:05 in Chicago."""


class ProgramFields(TypedDict, total=False):
    """Fields of a program a test may wish to set beyond those of `a_program`."""

    other_names: tuple[str, ...]
    city: str
    state: str
    zone_assumed: bool
    tier: str
    tags: tuple[str, ...]
    rule: ContactRule
    reasons: tuple[Reason, ...]
    offered: tuple[Moment, ...]
    draws: str
    type: str
    nrmp_code: str
    signaled: bool
    in_match: bool
    trashed: Moment | None


def a_profile() -> Profile:
    """An invented applicant at home in Warsaw."""
    return Profile(
        name="Noor Halvard",
        credentials="MD",
        aamc_id="19990001",
        email="noor.halvard@mail.example",
        phone="+48 22 555 01 02",
        school="Vistula Medical University",
        school_country="Poland",
        citizenship=Citizenship.CITIZEN,
        ecfmg=EcfmgStage.IN_PROGRESS,
        usce_months=4,
        peds_months=2,
        home_zone=HOME,
    )


def a_program(
    program_id: str = "p-bright",
    name: str = "Brightwater",
    status: Status = Status.APPLIED,
    since: Moment | None = None,
    *,
    zone: str = EASTERN,
    statuses: tuple[StatusChange, ...] = (),
    **fields: Unpack[ProgramFields],
) -> Program:
    """A program in that status since then (28 September unless told); `statuses` gives a longer course."""
    began = since or at("2026-09-28 10:00")
    course = statuses or (StatusChange(status, began, exact=status is Status.INVITED),)
    return replace(Program(program_id, name, zone=zone, statuses=course), **fields)


def a_contact(
    contact_id: str = "c-wexley",
    program_id: str = "p-bright",
    name: str = "Ines Wexley",
    role: Role = Role.DIRECTOR,
    *,
    title: str = "Dr.",
    email: str = "",
) -> Contact:
    """A person at a program; the director unless told otherwise."""
    return Contact(contact_id, program_id, name, role, title=title, email=email)


def an_interview(
    interview_id: str = "i-bright",
    program_id: str = "p-bright",
    starts: Moment | None = None,
    *,
    minutes: int = 240,
    contact_ids: tuple[str, ...] = (),
    zone_assumed: bool = False,
    link: str = "",
    debrief: Debrief | None = None,
) -> Interview:
    """A booked interview, on Thursday 3 December at 09:00 in New York unless told otherwise."""
    return Interview(
        interview_id,
        program_id,
        starts or at("2026-12-03 09:00", EASTERN),
        minutes=minutes,
        contact_ids=contact_ids,
        zone_assumed=zone_assumed,
        link=link,
        debrief=debrief,
    )


def a_letter(
    letter_id: str = "l-letter",
    program_id: str = "p-bright",
    kind: Kind = Kind.THANK_YOU,
    *,
    sent: Moment | None = None,
    received: Moment | None = None,
    ready: bool = False,
    contact_ids: tuple[str, ...] = (),
    subject: str = "A word from Noor Halvard",
    body: str = "Dear Dr. Wexley,\n\nThank you for your time.\n\nNoor Halvard",
    promise: Promise = Promise.NONE,
    interview_id: str = "",
    answers: str = "",
) -> Letter:
    """A draft; sent, received or ready when the test says so."""
    state = LetterState.READY if ready else LetterState.DRAFT
    letter = Letter(
        letter_id,
        program_id,
        kind,
        state=state,
        contact_ids=contact_ids,
        subject=subject,
        body=body,
        promise=promise,
        interview_id=interview_id,
        answers=answers,
        made=sent or received or NOW,
        edited=sent or received or NOW,
    )
    if sent is not None:
        return replace(letter, state=LetterState.SENT, at=sent)
    if received is not None:
        return replace(letter, state=LetterState.RECEIVED, direction=Direction.IN, at=received)
    return letter


Record = Program | Contact | Interview | Letter | Note | Task | News
"""What a season can be made of by `a_season`."""


def a_season(
    *records: Record,
    profile: Profile | None = None,
) -> Season:
    """A season of those records, each in its table in the order given; without any, one applied program."""
    given = records or (a_program(),)
    return Season(
        profile=profile or a_profile(),
        programs=tuple(record for record in given if isinstance(record, Program)),
        contacts=tuple(record for record in given if isinstance(record, Contact)),
        interviews=tuple(record for record in given if isinstance(record, Interview)),
        letters=tuple(record for record in given if isinstance(record, Letter)),
        notes=tuple(record for record in given if isinstance(record, Note)),
        tasks=tuple(record for record in given if isinstance(record, Task)),
        news=tuple(record for record in given if isinstance(record, News)),
    )


def a_busy_season() -> Season:
    """Eight programs in different states around NOW, with a clash, a promise, thank-yous and drafts."""
    applied = StatusChange(Status.APPLIED, at("2026-09-28 10:00"))

    def invited(day: str) -> StatusChange:
        return StatusChange(Status.INVITED, at(f"{day} 15:10"), exact=True)

    def booked(day: str) -> StatusChange:
        return StatusChange(Status.BOOKED, at(f"{day} 18:00"))

    return a_season(
        a_program(statuses=(applied, invited("2026-11-02"), booked("2026-11-02")), state="NY", city="Brightwater"),
        a_program(
            "p-aldrid",
            "Alder Ridge",
            zone=CENTRAL,
            state="OH",
            tier="A",
            tags=("nicu",),
            statuses=(applied, invited("2026-11-03"), booked("2026-11-03")),
        ),
        a_program(
            "p-fenwck",
            "Fenwick",
            zone=CENTRAL,
            state="IL",
            tier="B",
            statuses=(
                applied,
                invited("2026-10-20"),
                booked("2026-10-20"),
                StatusChange(Status.INTERVIEWED, at("2026-11-23 22:00")),
            ),
            rule=ContactRule(ContactRuleName.THANKS_WELCOME, words="Notes of thanks are welcome."),
        ),
        a_program(
            "p-marrow",
            "Marrow Lake",
            zone=EASTERN,
            state="MI",
            tier="A",
            statuses=(applied, invited("2026-11-23")),
            offered=(at("2026-12-09 09:00", EASTERN), at("2026-12-10 09:00", EASTERN)),
        ),
        a_program("p-tamsin", "Tamsin Bay", Status.WAITLISTED, at("2026-11-05 10:00"), state="WA", tier="C"),
        a_program(
            "p-gorsel",
            "Gorse Landing",
            state="VT",
            reasons=(Reason(ReasonKind.ROTATION, "I rotated there in May."),),
        ),
        a_program("p-quillh", "Quill Harbor", Status.REJECTED, at("2026-11-10 16:00"), state="ME"),
        a_program("p-oxbown", "Oxbow North", Status.PLANNED, at("2026-09-01 09:00"), state="OR"),
        a_contact(),
        a_contact("c-irigoy", "p-fenwck", "Tomas Irigoyen"),
        a_contact("c-harrow", "p-fenwck", "June Harrow", Role.COORDINATOR, title="Ms."),
        an_interview(starts=at("2026-12-03 09:00", EASTERN), contact_ids=("c-wexley",)),
        an_interview("i-aldrid", "p-aldrid", at("2026-12-03 09:30", CENTRAL)),
        an_interview("i-fenwck", "p-fenwck", at("2026-11-23 09:00", CENTRAL), contact_ids=("c-irigoy",)),
        a_letter("l-accept", kind=Kind.ACCEPT, sent=at("2026-11-02 18:00"), interview_id="i-bright"),
        a_letter("l-second", "p-aldrid", Kind.ACCEPT, sent=at("2026-11-03 18:00"), interview_id="i-aldrid"),
        a_letter("l-draft2", "p-fenwck", contact_ids=("c-irigoy",), interview_id="i-fenwck"),
        a_letter("l-ready2", "p-gorsel", Kind.INTEREST, ready=True),
        a_letter("l-asked2", "p-tamsin", Kind.WAITLIST_NOTICE, received=at("2026-11-05 10:00")),
    )


HELD = at("2026-11-23 09:00", EASTERN)
"""An interview of four hours yesterday; it ended 13:00 in New York, 19:00 at home."""


def held_season(
    *more: Record, status: Status = Status.BOOKED, rule: ContactRuleName = ContactRuleName.UNKNOWN, **fields: Any
) -> Season:
    """A program whose interview was held yesterday, with a director and one more person to thank."""
    interview = replace(an_interview(starts=HELD), **fields)
    program = a_program(status=status, since=at("2026-11-01 10:00"), rule=ContactRule(rule, channel=Channel.PORTAL))
    return a_season(program, a_contact(), a_contact("c-second", name="Tom Ode", title=""), interview, *more)


def items(season: Season, rule: str, now: Moment = NOW) -> tuple[FollowUp, ...]:
    """The open follow-ups of one rule at that moment."""
    return tuple(one for one in agenda(season, now=now).open if one.rule == rule)


def keys(found: Iterable[FollowUp]) -> list[str]:
    """The keys of these follow-ups."""
    return [one.key for one in found]
