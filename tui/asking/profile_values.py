"""How what is typed for a line of the profile is understood."""

from __future__ import annotations

from typing import Any

from store.clean_text import clean_line
from store.dates import show_day, show_month
from store.errors import Unclear
from store.folding import folded
from store.moments import Moment
from store.reference.regions import REGIONS
from store.rules.profile import change_profile
from store.season import Season
from store.spoken_dates import understand_day
from store.spoken_months import understand_month
from tui.profile_facts import Fact
from tui.screens.dialogs.ask import Understand
from tui.screens.dialogs.fields import understand_number, understand_zone


def reader_of(fact: Fact, now: Moment) -> Understand:
    """What turns the text typed for that line into its value, and words about it."""

    def read(text: str) -> tuple[Any, str]:
        match fact.kind:
            case "list":
                return understand_list(text)
            case "regions":
                return understand_regions(text)
            case "number":
                return understand_number(text)
            case "zone":
                return understand_zone(text)
            case "month" if text.strip():
                month = understand_month(text)
                return month, show_month(month)
            case "day" if text.strip():
                day = understand_day(text, now=now, past=True)
                return day, show_day(day)
            case "month" | "day":
                return None, ""
        return clean_line(text, what=f"The {fact.label.lower()}"), ""

    return read


def checked_reader(season: Season, fact: Fact, now: Moment) -> Understand:
    """The same, and refuses at once what the rules of the profile would refuse."""
    read = reader_of(fact, now)

    def read_and_check(text: str) -> tuple[Any, str]:
        value, said = read(text)
        change_profile(season, now=now, **{fact.name: value})
        return value, said

    return read_and_check


def understand_list(text: str) -> tuple[tuple[str, ...], str]:
    """The entries between semicolons."""
    parts = (clean_line(part, what="An entry", limit=2000) for part in text.split(";"))
    found = tuple(part for part in parts if part)
    return found, f"{len(found)} entries" if len(found) > 1 else ""


def understand_regions(text: str) -> tuple[tuple[str, ...], str]:
    """The regions named, by code or name; raises Unclear for one that is none."""
    found: list[str] = []
    for part in filter(None, (part.strip() for part in text.replace(",", ";").split(";"))):
        asked = folded(part)
        codes = [code for code, name in REGIONS.items() if asked in (code.lower(), name.lower())]
        if not codes:
            raise Unclear(f"“{part[:40]}” is not a region.", tuple(f"{code}, {name}" for code, name in REGIONS.items()))
        found += [code for code in codes if code not in found]
    return tuple(found), "; ".join(REGIONS[code] for code in found)
