"""What speaks against the rank list as it stands, each in one sentence a person can act on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from store.course import booked_interviews, next_interview
from store.dates import show_day
from store.frozen_record import record
from store.key_dates import is_over, key_date
from store.listing import listed
from store.moments import Moment
from store.ranking.orders import was_interviewed
from store.ranking_records import CERTIFIED
from store.records import HEAVIEST, SCORES, WEIGHTS, Program
from store.scores import criteria_in_force
from store.season import Season
from store.standing import promise_conflicts, standing_promises
from store.words import CLOSED, STATUS_WORDS, Promise

NRMP_CODE = re.compile(r"[0-9]{7}[A-Z][0-9]")
"""A code of NRMP’s listings, such as 1234320C0: seven digits, a letter, a digit."""


@record(frozen=True, slots=True)
class RankProblem:
    """One thing to settle before the list is certified."""

    id: str
    """Which check found it, such as `code-missing`."""
    program_id: str
    """The program concerned; empty when it is about several or none."""
    message: str
    """What is wrong and what to do, in one sentence."""


def rank_problems(season: Season, now: Moment) -> tuple[RankProblem, ...]:
    """Everything that speaks against the list, by kind; empty when nothing does."""
    order = season.rank_list.order
    ranked = tuple(season.programs_by_id[one] for one in dict.fromkeys(order) if one in season.programs_by_id)
    return (
        *_promises(season),
        *_changed_since_certified(season, now),
        *_twice(season, ranked),
        *_without_interview(season, ranked, now),
        *_gone(ranked),
        *_unranked(season, now),
        *_codes(ranked),
        *_out_of_range(season),
    )


def _promises(season: Season) -> Iterator[RankProblem]:
    for conflict in promise_conflicts(season):
        one = conflict.program_ids[0] if len(conflict.program_ids) == 1 else ""
        yield RankProblem("promise" if one else "two-firsts", one, conflict.message)


def _changed_since_certified(season: Season, now: Moment) -> Iterator[RankProblem]:
    """While lists can still be certified: the official site has an order that is not this one."""
    ranked = season.rank_list
    seen = next((one for one in reversed(ranked.snapshots) if one.reason == CERTIFIED), None)
    if (
        seen is None
        or ranked.certified
        or seen.order == ranked.order
        or is_over(key_date(season, "rank-deadline"), now)
    ):
        return
    day = show_day(seen.at.day)
    words = f"The order was another when you noted on {day} that the list is certified; certify it anew, or go back."
    yield RankProblem("certified-before", "", words)


def _twice(season: Season, ranked: tuple[Program, ...]) -> Iterator[RankProblem]:
    order = season.rank_list.order
    for program in ranked:
        places = [str(place) for place, one in enumerate(order, 1) if one == program.id]
        if len(places) > 1:
            words = f"{program.name} stands on the list twice, at {listed(places)}; moving it keeps one."
            yield RankProblem("twice", program.id, words)
    for key, what in ((_name_key, "name"), (_code_key, "NRMP code")):
        same: defaultdict[str, list[Program]] = defaultdict(list)
        for program in ranked:
            same[key(program)].append(program)
        for shared, found in same.items():
            if shared and len(found) > 1:
                names = f"{found[0].name} and {found[1].name}"
                words = f"{names} have the same {what}, so one program may stand on the list twice; look at both."
                yield RankProblem("twice", found[1].id, words)


def _name_key(program: Program) -> str:
    return " ".join(program.name.casefold().split())


def _code_key(program: Program) -> str:
    return program.nrmp_code.strip().upper()


def _without_interview(season: Season, ranked: tuple[Program, ...], now: Moment) -> Iterator[RankProblem]:
    for program in ranked:
        if program.status in CLOSED or was_interviewed(season, program, now):
            continue
        ahead = next_interview(season, program.id, now)
        if ahead is not None:
            words = f"{program.name} is ranked, and its interview is still to come on {show_day(ahead.starts.day)}."
        else:
            words = (
                f"{program.name} is ranked, and no interview there is on record; book the one that was, or take it off."
            )
        yield RankProblem("not-interviewed", program.id, words)


def _gone(ranked: tuple[Program, ...]) -> Iterator[RankProblem]:
    for program in ranked:
        if program.trashed is not None:
            yield RankProblem("in-trash", program.id, f"{program.name} is ranked and lies in the trash; settle which.")
        elif program.status in CLOSED:
            since = f" since {show_day(program.since.day)}" if program.since else ""
            words = f"{program.name} is ranked and stands as {STATUS_WORDS[program.status]}{since}; settle which."
            yield RankProblem("closed", program.id, words)


def _unranked(season: Season, now: Moment) -> Iterator[RankProblem]:
    ranked = season.rank_list
    for program in season.followed:
        if program.id in ranked.order or program.id in ranked.left_out or program.status in CLOSED:
            continue
        if was_interviewed(season, program, now):
            held = [one for one in booked_interviews(season, program.id) if one.ends.at <= now.at]
            when = f" on {show_day(held[-1].starts.day)}" if held else ""
            words = f"You interviewed at {program.name}{when}, and it is neither ranked nor left out; decide which."
            yield RankProblem("unranked", program.id, words)


def _codes(ranked: tuple[Program, ...]) -> Iterator[RankProblem]:
    for program in ranked:
        code = _code_key(program)
        if not code:
            words = f"{program.name} has no NRMP code here; copy it from the official site, so that both lists compare."
            yield RankProblem("code-missing", program.id, words)
        elif not NRMP_CODE.fullmatch(code):
            words = f"The NRMP code of {program.name}, “{program.nrmp_code[:20]}”, has not the usual shape; check it."
            yield RankProblem("code-odd", program.id, words)


def _out_of_range(season: Season) -> Iterator[RankProblem]:
    names = {one.id: one.name for one in criteria_in_force(season)}
    for score in season.scores:
        program = season.programs_by_id.get(score.program_id)
        if score.value not in SCORES and program is not None:
            name = names.get(score.criterion_id, score.criterion_id)
            words = f"{program.name} has {score.value} for {name}; scores run from 1 to 5, so give it anew."
            yield RankProblem("score-range", program.id, words)
    for criterion in criteria_in_force(season):
        if criterion.weight not in WEIGHTS:
            words = f"{criterion.name} weighs {criterion.weight}; weights run from 0 to {HEAVIEST}, so set it anew."
            yield RankProblem("weight-range", "", words)
    for interview in season.interviews:
        gut = interview.debrief.gut if interview.debrief else None
        program = season.programs_by_id.get(interview.program_id)
        if gut is not None and gut not in SCORES and program is not None:
            words = f"The first feeling about {program.name} is {gut}; it runs from 1 to 5, so give it anew."
            yield RankProblem("score-range", program.id, words)


def promise_words(season: Season, program_id: str) -> str:
    """What stands promised to that program about ranking, with its day; empty when nothing does."""
    promised = standing_promises(season).get(program_id)
    if promised is None:
        return ""
    said = "told it is first" if promised.stands is Promise.FIRST else "told it will be ranked highly"
    return f"{said}, {show_day(promised.since.day)}"
