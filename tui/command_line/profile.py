"""What letters may say about the applicant, shown and set."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from enum import StrEnum

from store.clean_text import clean_line
from store.errors import Unclear
from store.moments import Moment
from store.records import Profile, Stay
from store.rules.profile import change_profile
from store.spoken_months import understand_month
from store.whole_number import whole_number
from store.words import Citizenship, EcfmgStage
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data
from tui.command_line.typed import typed_day, typed_zone

TEXTS = ("name", "credentials", "aamc_id", "email", "phone", "school", "school_country", "specialty")
LISTS = (
    "exams_passed",
    "usce_places",
    "ties",
    "interests",
    "strengths",
    "readiness",
    "preferred_regions",
    "preferred_types",
)
NUMBERS = {"usce_months": "months", "peds_months": "months", "signals": "signals"}
"""Whole numbers, each with what it counts."""


def profile(options: Namespace) -> int:
    """Show the profile, or set what is given as key=value; an empty value takes the entry away."""
    if not options.settings:
        with looking(options) as desk:
            _show(desk.season.profile, options)
        return DONE
    with changing(options) as desk:
        changes: dict[str, object] = {}
        for setting in options.settings:
            changes |= understood(setting, desk.now)
        changed = change_profile(desk.season, now=desk.now, **changes)
        desk.change(f"Profile: {', '.join(changes)}", changed)
    return DONE


def understood(setting: str, now: Moment) -> dict[str, object]:
    """The profile fields that one `key=value` sets; raises Unclear when it sets none."""
    key, sign, value = setting.partition("=")
    key = key.strip().lower().replace("-", "_")
    if not sign:
        raise Unclear(f"“{setting[:60]}” sets nothing. Write key=value, such as 'school=Baltmere Academy'.")
    if key in TEXTS:
        return {key: clean_line(value, what=f"The {key.replace('_', ' ')}")}
    if key in LISTS:
        return {key: tuple(filter(None, (clean_line(part, what=key, limit=10_000) for part in value.split(";"))))}
    if key in NUMBERS:
        return {key: _number(value, NUMBERS[key])}
    reader = READERS.get(key)
    if reader is None:
        raise Unclear(
            f"“{key[:60]}” is not a part of the profile.", tuple(sorted((*TEXTS, *LISTS, *NUMBERS, *READERS)))
        )
    return reader(value.strip(), now)


def _number(value: str, of: str) -> int | None:
    if not value.strip():
        return None
    number = whole_number(value, most=999)
    if number is None:
        raise Unclear(f"“{value.strip()[:30]}” is not a number of {of}.")
    return number


def _graduation(value: str, now: Moment) -> dict[str, object]:
    if not value:
        return {"graduation": None}
    return {"graduation": understand_month(value)}


def _citizenship(value: str, now: Moment) -> dict[str, object]:
    return {"citizenship": _one_of(Citizenship, value)}


def _ecfmg(value: str, now: Moment) -> dict[str, object]:
    """A stage, and after a blank its day: `certified 2026-09-01`, `requirements met`."""
    said = value.split()
    known = {each.value for each in EcfmgStage}
    of_stage = next((end for end in range(len(said), 0, -1) if _spelled(" ".join(said[:end])) in known), 1)
    stage, day = " ".join(said[:of_stage]), " ".join(said[of_stage:])
    changes: dict[str, object] = {"ecfmg": _one_of(EcfmgStage, stage)}
    if day or not stage:
        changes |= _ecfmg_day(day, now)
    return changes


def _ecfmg_day(value: str, now: Moment) -> dict[str, object]:
    return {"ecfmg_day": typed_day(value, now=now, past=True) if value else None}


def _home_zone(value: str, now: Moment) -> dict[str, object]:
    return {"home_zone": typed_zone(value) if value else ""}


def _stays(value: str, now: Moment) -> dict[str, object]:
    """Days and zones: `2027-01-10 America/New_York until 2027-01-20; 2027-03-01 Europe/Warsaw`."""
    stays = []
    for part in filter(None, (part.strip() for part in value.split(";"))):
        day, _, rest = part.partition(" ")
        zone, _, until = rest.partition(" until ")
        ends = typed_day(until.strip(), now=now) if until.strip() else None
        stays.append(Stay(typed_day(day, now=now), typed_zone(zone.strip()), ends))
    return {"stays": tuple(stays)}


READERS: dict[str, Callable[[str, Moment], dict[str, object]]] = {
    "graduation": _graduation,
    "citizenship": _citizenship,
    "ecfmg": _ecfmg,
    "ecfmg_day": _ecfmg_day,
    "home_zone": _home_zone,
    "stays": _stays,
}


def setting_names() -> tuple[str, ...]:
    """The keys that `prematch profile` sets."""
    return tuple(dict.fromkeys((*TEXTS, *READERS, *NUMBERS, *LISTS)))


def _spelled(value: str) -> str:
    return value.lower().replace("-", "_").replace(" ", "_")


def _one_of(words: type[StrEnum], value: str) -> StrEnum | None:
    if not value:
        return None
    found = next((each for each in words if each.value == _spelled(value)), None)
    if found is None:
        raise Unclear(f"“{value[:60]}” is not one of the choices.", tuple(each.value for each in words))
    return found


def _show(shown: Profile, options: Namespace) -> None:
    names = [field.name for field in fields(shown)]
    if options.json:
        as_json({"profile": {name: _plain(getattr(shown, name)) for name in names}})
        return
    for name in names:
        data(f"{name}={shown_as(shown, name)}")


def shown_as(shown: Profile, key: str) -> str:
    """What stands under that key, in words that would set it again; empty when nothing does."""
    value = _plain(getattr(shown, key))
    return "; ".join(str(each) for each in value) if isinstance(value, list) else "" if value is None else str(value)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Stay):
        ends = f" until {value.until.isoformat()}" if value.until else ""
        return f"{value.start.isoformat()} {value.zone}{ends}"
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
