"""The interviews of the demo season: to come, clashing, in doubt, over, and cancelled."""

from __future__ import annotations

from store.demo.days import DemoDays, demo_id
from store.demo.people import contact_id, people_met
from store.demo.programs import zone_of
from store.records import Debrief, Hook, Interview, Move
from store.words import Format, InterviewState

TO_COME = (
    ("brightwater", 1, "09:00", 300),
    ("orrin", 5, "08:30", 270),
    ("marrow", 9, "08:00", 270),  # overlaps with the next one, in another zone
    ("fenwick", 9, "08:30", 270),
    ("tamsin", 16, "10:00", 240),
    ("larkspur", 16, "07:30", 150),  # the same day as Tamsin Bay, over before it begins
    ("windlass", 22, "14:00", 240),  # late evening for someone in Europe
    ("kelder", 49, "09:00", 300),
)
"""Program key, days from today, start on the program's clock, minutes."""

OVER = (
    ("quillmere", -1, "08:00", 300),
    ("dunmarrow", -1, "14:30", 120),
    ("rookery", -5, "09:00", 240),
    ("sedgewater", -9, "08:30", 270),
    ("thistledown", -14, "09:30", 300),
    ("vesper", -17, "11:00", 180),
    ("heronsgate", -20, "08:00", 240),
    ("nettlecombe", -24, "09:00", 270),
    ("sable", -30, "09:00", 240),
)
"""The same for interviews that are over."""

IN_PERSON = frozenset({"thistledown", "kelder"})
"""Where one has to travel to; all others are virtual."""

DEBRIEFS = {
    "quillmere": (
        "Residents eat together every Wednesday, and attendings come too.",
        "A long commute from anywhere I could pay for.",
        5,
        ("her study of how parents learn tube feeding", "his years in a mission hospital and what he kept from them"),
    ),
    "rookery": (
        "Everybody knew every patient by name.",
        "Few subspecialists in the building.",
        4,
        ("the mobile clinic that she drives to the farms herself",),
    ),
    "sedgewater": ("Clinic mornings that are never cancelled for the wards.", "Two chiefs left this year.", 3, ()),
    "thistledown": (
        "The calmest neonatal rounds I have seen.",
        "Nothing that weighs much.",
        5,
        ("how he lets interns run the delivery team", "her question about the jaundice study", "the swimming club"),
    ),
    "vesper": ("The mountains, and a kind chief.", "Hardly any newborn medicine.", 3, ()),
    "heronsgate": ("Strong hospital medicine.", "Call schedule still being changed.", 4, ()),
    "nettlecombe": (
        "A real partnership with a hospital in Peru.",
        "Board preparation is left to each resident.",
        4,
        ("his story of the first exchange year", "what she said about asking for help at night"),
    ),
    "sable": ("The sea outside the call room.", "None.", 5, ()),
}
"""Liked, worried, gut feeling, and a detail for each doctor met."""


def demo_interviews(days: DemoDays) -> tuple[Interview, ...]:
    """Every interview of the demo."""
    standing = tuple(_interview(*row, days=days) for row in (*OVER, *TO_COME))
    cancelled = Interview(
        demo_id("i", "pinnacle"),
        demo_id("p", "pinnacle"),
        days.meeting(11, "09:00", zone_of("pinnacle")),
        state=InterviewState.CANCELLED,
        contact_ids=(contact_id("pinnacle", "coordinator"),),
    )
    return (*standing, cancelled)


def _interview(key: str, offset: int, clock: str, minutes: int, *, days: DemoDays) -> Interview:
    starts = days.meeting(offset, clock, zone_of(key))
    here = key in IN_PERSON
    return Interview(
        demo_id("i", key),
        demo_id("p", key),
        starts,
        minutes=minutes,
        zone_assumed=key == "tamsin",
        format=Format.IN_PERSON if here else Format.VIRTUAL,
        contact_ids=people_met(key),
        link="" if here or key in ("tamsin", "windlass") else f"https://meet.example/{key}",
        place=f"Education office, {key.title()} campus" if here else "",
        moves=(Move(days.meeting(30, "09:00", zone_of(key)), days.at(-4, "16:10", zone_of(key))),)
        if key == "kelder"
        else (),
        debrief=_debrief(key, offset, days),
    )


def _debrief(key: str, offset: int, days: DemoDays) -> Debrief | None:
    if key not in DEBRIEFS:
        return None
    liked, worried, gut, hooks = DEBRIEFS[key]
    told = tuple(Hook(contact, words) for contact, words in zip(people_met(key), hooks, strict=False))
    return Debrief(days.meeting(offset, "18:20", zone_of(key)), told, liked, worried, gut)
