"""What the invented applicant wrote: sent, ready, and still being written."""

from __future__ import annotations

from store.demo.days import DemoDays, demo_id
from store.demo.letter_words import PROMISES, SENT, UNSENT
from store.demo.people import contact_id, person_at
from store.demo.programs import zone_of
from store.records import Accepted, Letter, Revision
from store.words import Channel, Kind, LetterState, Promise

SIGNED = "\n\nSincerely,\nLena Korvath, MD\nAAMC ID 10099001"
"""How every letter of the applicant ends."""


def letters_out(days: DemoDays) -> tuple[Letter, ...]:
    """Every letter the applicant wrote, the trashed one included."""
    sent = tuple(_sent(*row, days=days) for row in SENT)
    unsent = tuple(_unsent(*row, days=days) for row in UNSENT)
    return (*sent, *unsent, _trashed(days))


def letter_key(key: str, kind: Kind, role: str) -> str:
    """The key of an outgoing demo letter."""
    return f"{key}:{kind}:{role}"


def _sent(
    key: str, kind: Kind, role: str, offset: int, subject: str, answers: str, words: str, *, days: DemoDays
) -> Letter:
    went = days.at(offset, "15:45", zone_of(key))
    first = kind is Kind.FIRST_RANK
    return Letter(
        demo_id("l", letter_key(key, kind, role)),
        demo_id("p", key),
        kind,
        state=LetterState.SENT,
        channel=Channel.PORTAL if key == "osprey" else Channel.EMAIL,
        contact_ids=(contact_id(key, role),),
        subject=subject,
        body=_body(key, role, words),
        promise=PROMISES.get((key, kind), Promise.NONE),
        interview_id=demo_id("i", key) if kind in (Kind.ACCEPT, Kind.THANK_YOU, Kind.CANCEL) else "",
        answers=demo_id("l", answers) if answers else "",
        made=went.after(hours=-2),
        edited=went.after(minutes=-20),
        at=went,
        accepted=(Accepted("C09", "rank Thistledown University first", went),) if first else (),
    )


def _unsent(key: str, kind: Kind, role: str, state: LetterState, subject: str, words: str, *, days: DemoDays) -> Letter:
    begun = days.ago(zone_of(key), hours=0.5 if key == "pellam" else 6)
    body = _body(key, role, words)
    earlier = (Revision(begun, subject, body.split(". ")[0], name="first thoughts"),) if key == "amberley" else ()
    interview = demo_id("i", key) if key in ("quillmere", "fenwick") else ""
    return Letter(
        demo_id("l", letter_key(key, kind, role)),
        demo_id("p", key),
        kind,
        state=state,
        contact_ids=(contact_id(key, role),),
        subject=subject,
        body=body,
        interview_id=interview,
        answers=demo_id("l", "invited-pellam") if key == "pellam" else "",
        made=begun,
        edited=begun.after(minutes=9),
        revisions=earlier,
    )


def _trashed(days: DemoDays) -> Letter:
    begun = days.ago(zone_of("heronsgate"), hours=200)
    body = _body("heronsgate", "coordinator", "I would like to ask about the new call schedule.")
    return Letter(
        demo_id("l", "trashed"),
        demo_id("p", "heronsgate"),
        Kind.QUESTION,
        contact_ids=(contact_id("heronsgate", "coordinator"),),
        subject="A question about call, Lena Korvath",
        body=body,
        made=begun,
        edited=begun,
        trashed=begun.after(hours=3),
    )


def _body(key: str, role: str, words: str) -> str:
    return f"Dear {greeting(key, role)},\n\n{words}{SIGNED}"


def greeting(key: str, role: str) -> str:
    """Title and family name of that person."""
    person = person_at(key, role)
    return f"{person.title} {person.family}"
