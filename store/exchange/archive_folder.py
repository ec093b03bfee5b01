"""A whole season as one folder that needs no program to be read, with a page that says what is where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from store.agenda import agenda
from store.dates import home_at, show_both, show_day, show_for
from store.exchange.archive import as_json
from store.exchange.archive_csv import as_csv
from store.exchange.archive_markdown import program_page
from store.exchange.archive_tables import tables_of
from store.exchange.markdown_words import listed, one_line, said, titled
from store.file_names import names_apart
from store.key_dates import key_dates, show_key_date
from store.moments import Moment
from store.picture.page import page_of
from store.picture.whole import picture_of
from store.plain_values import Tables
from store.records import Profile, Stay
from store.season import Season
from store.words import STATUS_WORDS

INDEX = "index.md"
"""The page to begin with."""
PROGRAMS = "programs"
"""The folder with a page for each program."""
WHAT_IS_WHERE = (
    ("programs", "a page for each program: its people, interviews, debriefs, answers, notes and messages"),
    ("season.md", "your profile, your rank list, key dates, and follow-ups that belong to no program"),
    ("season.html", "the season as a picture with its interviews, for any browser, to print or to send"),
    ("season.svg", "the same picture alone"),
    ("programs.csv", "the programs for a spreadsheet; `prematch import` takes it in again"),
    ("people.csv, interviews.csv, messages.csv, answers.csv, scores.csv, facts.csv", "the rest, for a spreadsheet"),
    ("season.json", "everything there is, the trash included; `prematch --file season.json` opens it"),
)
"""Names of files, and what is in them, as the index tells it."""
SPELLED = {"aamc": "AAMC", "id": "ID", "ecfmg": "ECFMG", "usce": "US clinical", "peds": "pediatric"}
"""Parts of a field's name that people write otherwise."""


def archive_files(
    season: Season, tables: Tables, *, now: Moment, place: Mapping[str, int] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every file of the archive by its name, slashes between folder and file; `tables` is all that the season holds.

    `place` is where it stands among its steps.
    """
    programs = season.followed
    names = names_apart((one.name for one in programs), ending=".md", empty="program")
    yield INDEX, _index(season, names, now)
    yield "season.md", _season_page(season, now)
    yield "season.json", as_json(tables, place)
    yield "programs.csv", as_csv(season, now=now)
    yield from tables_of(season)
    due = agenda(season, now=now)
    yield "season.svg", picture_of(season, due, now=now).encode()
    yield "season.html", page_of(season, due, now=now).encode()
    for program, name in zip(programs, names, strict=True):
        yield f"{PROGRAMS}/{name}", program_page(season, program, now=now)


def archive_size(season: Season) -> int:
    """How many files that will be."""
    return 12 + len(season.followed)


def _index(season: Season, names: list[str], now: Moment) -> bytes:
    owner = f" of {one_line(season.profile.name)}" if season.profile.name.strip() else ""
    parts = [
        f"# The season{owner}",
        f"Written {show_both(now, now.zone)}. Nothing here is needed by prematch, and no program is needed to read it.",
        "## What is where",
        listed(f"{name}: {words}" for name, words in WHAT_IS_WHERE),
        "What is in the trash stands in season.json alone.",
    ]
    if names:
        parts += ["## Programs", listed(_links(season, names))]
    return ("\n\n".join(parts) + "\n").encode()


def _links(season: Season, names: list[str]) -> Iterator[str]:
    for program, name in zip(season.followed, names, strict=True):
        shown = one_line(program.name) or "without a name"
        yield f"[{shown}](<{PROGRAMS}/{name}>): {STATUS_WORDS[program.status]}"


def _season_page(season: Season, now: Moment) -> bytes:
    parts = [f"# {one_line(season.profile.name) or 'The season'}", f"As of {show_both(now, now.zone)}."]
    parts += titled("Profile", _profile(season.profile))
    parts += titled("News", (f"{show_day(one.day)}: {one_line(one.what)}" for one in season.news))
    if season.rank_list.order:
        parts += ["### Rank list", "\n".join(_rank_list(season))]
    own = (one for one in season.tasks if one.program_id not in season.programs_by_id)
    parts += titled("Follow-ups", (f"{show_for(season.profile, one.due, now)}: {one_line(one.what)}" for one in own))
    dates = (
        f"{show_key_date(one, home_at(season.profile, one.at, now))}: {one_line(one.name)}" for one in key_dates(season)
    )
    parts += titled("Key dates", dates)
    parts += titled("Questions of your own", (one_line(one.text) for one in season.questions))
    return ("\n\n".join(parts) + "\n").encode()


def _profile(profile: Profile) -> Iterator[str]:
    for field in fields(profile):
        if words := _in_words(getattr(profile, field.name)):
            label = " ".join(SPELLED.get(word, word) for word in field.name.split("_"))
            yield said(f"{label[:1].upper()}{label[1:]}", words)


def _in_words(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_in_words, value)))
    if isinstance(value, Stay):
        return f"from {show_day(value.start)} {value.zone}"
    if isinstance(value, date):
        return show_day(value)
    if isinstance(value, StrEnum):
        return value.value.replace("_", " ")
    return "" if value is None else str(value)


def _order(season: Season, order: tuple[str, ...]) -> Iterator[str]:
    known = season.programs_by_id
    for place, program_id in enumerate(order, 1):
        yield f"{place}. {one_line(known[program_id].name) if program_id in known else program_id}"


def _rank_list(season: Season) -> Iterator[str]:
    known = season.programs_by_id
    yield from _order(season, season.rank_list.order)
    reasons = {one.program_id: one.reason for one in season.rank_list.why_left_out}
    for program_id in season.rank_list.left_out:
        name = one_line(known[program_id].name) if program_id in known else program_id
        yield f"- left out: {name}{f', {one_line(reasons[program_id])}' if reasons.get(program_id) else ''}"
    for kept in season.rank_list.snapshots:
        yield f"\nKept {show_for(season.profile, kept.at, kept.at)}, {one_line(kept.reason)}:"
        yield from _order(season, kept.order)
    if season.rank_list.certified:
        yield f"\nCertified {show_day(season.rank_list.certified)}."
