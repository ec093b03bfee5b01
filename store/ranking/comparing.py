"""Two to four programs side by side: scores, facts with source and age, own words, promises, who is near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.course import booked_interviews, shown_status
from store.dates import show_day
from store.errors import RuleBroken
from store.fit.own_side import speaks_of
from store.frozen_record import record
from store.lateness import lateness_words
from store.moments import Moment
from store.question_bank import questions_in_force
from store.ranking.orders import guts, standings
from store.ranking.problems import promise_words
from store.records import SCORES, Fact, Program
from store.scores import criteria_in_force, score_means
from store.season import Season
from store.shelf_life import label_called, origin_words
from store.words import STATUS_WORDS, ReasonKind

FEWEST, MOST = 2, 4
"""How many programs are compared at once."""
SCORED = "Scores"
"""The title of the part whose lines are criteria."""


@record(frozen=True, slots=True)
class ComparedRow:
    """One line: the same thing of each program."""

    label: str
    """What it is."""
    values: tuple[str, ...]
    """One for each program, in their order; empty where nothing is known."""
    leads: tuple[int, ...] = ()
    """The places of those with the highest figure, where figures are compared and not all are equal."""


@record(frozen=True, slots=True)
class ComparedPart:
    """Lines that belong together."""

    title: str
    """Their heading."""
    rows: tuple[ComparedRow, ...]
    """Never empty."""


def compared(season: Season, program_ids: Sequence[str], now: Moment) -> tuple[ComparedPart, ...]:
    """The programs side by side; lines on which nothing is known of any are left out.

    Raises RuleBroken for fewer than two programs or more than four, and for one that is named twice.
    """
    if not FEWEST <= len(program_ids) <= MOST:
        raise RuleBroken(f"Two to four programs are compared at once, not {len(program_ids)}.")
    if len(set(program_ids)) < len(program_ids):
        raise RuleBroken("A program is not compared with itself; name each once.")
    programs = tuple(season.programs_by_id[one] for one in program_ids)
    parts = (
        (SCORED, _scores(season, programs)),
        ("Where they stand", _standing(season, programs, now)),
        ("Facts", _facts(programs, now)),
        ("Your words", _words(season, programs)),
        ("Answers heard", _answers(season, programs)),
        ("Who is near", _near(season, programs)),
    )
    found = ((title, tuple(row for row in rows if any(row.values))) for title, rows in parts)
    return tuple(ComparedPart(title, rows) for title, rows in found if rows)


def _figures(label: str, figures: Sequence[float | None], words: Sequence[str]) -> ComparedRow:
    known = [round(one, 6) for one in figures if one is not None]
    best = max(known, default=None)
    leads = tuple(at for at, one in enumerate(figures) if one is not None and round(one, 6) == best)
    told = len(known) > 1 and len(leads) < len(known)
    return ComparedRow(label, tuple(words), leads if told else ())


def _scores(season: Season, programs: Sequence[Program]) -> Iterator[ComparedRow]:
    given = {(one.program_id, one.criterion_id): one.value for one in season.scores}
    for criterion in sorted(criteria_in_force(season), key=lambda one: -one.weight):
        values = [given.get((program.id, criterion.id)) for program in programs]
        words = [_with_bar(value) for value in values]
        yield _figures(f"{criterion.name} x{criterion.weight}", values, words)
    means = score_means(season)
    totals = [means.get(program.id) for program in programs]
    yield _figures("weighted mean", totals, ["" if one is None else f"{one:.2f}" for one in totals])
    feelings = guts(season)
    felt = [feelings.get(program.id) for program in programs]
    yield _figures("gut", felt, [_with_bar(one) for one in felt])


def _with_bar(value: int | None) -> str:
    """A score as a figure and a bar; one that no form takes, as a file may hold it, has no bar."""
    if value is None or value <= 0:
        return ""
    return f"{value} {'#' * value}" if value in SCORES else str(value)


def _standing(season: Season, programs: Sequence[Program], now: Moment) -> Iterator[ComparedRow]:
    places = {one.program_id: one.place for one in standings(season)}
    reasons = {one.program_id: one.reason for one in season.rank_list.why_left_out}
    on_list = (
        f"number {places[one.id]}" if one.id in places else reasons.get(one.id, "not ranked") for one in programs
    )
    yield ComparedRow("on your list", tuple(on_list))
    yield ComparedRow("tier", tuple(one.tier for one in programs))
    yield ComparedRow("status", tuple(STATUS_WORDS[shown_status(season, one, now)] for one in programs))
    yield ComparedRow("interview", tuple(_interviewed(season, one) for one in programs))
    yield ComparedRow("told them", tuple(promise_words(season, one.id) for one in programs))
    yield ComparedRow("scored", tuple(_scored(season, one, now) for one in programs))


def _interviewed(season: Season, program: Program) -> str:
    booked = booked_interviews(season, program.id)
    return show_day(booked[-1].starts.day) if booked else ""


def _scored(season: Season, program: Program, now: Moment) -> str:
    latest = max((one.at for one in season.scores if one.program_id == program.id), key=lambda at: at.at, default=None)
    return "" if latest is None else lateness_words(season, program.id, latest, now.zone)


def _facts(programs: Sequence[Program], now: Moment) -> Iterator[ComparedRow]:
    yield ComparedRow("place", tuple(one.where for one in programs))
    yield ComparedRow("type", tuple(one.type for one in programs))
    labels = dict.fromkeys(label_called(fact.label) for one in programs for fact in one.facts)
    for label in labels:
        found = [[fact for fact in one.facts if label_called(fact.label) == label] for one in programs]
        yield ComparedRow(label, tuple("; ".join(fact_words(fact, now) for fact in facts) for facts in found))


def fact_words(fact: Fact, now: Moment) -> str:
    """A fact with its source and age, such as `12 a year (their site, checked 4 Nov 2026)`."""
    return f"{fact.value} ({origin_words(fact, now.day)})"


def _words(season: Season, programs: Sequence[Program]) -> Iterator[ComparedRow]:
    yield ComparedRow("draws me", tuple(one.draws for one in programs))
    for field, label in (("liked", "liked"), ("worried", "worried"), ("red_flags", "red flags")):
        yield ComparedRow(label, tuple(_noted(season, one, field) for one in programs))


def _noted(season: Season, program: Program, field: str) -> str:
    debriefs = (one.debrief for one in season.interviews_of.get(program.id, ()) if one.debrief is not None)
    return "; ".join(filter(None, (" ".join(getattr(one, field).split()) for one in debriefs)))


def _answers(season: Season, programs: Sequence[Program]) -> Iterator[ComparedRow]:
    for question in questions_in_force(season):
        said = [
            "; ".join(
                " ".join(one.text.split()) or "on their site"
                for one in season.answers
                if one.program_id == program.id and one.question_id == question.id
            )
            for program in programs
        ]
        yield ComparedRow(question.text, tuple(said))


def _near(season: Season, programs: Sequence[Program]) -> Iterator[ComparedRow]:
    ties = season.profile.ties
    yield ComparedRow("your ties", tuple("; ".join(tie for tie in ties if speaks_of(tie, one)) for one in programs))
    local = (
        "; ".join(reason.words for reason in one.reasons if reason.kind is ReasonKind.LOCAL_TIE) for one in programs
    )
    yield ComparedRow("reason kept", tuple(local))
    yield ComparedRow("tags", tuple(", ".join(tag for tag in one.tags if "near" in tag.casefold()) for one in programs))
