"""What single cells of a person's own list mean: a status, yes or no, a tier, the form of an interview."""

from __future__ import annotations

from store.exchange.headings import folded
from store.words import STATUS_WORDS, Format, Status

STATUSES: dict[str, Status] = {
    **{status.value.lower(): status for status in Status},
    **{words: status for status, words in STATUS_WORDS.items()},
    **dict.fromkeys(
        ("not applied", "to apply", "planning", "will apply", "not yet applied", "considering", "interested", "to do"),
        Status.PLANNED,
    ),
    "not started": Status.PLANNED,
    **dict.fromkeys(
        ("submitted", "sent", "no response", "pending", "no reply", "applied no response", "under review"),
        Status.APPLIED,
    ),
    **dict.fromkeys(
        ("waiting", "awaiting response", "application submitted", "in review", "silent", "ghosted"), Status.APPLIED
    ),
    **dict.fromkeys(
        ("invite", "invitation", "interview offered", "interview invite", "offered", "ii", "interview offer"),
        Status.INVITED,
    ),
    **dict.fromkeys(("invited not scheduled", "to schedule", "need to schedule", "invite accepted"), Status.INVITED),
    **dict.fromkeys(("invited to interview", "invite received", "interview invitation", "interview"), Status.INVITED),
    **dict.fromkeys(
        ("interview booked", "scheduled", "interview scheduled", "interview confirmed", "confirmed"), Status.BOOKED
    ),
    **dict.fromkeys(
        ("interview done", "completed", "interview completed", "interview complete", "done", "attended"),
        Status.INTERVIEWED,
    ),
    **dict.fromkeys(("waitlist", "wait list", "waiting list", "wait listed", "on waitlist"), Status.WAITLISTED),
    **dict.fromkeys(("alternate list", "alternate", "alternates", "backup list"), Status.WAITLISTED),
    **dict.fromkeys(
        ("rejection", "declined by program", "denied", "not selected", "regret", "no interview"), Status.REJECTED
    ),
    **dict.fromkeys(("rejected after interview", "rejected post interview", "rejected pre interview"), Status.REJECTED),
    **dict.fromkeys(
        ("declined interview", "i declined", "declined invite", "declined invitation", "turned down"), Status.WITHDRAWN
    ),
    **dict.fromkeys(
        ("withdrew", "cancelled", "canceled", "declined", "withdraw", "declined by me", "interview declined"),
        Status.WITHDRAWN,
    ),
}
"""Words people write for a status."""

YES = frozenset(("yes", "y", "x", "true", "done", "sent", "1", "applied", "checked", "ja", "received"))
"""Words of a cell that is ticked."""
NO = frozenset(("", "no", "n", "false", "0", "none", "na", "n a", "not yet", "unchecked", "not started", "not sent"))
"""Words of one that is not."""
TICKS = frozenset("✓✔☑✅☒")
"""Signs that begin a cell that is ticked."""
CROSSES = frozenset("✗✘☐❌")
"""Signs that begin one that is not."""

FORMATS: dict[str, Format] = {
    **dict.fromkeys(("virtual", "zoom", "online", "remote", "video", "webex", "teams", "v"), Format.VIRTUAL),
    **dict.fromkeys(("in person", "inperson", "on site", "onsite", "ip", "live"), Format.IN_PERSON),
}
"""Words people write for how an interview is held."""


PRIORITIES = {"HIGH": "A", "MEDIUM": "B", "MED": "B", "LOW": "C"}
"""Words for a tier, as Notion’s own templates have them."""


def status_called(words: str) -> Status | None:
    """The status those words name; None when they name none."""
    return STATUSES.get(folded(words))


def says_nothing(words: str) -> bool:
    """True for an empty cell, and for a dash that stands for one."""
    return not words.strip("-–—./ ")


def yes_or_no(words: str) -> bool | None:
    """What a tick box or its word says; None when it says something else."""
    signs = words.strip()
    if signs and signs[0] in TICKS:
        return True
    if signs and signs[0] in CROSSES:
        return False
    said = folded(words)
    return True if said in YES else False if said in NO else None


def without_tick(words: str) -> str:
    """A cell such as `Sent 11/14` or `✓ (9/24)` without its tick, so that the day alone is left."""
    first, _, rest = words.strip().partition(" ")
    return rest.strip(" -–—:()") if rest and yes_or_no(first.strip(",:")) and not first.isdigit() else words


def tier_called(words: str) -> str:
    """The letter of a tier, from a letter, a number up to 5, or high, medium and low; empty for anything else."""
    letter = words.upper().removeprefix("TIER").strip()
    letter = PRIORITIES.get(letter, letter)
    if letter in ("1", "2", "3", "4", "5"):
        return "ABCDE"[int(letter) - 1]
    return letter if len(letter) == 1 and letter.isascii() and letter.isalpha() else ""
