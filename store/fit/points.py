"""The points of a program: one line for each part, what is worth finding out, and the list sorted by their sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from store.fit.aspects import Aspect, aspects_in_force
from store.fit.own_side import OWN_SIDE
from store.fit.reading import Verdict, read, short
from store.folding import folded
from store.frozen_record import record
from store.moments import Moment
from store.records import Fact, Program
from store.season import Season
from store.shelf_life import is_stale, origin_words, same_label
from store.words import CLOSED, Status

NOT_LISTED = CLOSED | {Status.MATCHED}
"""With these there is nothing left to apply or signal for."""


@record(frozen=True, slots=True)
class Point:
    """What one part of a fit gives or takes."""

    aspect: Aspect
    """Which part, with its weight."""
    points: int
    """The weight, the weight taken away, or nothing."""
    why: str
    """The reason in one line."""
    find_out: str = ""
    """What is worth finding out or looking up again; empty when nothing is."""

    @property
    def unknown(self) -> bool:
        """Whether nothing at all is known about it."""
        return bool(self.find_out) and self.find_out in (self.aspect.label, self.why)

    @property
    def line(self) -> str:
        """Points and reason as one line."""
        return f"{signed(self.points)} {self.why}"


@record(frozen=True, slots=True)
class Fit:
    """A program with its points."""

    program: Program
    """Which one."""
    points: tuple[Point, ...]
    """One for each part that counts; the largest first, those that give nothing last."""

    @property
    def total(self) -> int:
        """Their sum."""
        return sum(one.points for one in self.points)

    @property
    def find_out(self) -> tuple[str, ...]:
        """What is worth finding out, the weightiest first."""
        ranked = sorted((one for one in self.points if one.find_out), key=lambda one: -one.aspect.weight)
        return tuple(one.find_out for one in ranked)


def fit_of(season: Season, program: Program, *, now: Moment, tried: Mapping[str, int] | None = None) -> Fit:
    """The fit of one program today, under the weights in force or those tried out."""
    counting = (one for one in aspects_in_force(season, tried) if one.weight)
    points = [_point(season, program, one, now.day) for one in counting]
    return Fit(program, tuple(sorted(points, key=lambda one: -abs(one.points))))


def shortlist(
    season: Season, *, now: Moment, everyone: bool = False, tried: Mapping[str, int] | None = None
) -> tuple[Fit, ...]:
    """Planned programs, the best fit first; with `everyone` all that are still open. Equal ones go by tier and name."""
    wanted = (
        one for one in season.followed if one.status is Status.PLANNED or (everyone and one.status not in NOT_LISTED)
    )
    fits = (fit_of(season, one, now=now, tried=tried) for one in wanted)
    return tuple(sorted(fits, key=lambda one: (-one.total, folded(one.program.tier) or "~", folded(one.program.name))))


def missing_in_profile(season: Season) -> tuple[str, ...]:
    """What the profile does not say and a fit would count."""
    profile = season.profile
    said = {
        "when you graduated": profile.graduation,
        "months of US experience": profile.usce_months,
        "how far ECFMG has come": profile.ecfmg,
        "citizenship": profile.citizenship,
        "ties to places": profile.ties,
        "regions you prefer": profile.preferred_regions,
        "types you prefer": profile.preferred_types,
        "interests": profile.interests,
    }
    return tuple(what for what, value in said.items() if value is None or value == ())


def signed(points: int) -> str:
    """Points with their sign; nothing is a bare 0."""
    return f"{points:+d}" if points else " 0"


def _point(season: Season, program: Program, aspect: Aspect, day: date) -> Point:
    if aspect.label:
        return _of_facts(season, program, aspect, day)
    verdict = OWN_SIDE[aspect.id](season, program)
    return Point(aspect, verdict.sign * aspect.weight, verdict.words, "" if verdict.readable else verdict.words)


def _of_facts(season: Season, program: Program, aspect: Aspect, day: date) -> Point:
    """What the facts under one label give: the newest speaks, unless two of them point different ways."""
    facts = _newest_first(one for one in program.facts if same_label(one.label, aspect.label))
    if not facts:
        return Point(aspect, 0, f"{aspect.label}: nothing known", aspect.label)
    verdicts = [read(aspect.id, one.value, season.profile, day) for one in facts]
    told = [(one, verdict) for one, verdict in zip(facts, verdicts, strict=True) if verdict.readable]
    if len({verdict.sign for _, verdict in told}) > 1:
        sides = " | ".join(f"“{short(one.value, 30)}” ({origin_words(one, day)})" for one, _ in told)
        return Point(aspect, 0, f"sources disagree: {sides}", f"{aspect.label}: which source is right")
    return _told(aspect, *(told or list(zip(facts, verdicts, strict=True)))[0], day)


def _told(aspect: Aspect, fact: Fact, verdict: Verdict, day: date) -> Point:
    again = ""
    if is_stale(fact, day):
        again = f"{aspect.label}: look it up again"
    if not verdict.readable:
        again = f"{aspect.label}: put it plainly"
    why = f"{verdict.words} ({origin_words(fact, day)})"
    return Point(aspect, verdict.sign * aspect.weight, why, again)


def _newest_first(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda one: one.checked or date.min, reverse=True)
