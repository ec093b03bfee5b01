"""What the profile consists of: each line with its heading, its use, and how it is changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from store.dates import show_day, show_month, zone_letters
from store.frozen_record import record
from store.moments import Moment
from store.records import Profile, Stay
from store.reference.regions import REGIONS
from store.words import Citizenship, EcfmgStage

FactKind = Literal["line", "list", "number", "month", "day", "citizenship", "ecfmg", "zone", "regions", "stay"]
NOT_SAID = "not said"
CITIZENSHIP_WORDS: Mapping[Citizenship, str] = {
    Citizenship.CITIZEN: "US citizen",
    Citizenship.PERMANENT_RESIDENT: "US permanent resident",
}
ECFMG_WORDS: Mapping[EcfmgStage, str] = {
    EcfmgStage.CERTIFIED: "certified",
    EcfmgStage.REQUIREMENTS_MET: "all requirements met, certificate at graduation",
    EcfmgStage.IN_PROGRESS: "exams passed, pathway decision pending",
}
ECFMG_DAYS: Mapping[EcfmgStage | None, str] = {
    None: "Day of that stage",
    EcfmgStage.CERTIFIED: "Certified on",
    EcfmgStage.REQUIREMENTS_MET: "Requirements met on",
    EcfmgStage.IN_PROGRESS: "Pathway sent in on",
}


@record(frozen=True, slots=True)
class Fact:
    """One line of the profile."""

    name: str
    """The field of the record."""
    label: str
    """What stands before it."""
    kind: FactKind
    """How it is changed."""
    use: str
    """What it is good for."""
    hint: str = ""
    """How it is typed."""


GROUPS: tuple[tuple[str, tuple[Fact, ...]], ...] = (
    (
        "You",
        (
            Fact("name", "Name", "line", "the signature of every message", "as it stands on the application"),
            Fact("credentials", "Letters after it", "line", "the signature, behind the name", "MD, MBBS"),
            Fact("aamc_id", "AAMC ID", "line", "signatures, and nowhere else", "digits"),
            Fact("email", "Email", "line", "signatures, and the sender of mail files"),
            Fact("phone", "Telephone", "line", "signatures", "with the country code"),
            Fact("citizenship", "Citizenship", "citizenship", "telling programs that no visa is needed"),
            Fact("specialty", "Specialty", "line", "first messages"),
            Fact("home_zone", "Home zone", "zone", "every clock, and which day is today", "a city"),
            Fact("stays", "Then from a day on", "stay", "clocks that stay right while you travel"),
        ),
    ),
    (
        "School",
        (
            Fact("school", "Medical school", "line", "first messages and updates"),
            Fact("school_country", "Its country", "line", "programs that may not know the school"),
            Fact("graduation", "Graduation", "month", "first messages; past or expected", "June 2025"),
        ),
    ),
    (
        "ECFMG",
        (
            Fact("ecfmg", "Stage", "ecfmg", "the one true sentence on certification"),
            Fact("ecfmg_day", "Day of that stage", "day", "the date in that sentence", "12 sep, 2026-09-12"),
            Fact("exams_passed", "Exams passed", "list", "that sentence too", "Step 1; Step 2 CK"),
        ),
    ),
    (
        "Experience",
        (
            Fact("usce_months", "Months in the US", "number", "first messages", "whole months"),
            Fact("peds_months", "Months in pediatrics", "number", "first messages", "whole months"),
            Fact("usce_places", "Where", "list", "first messages, and naming those hospitals", "with ; between"),
        ),
    ),
    (
        "For letters",
        (
            Fact("ties", "Ties to places", "list", "writing to a program nearby", "Ohio: my sister lives there"),
            Fact("interests", "Interests", "list", "what a message may dwell on", "most important first, ; between"),
            Fact("strengths", "Strengths", "list", "first messages; only what you have evidence for", "with ; between"),
            Fact(
                "readiness",
                "Readiness",
                "list",
                "first messages; what shows that you can begin",
                "newborn exams; US letters",
            ),
            Fact("preferred_regions", "Regions you prefer", "regions", "choosing among programs"),
            Fact("preferred_types", "Types you prefer", "list", "choosing among programs", "university; community"),
            Fact(
                "signals", "Signals you may send", "number", "whom to signal", "as MyERAS says; empty: the last known"
            ),
        ),
    ),
)
"""The lines of the profile under their headings."""
FACTS: Mapping[str, Fact] = {fact.name: fact for _, facts in GROUPS for fact in facts}


def label_of(fact: Fact, profile: Profile) -> str:
    """What stands before it; the day of the ECFMG stage says which day is meant."""
    return ECFMG_DAYS[profile.ecfmg] if fact.name == "ecfmg_day" else fact.label


def shown_value(profile: Profile, fact: Fact, now: Moment) -> str:
    """What the profile says, in words; empty when it says nothing."""
    value = getattr(profile, fact.name)
    if value is None or value == "" or value == ():
        return ""
    match fact.kind:
        case "month":
            return show_month(value)
        case "day":
            return show_day(value)
        case "citizenship":
            return CITIZENSHIP_WORDS[value]
        case "ecfmg":
            return ECFMG_WORDS[value]
        case "zone":
            return zone_words(value, now)
        case "regions":
            return "; ".join(REGIONS.get(region, region) for region in value)
        case "stay":
            return "; ".join(stay_words(stay) for stay in value)
        case "list":
            return "; ".join(value)
    return str(value)


def zone_words(zone: str, now: Moment) -> str:
    """A zone with the time there now."""
    there = now.seen_from(zone)
    return f"{zone}, {there.local:%H:%M} {zone_letters(there)} now"


def stay_words(stay: Stay) -> str:
    """Where from which day on, and until which."""
    ends = f" until {show_day(stay.until)}" if stay.until else " on"
    return f"{stay.zone} from {show_day(stay.start)}{ends}"


def typed_value(profile: Profile, fact: Fact) -> str:
    """What the profile says, as it would be typed."""
    value = getattr(profile, fact.name)
    if isinstance(value, date):
        return f"{value:%Y-%m}" if fact.kind == "month" else value.isoformat()
    if isinstance(value, tuple):
        return "; ".join(str(one) for one in value)
    return "" if value is None else str(value)
