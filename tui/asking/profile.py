"""Questions about the applicant."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from store.calendar_days import as_typed
from store.clean_text import LINE_LIMIT
from store.dates import show_day
from store.records import Profile, Stay
from store.reference.regions import REGIONS
from store.rules.profile import change_profile
from store.words import Citizenship, EcfmgStage
from tui.asking.profile_values import checked_reader, reader_of
from tui.asking.trying import ask_until_taken
from tui.asking.typed_days import a_day
from tui.profile_facts import (
    CITIZENSHIP_WORDS,
    ECFMG_WORDS,
    FACTS,
    GROUPS,
    NOT_SAID,
    Fact,
    label_of,
    stay_words,
    typed_value,
)
from tui.requests import Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.pick import Option, Pick
from tui.shown import line

if TYPE_CHECKING:
    from tui.app import SeasonApp

NOTHING = ""
"""Chosen where nothing is to be said; menus and pickers cannot answer None."""
CITIZENSHIPS = (Option(NOTHING, NOT_SAID), *(Option(one, words) for one, words in CITIZENSHIP_WORDS.items()))
STAGES = (Option(NOTHING, NOT_SAID), *(Option(one, words) for one, words in ECFMG_WORDS.items()))
CITIZENSHIP_KEYS: dict[str, Citizenship | str] = {
    "c": Citizenship.CITIZEN,
    "p": Citizenship.PERMANENT_RESIDENT,
    "n": NOTHING,
}
STAGE_KEYS: dict[str, EcfmgStage | str] = {
    "c": EcfmgStage.CERTIFIED,
    "r": EcfmgStage.REQUIREMENTS_MET,
    "p": EcfmgStage.IN_PROGRESS,
    "n": NOTHING,
}
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("you and your school", ("You", "School")),
    ("ECFMG and experience", ("ECFMG", "Experience")),
    ("for letters", ("For letters",)),
)
"""The forms that go through the whole profile, each with the groups it asks about."""


async def ask_first_facts(app: SeasonApp) -> Change | None:
    """The few facts that letters and clocks need from the start."""
    profile = app.state.season.profile
    fields = (
        Field("name", "Your name", profile.name, hint="as it stands on the application", required=True),
        Field("home_zone", "Where you are", profile.home_zone or app.now().zone, kind="zone", hint="a city"),
        Field("aamc_id", "AAMC ID", profile.aamc_id, hint="goes into signatures"),
        Field("school", "Medical school", profile.school),
        Field("citizenship", "Citizenship", profile.citizenship or NOTHING, kind="choice", choices=CITIZENSHIPS),
    )

    def as_change(given: dict[str, Any]) -> Change:
        return Change(f"Profile: {given['name']}", partial(change_profile, **_facts(given)))

    return await ask_until_taken(app, Form("About you", fields), as_change)


async def ask_fact(app: SeasonApp, name: str) -> Change | None:
    """One line of the profile, asked in the way that fits it."""
    fact, profile = FACTS[name], app.state.season.profile
    label = label_of(fact, profile)
    value: Any
    if fact.kind == "citizenship":
        value = await app.push_screen_wait(_menu(label, CITIZENSHIP_KEYS, CITIZENSHIPS, profile.citizenship))
    elif fact.kind == "ecfmg":
        value = await app.push_screen_wait(_menu("ECFMG certification", STAGE_KEYS, STAGES, profile.ecfmg))
    elif fact.kind == "zone":
        value = await ask_zone(app, "Where you are", profile.home_zone)
    elif fact.kind == "regions":
        regions = tuple(Option(code, words) for code, words in REGIONS.items())
        value = await app.push_screen_wait(Pick(label, regions, multi=True, chosen=profile.preferred_regions))
    else:
        return await _ask_typed(app, fact, label)
    if value is None:
        return None
    facts: dict[str, Any] = {name: None if value == NOTHING else value}
    return Change(f"Profile: {label.lower()}", partial(change_profile, **facts))


async def _ask_typed(app: SeasonApp, fact: Fact, label: str) -> Change | None:
    season = app.state.season
    read = checked_reader(season, fact, app.now())

    def understand(text: str) -> tuple[tuple[Any], str]:
        value, said = read(text)
        return (value,), said

    question = Ask(
        label,
        f"Used for: {fact.use}." + (f"  Hint: {fact.hint}." if fact.hint else ""),
        typed_value(season.profile, fact),
        understand,
        "An empty line takes it away.",
        allow_empty=True,
        limit=LINE_LIMIT,
    )
    answer: tuple[Any] | None = await app.push_screen_wait(question)
    if answer is None:
        return None
    words = line(str(answer[0]), 40) if isinstance(answer[0], str) and answer[0] else "changed"
    return Change(f"Profile: {label.lower()} {words}", partial(change_profile, **{fact.name: answer[0]}))


def _menu(title: str, keys: dict[str, Any], options: tuple[Option, ...], now: Any) -> Menu:
    words = {option.value: option.label for option in options}
    current = NOTHING if now is None else now
    choices = tuple(Choice(key, words[value], value, "now" if value == current else "") for key, value in keys.items())
    return Menu(title, choices, default=current)


async def ask_zone(app: SeasonApp, title: str, now: str = "") -> str | None:
    """Which zone, found by a city, a state or a country in it."""
    from store.zones import places_by_zone  # reads its tables when first asked

    options = tuple(Option(zone, zone, ", ".join(places)) for zone, places in places_by_zone().items())
    zone: str | None = await app.push_screen_wait(Pick(title, options, chosen=(now,)))
    return zone


async def ask_stay(app: SeasonApp, place: int | None = None) -> Change | None:
    """From which day on the applicant is where; a place of an earlier stay changes that one."""
    stays = app.state.season.profile.stays
    known = stays[place] if place is not None and place < len(stays) else None
    others = tuple(one for one in stays if one is not known)

    def check(given: dict[str, Any]) -> None:
        change_profile(app.state.season, now=app.now(), stays=(*others, _stay_of(given)))

    form = Form("From a day on you are somewhere else", _stay_fields(app, known), check)
    given = await app.push_screen_wait(form)
    if given is None:
        return None
    stay = _stay_of(given)
    return Change(stay_words(stay), partial(change_profile, stays=(*others, stay)))


def _stay_fields(app: SeasonApp, known: Stay | None) -> tuple[Field, ...]:
    start, until = (known.start.isoformat(), known.until) if known else ("", None)
    first, last = f"{as_typed(1, 10)}, or 2027-01-10", "the last day there; empty leaves it open"
    return (
        Field("start", "From", start, kind="day", hint=first, required=True, understand=a_day(app)),
        Field("zone", "Where", known.zone if known else "", kind="zone", hint="a city", required=True),
        Field("until", "Until", until.isoformat() if until else "", kind="day", hint=last, understand=a_day(app)),
    )


def _stay_of(given: dict[str, Any]) -> Stay:
    return Stay(given["start"], given["zone"], given["until"] or None)


def without_stay(profile: Profile, place: int) -> Change | None:
    """The change that takes one later place away."""
    if place >= len(profile.stays):
        return None
    gone = profile.stays[place]
    left = tuple(one for one in profile.stays if one is not gone)
    return Change(f"No longer from {show_day(gone.start)} on in {gone.zone}", partial(change_profile, stays=left))


async def ask_profile_step(app: SeasonApp, step: int) -> Change | None:
    """One of the forms that go through the whole profile."""
    title, groups = STEPS[step]
    facts = tuple(fact for name, group in GROUPS if name in groups for fact in group if fact.kind != "stay")
    fields = tuple(_field(app, fact) for fact in facts)

    def as_change(given: dict[str, Any]) -> Change:
        return Change(f"Profile: {title}", partial(change_profile, **_facts(given)))

    return await ask_until_taken(app, Form(f"Profile {step + 1} of {len(STEPS)}: {title}", fields), as_change)


def _field(app: SeasonApp, fact: Fact) -> Field:
    profile = app.state.season.profile
    label, hint = label_of(fact, profile), fact.hint or fact.use
    if fact.kind == "citizenship":
        return Field(fact.name, label, profile.citizenship or NOTHING, kind="choice", choices=CITIZENSHIPS)
    if fact.kind == "ecfmg":
        return Field(fact.name, label, profile.ecfmg or NOTHING, kind="choice", choices=STAGES)
    value = typed_value(profile, fact)
    if fact.kind in ("zone", "number"):
        return Field(fact.name, label, value, kind="zone" if fact.kind == "zone" else "number", hint=hint)
    return Field(fact.name, label, value, hint=hint, understand=reader_of(fact, app.now()))


def _facts(given: dict[str, Any]) -> dict[str, Any]:
    return {name: None if name in ("citizenship", "ecfmg") and not value else value for name, value in given.items()}
