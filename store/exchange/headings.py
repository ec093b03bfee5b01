"""The headings people write over the columns of their own lists, each with what it holds."""

from __future__ import annotations

import re

FIELDS: dict[str, tuple[str, ...]] = {
    "name": (
        *("program", "program name", "residency program", "program title", "residency", "hospital", "institution"),
        *("site", "programs", "name of program", "residency name", "hospital name", "sponsoring institution", "name"),
    ),
    "city": ("city", "town", "program city", "location city"),
    "state": ("state", "st", "program state", "state code", "us state"),
    "location": ("location", "city state", "place", "program location", "city and state"),
    "zone": ("time zone", "timezone", "tz", "zone", "iana zone", "iana time zone", "program time zone"),
    "status": ("status", "application status", "stage", "current status", "outcome", "decision", "program status"),
    "applied": (
        "applied",
        "date applied",
        "applied on",
        "application sent",
        "application date",
        "applied date",
        "application submitted",
    ),
    "waitlisted": ("waitlist", "waitlisted", "wait list", "waitlist date", "waitlisted on"),
    "rejected": ("rejected", "rejection", "rejection date", "rejected on", "date rejected"),
    "tier": ("tier", "priority", "category", "preference"),
    "rank": ("rank", "ranking", "my rank", "personal rank"),
    "tags": ("tags", "tag", "labels", "keywords"),
    "notes": ("notes", "note", "comments", "comment", "remarks", "impressions", "other notes", "general notes"),
    "nrmp_code": ("nrmp code", "nrmp", "nrmp id", "nrmp program code", "match code", "nrmp number", "nrmp program id"),
    "acgme_code": (
        *("acgme code", "acgme", "acgme id", "program id", "acgme program id", "program code", "acgme number"),
        *("acgme program code", "accreditation id", "acgme program number"),
    ),
    "type": ("type", "program type", "setting"),
    "director": ("program director", "pd", "pd name", "program director name", "director", "director name"),
    "director_email": ("pd email", "program director email", "director email", "pd mail", "pd e mail"),
    "contact": (
        *("coordinator", "coordinator name", "program coordinator", "pc", "pc name", "program coordinator name"),
        *("contact", "contact name", "contact person", "contacts"),
    ),
    "email": (
        *("coordinator email", "pc email", "program coordinator email", "contact email", "email", "e mail", "mail"),
        *("email address", "program email", "contact info", "contact mail"),
    ),
    "phone": ("phone", "telephone", "coordinator phone", "contact phone", "phone number", "program phone"),
    "website": ("website", "web site", "url", "web", "link", "homepage", "program website", "program link", "site url"),
    "interview": (
        *("interview date", "interview", "interview day", "date of interview", "iv date", "interview date time"),
        *("interview date and time", "interview scheduled", "scheduled interview", "interview scheduled for"),
        *("interview on",),
    ),
    "invited": (
        *("invited", "interview invite", "interview invitation", "interview offer", "invite", "ii", "invite received"),
        *("invite date", "invitation date", "date invited", "date of invite", "interview offered", "iv invite", "iv"),
        *(
            "invitation",
            "interview received",
            "got interview",
            "interview invite date",
            "date of invitation",
            "interview",
        ),
    ),
    "clock": ("interview time", "time", "start time", "interview start", "iv time", "time of interview"),
    "interview_zone": ("interview time zone", "interview timezone", "interview tz"),
    "interviewers": (
        *("interviewers", "interviewer", "interviewer names", "interviewer s", "interviewed by", "interviewer name"),
        *("faculty interviewers", "interviewed with", "names of interviewers"),
    ),
    "format": (
        *("interview format", "format", "virtual in person", "in person virtual", "modality", "virtual or in person"),
        *("interview type", "in person or virtual"),
    ),
    "thanked": (
        *("thank you sent", "thank you", "thank yous", "thank you note", "thank you notes", "thank you email", "ty"),
        *("thank you letter", "thank you letters", "thank you emails", "ty sent", "ty note", "ty email", "ty notes"),
        *(
            "thank you note sent",
            "thank you email sent",
            "thank you notes sent",
            "thank you emails sent",
            "thanks sent",
        ),
        *("thank you letter sent", "sent thank you", "ty email sent", "ty notes sent", "thank you s sent"),
    ),
    "signal": ("signal", "signals", "signaled", "signalled", "signal sent", "program signal", "signal type"),
    "loi": (
        *("loi", "loi sent", "letter of intent", "letter of intent sent", "letter of interest", "loi date"),
        *("letter of interest sent", "sent loi", "intent letter", "loi status"),
    ),
    "score": ("score", "my score", "overall score", "rating", "overall rating", "total score"),
    "draws": ("draws", "why", "why here", "what draws me", "why this program"),
}
"""Field names a person may use with `--map`, each with the headings that mean it, the surest first."""

KEPT_AS_WORDS = frozenset(("loi", "score"))
"""Fields that are known and kept in the note all the same: a letter called LOI may promise the first place or nothing,
and a score of a sheet is on a scale of its own."""

ASIDE = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]")
"""What stands in brackets behind a heading, such as the zone of the times below it."""


def folded(heading: str) -> str:
    """A heading without case and punctuation, so that `E-Mail:` and `e mail` meet."""
    return " ".join(re.findall(r"\w+", heading.replace("_", " ").lower()))


def said_by(heading: str) -> tuple[str, ...]:
    """What to look a heading up by: as it stands, then without what is in brackets."""
    whole, bare = folded(heading), folded(ASIDE.sub(" ", heading))
    return (whole,) if bare in ("", whole) else (whole, bare)


def aside_of(heading: str) -> str:
    """What stands in brackets in a heading; empty when nothing does."""
    found = ASIDE.search(heading)
    return (found.group(1) or found.group(2) or "").strip() if found else ""
