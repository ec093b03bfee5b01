"""What the invented programs wrote: answered, unanswered, and twice out of order."""

from __future__ import annotations

from store.demo.days import DemoDays, demo_id
from store.demo.people import contact_id
from store.demo.programs import FRESH_HOURS, zone_of
from store.records import Letter
from store.words import Channel, Direction, Kind, LetterState

CAME = (
    (
        "invited-pellam",
        "pellam",
        Kind.INVITATION,
        "coordinator",
        0,
        "Invitation to interview",
        "We are pleased to invite you. Three dates are open; please choose within two days.",
    ),
    (
        "invited-lantern",
        "lantern",
        Kind.INVITATION,
        "coordinator",
        0,
        "Your interview at Lantern Bluff",
        "Our committee would like to meet you. Please choose one of the two dates in the portal.",
    ),
    (
        "invited-kettle",
        "kettle",
        Kind.INVITATION,
        "coordinator",
        0,
        "Interview invitation",
        "We would like to meet you. One date is left; let us know soon, please.",
    ),
    (
        "invited-marrow",
        "marrow",
        Kind.INVITATION,
        "coordinator",
        22 * 24 + 3,
        "Invitation to interview",
        "It is a pleasure to invite you to spend a morning with us.",
    ),
    (
        "invited-fenwick",
        "fenwick",
        Kind.INVITATION,
        "coordinator",
        18 * 24 + 5,
        "Interview day",
        "We have read your application with interest and invite you to our interview day.",
    ),
    (
        "full-osprey",
        "osprey",
        Kind.WAITLIST_NOTICE,
        "coordinator",
        20 * 24,
        "Interview dates",
        "All our dates are taken at present. We keep a list for places that open.",
    ),
    (
        "no-zephyr",
        "zephyr",
        Kind.REJECTION,
        "",
        24 * 24 + 6,
        "Your application",
        "We regret that we cannot offer you an interview this year.",
    ),
    (
        "docs-dunmarrow",
        "dunmarrow",
        Kind.REPLY,
        "coordinator",
        20,
        "One paper missing",
        "Could you tell us when your pathway application was submitted? We would like to complete your file.",
    ),
    (
        "where-heronsgate",
        "heronsgate",
        Kind.REPLY,
        "program-director",
        30,
        "A short question",
        "It was good to meet you. Which other programs have you interviewed with so far?",
    ),
    (
        "hint-vesper",
        "vesper",
        Kind.REPLY,
        "program-director",
        60,
        "Good to meet you",
        "You would fit in very well here. We are prepared to rank you where you match if we can count on you.",
    ),
    (
        "reply-bracken",
        "bracken",
        Kind.REPLY,
        "coordinator",
        15 * 24,
        "Re: Applicant who rotated with you",
        "Thank you for your note. Your file is with the committee, and nothing is needed from you.",
    ),
)
"""Key, program key, kind, role of the sender, hours ago (0: with the invitation), subject, words."""

IMPROPER = frozenset({"where-heronsgate"})
"""Letters that ask what a program may not ask."""
HINTS = frozenset({"hint-vesper"})
"""Letters that hint at a commitment."""


def letters_in(days: DemoDays) -> tuple[Letter, ...]:
    """Every letter that came, and one telephone call."""
    return (*(_came(*row, days=days) for row in CAME), _call(days))


def _came(
    letter: str, key: str, kind: Kind, role: str, hours: float, subject: str, words: str, *, days: DemoDays
) -> Letter:
    zone = zone_of(key)
    at = days.ago(zone, hours=hours or FRESH_HOURS[key])
    return Letter(
        demo_id("l", letter),
        demo_id("p", key),
        kind,
        direction=Direction.IN,
        state=LetterState.RECEIVED,
        channel=Channel.PORTAL if key == "lantern" else Channel.EMAIL,
        contact_ids=(contact_id(key, role),) if role else (),
        subject=subject,
        body=words,
        made=at,
        at=at,
        improper=letter in IMPROPER,
        hint=letter in HINTS,
    )


def _call(days: DemoDays) -> Letter:
    """A call about a changed date, which its own interview already shows."""
    at = days.at(-4, "16:10", zone_of("kelder"))
    return Letter(
        demo_id("l", "call-kelder"),
        demo_id("p", "kelder"),
        Kind.NOTICE,
        direction=Direction.IN,
        state=LetterState.RECEIVED,
        channel=Channel.PHONE,
        contact_ids=(contact_id("kelder", "coordinator"),),
        subject="Interview day moved",
        body="Mr. Tremaine asked to move the interview to a day after the holidays; I agreed on the telephone.",
        made=at,
        at=at,
    )
