"""Scores and weights on the command line, and what other weights would say."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping

from store.dates import show_day
from store.errors import RuleBroken, Unclear
from store.find import find_program
from store.ids import new_id
from store.numbers import counted
from store.ranking.weighing import Sensitivity, chart, score_order, sensitivities, with_weights
from store.records import Criterion, Score
from store.rules.scores import (
    add_criterion,
    remove_criterion,
    rename_criterion,
    set_score,
    set_weight,
    take_score_back,
)
from store.scores import criteria_in_force, score_means
from store.season import Season
from store.whole_number import whole_number
from tui.command_line.debriefing import the_criterion
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, words


def score(options: Namespace) -> int:
    """Show the scores of a program, or give some; all of them are one step."""
    if not options.scores:
        return _show_scores(options)
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        given = _pairs(desk.season, options.scores, "score", "1 to 5, or 0 to take one back")
        season, now = desk.season, desk.now
        for criterion, value in given:
            if value == 0:
                season = take_score_back(season, program.id, criterion.id, now=now)
            else:
                season = set_score(season, Score(new_id("s"), program.id, criterion.id, value, now), now=now)
        desk.change(f"{program.name}: {counted(len(given), 'score')}", season)
        mean = score_means(desk.season).get(program.id)
        if mean is not None:
            words(f"Its weighted mean is {mean:.2f}. The rank list is as it was.")
    return DONE


def _show_scores(options: Namespace) -> int:
    with looking(options) as desk:
        season = desk.season
        program = find_program(season, options.program)
    own = {one.criterion_id: one for one in season.scores if one.program_id == program.id}
    mean = score_means(season).get(program.id)
    if options.json:
        scores = [
            {
                "criterion": one.name,
                "criterion_id": one.id,
                "weight": one.weight,
                "score": own[one.id].value if one.id in own else None,
                "on": own[one.id].at.day.isoformat() if one.id in own else None,
            }
            for one in criteria_in_force(season)
        ]
        as_json({"program": program.name, "program_id": program.id, "scores": scores, "mean": mean})
        return DONE
    for one in criteria_in_force(season):
        given = f"{own[one.id].value}, on {show_day(own[one.id].at.day)}" if one.id in own else "not yet"
        data(f"{one.id}: {given} ({one.name}, weight {one.weight})")
    if mean is not None:
        data(f"weighted mean: {mean:.2f}")
    return DONE


def weigh(options: Namespace) -> int:
    """Show the weights and what others would do, set some or only try them out; rename or remove one of one's own."""
    if options.rename or options.remove:
        return _change_own(options)
    if options.trying or not (options.weights or options.new):
        with looking(options) as desk:
            return _show_weights(options, desk)
    with changing(options) as desk:
        season, now = desk.season, desk.now
        if options.new:
            season = add_criterion(season, Criterion(new_id("k"), options.new, 3), now=now)
        given = _pairs(season, options.weights, "weight", "0 to 5")
        for criterion, value in given:
            season = set_weight(season, criterion, value, now=now)
        named = [f"{criterion.name} {value}" for criterion, value in given]
        new = [f"new criterion {options.new.strip()}"] if options.new else []
        desk.change(f"Weights: {', '.join((*new, *named))}", season)
    return DONE


def _change_own(options: Namespace) -> int:
    """Rename or remove one criterion; nothing else goes with it."""
    if options.trying or options.weights or options.new or (options.rename and options.remove):
        raise Unclear("Rename or remove a criterion on its own, without anything else. Nothing was changed.")
    with changing(options) as desk:
        season, now = desk.season, desk.now
        if options.rename:
            own, name = the_criterion(season, options.rename[0]), options.rename[1].strip()
            desk.change(f"Renamed: {own.name} to {name}", rename_criterion(season, own.id, name, now=now))
            return DONE
        own = the_criterion(season, options.remove)
        changed = remove_criterion(season, own.id, now=now)
        scored = len(season.scores) - len(changed.scores)
        with_scores = f", with {counted(scored, 'score')}" if scored else ""
        desk.change(f"Removed: {own.name}{with_scores}", changed)
    return DONE


def _show_weights(options: Namespace, desk: Desk) -> int:
    season = desk.season
    if options.new:
        raise RuleBroken(
            "A new criterion has no scores yet, so there is nothing to try out; leave out --try to add it."
        )
    tried = {one.id: value for one, value in _pairs(season, options.weights, "weight", "0 to 5", most=5)}
    found = sensitivities(season, tried)
    if options.json:
        as_json(_weight_values(season, found, tried))
        return DONE
    for line in _plain_weights(found) if is_plain(options) else _charted(found):
        data(line)
    for line in _order_lines(season, tried):
        data(line)
    if tried:
        words("Only tried out: neither the weights nor the rank list were changed.")
    return DONE


def _order_lines(season: Season, tried: Mapping[str, int]) -> Iterator[str]:
    """The programs by their mean with these weights, each with its place by those in force where that differs."""
    before, means = score_order(season), score_means(with_weights(season, tried))
    for place, program_id in enumerate(score_order(season, tried), 1):
        was = before.index(program_id) + 1
        name = season.programs_by_id[program_id].name
        yield f"{place}. {name} {means[program_id]:.2f}{f', was {was}' if was != place else ''}"


def _weight_values(season: Season, found: tuple[Sensitivity, ...], tried: Mapping[str, int]) -> dict[str, object]:
    means = score_means(with_weights(season, tried))
    criteria = [
        {
            "criterion": one.criterion.name,
            "criterion_id": one.criterion.id,
            "weight": one.criterion.weight,
            "scored": one.scored,
            "moved": list(one.moved),
        }
        for one in found
    ]
    by_score = [
        {"program": season.programs_by_id[one].name, "program_id": one, "mean": means[one]}
        for one in score_order(season, tried)
    ]
    return {"criteria": criteria, "order": by_score, "tried": bool(tried)}


def _charted(found: tuple[Sensitivity, ...]) -> Iterator[str]:
    yield "Programs that would change place by score, for each weight of 0 to 5; the weight in force in brackets"
    for one in found:
        yield f"{chart(one)}  {one.criterion.name} ({one.criterion.id}), {counted(one.scored, 'program')} scored"


def _plain_weights(found: tuple[Sensitivity, ...]) -> Iterator[str]:
    """The same in words, a criterion a line."""
    for one in found:
        others = [f"{counted(moved, 'place')} with {weight}" for weight, moved in enumerate(one.moved) if moved]
        moves = f"; changes {', '.join(others)}" if others else "; no other weight changes a place"
        scored = f"{counted(one.scored, 'program')} scored"
        yield f"weight {one.criterion.weight}: {one.criterion.name} ({one.criterion.id}), {scored}{moves}"


def _pairs(
    season: Season, typed: list[str], what: str, range_: str, *, most: int | None = None
) -> tuple[tuple[Criterion, int], ...]:
    """Each criterion with its number; raises Unclear for anything that is none."""
    found = []
    for text in typed:
        name, sign, value = text.partition("=")
        number = whole_number(value)
        if not sign or not name.strip() or number is None:
            raise Unclear(f"“{text[:60]}” is no {what}. Write CRITERION=N, N from {range_}. Nothing was changed.")
        criterion = the_criterion(season, name.strip())
        if most is not None and number > most:
            raise Unclear(f"A {what} runs from {range_}, not to {number}.")
        found.append((criterion, number))
    return tuple(found)
