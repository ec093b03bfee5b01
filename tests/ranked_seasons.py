"""Small invented seasons with a rank list, for the tests of everything around it."""

from __future__ import annotations

from dataclasses import replace

from store.records import Debrief, Program, RankList, Score
from store.season import Season
from store.words import Kind, Promise, Status
from tests.examples import CENTRAL, NOW, a_letter, a_program, a_season, an_interview, at

NAMES = {"p-bright": "Brightwater", "p-aldrid": "Alder Ridge", "p-fenwck": "Fenwick", "p-tamsin": "Tamsin Bay"}
ALL = tuple(NAMES)


def the_programs() -> tuple[Program, ...]:
    """Four programs that were interviewed at, each with a code of its own."""
    return tuple(
        replace(a_program(one, name, Status.INTERVIEWED, at("2026-11-16 20:00")), nrmp_code=f"990{place}320C0")
        for place, (one, name) in enumerate(NAMES.items())
    )


def ranked(*order: str, told: tuple[tuple[str, Promise], ...] = (), locked: bool = False) -> Season:
    """Four programs with an interview each that is over, ranked in that order; `told` gives the promises made."""
    starts = at("2026-11-16 09:00", CENTRAL)
    interviews = (an_interview(f"i-{one[2:]}", one, starts.after(days=place)) for place, one in enumerate(NAMES))
    letters = (
        a_letter(
            f"l-told{place:02}",
            program_id,
            Kind.FIRST_RANK,
            sent=at("2026-11-20 10:00"),
            promise=promise,
            body="I will rank you where I said.",
        )
        for place, (program_id, promise) in enumerate(told)
    )
    season = a_season(*the_programs(), *interviews, *letters)
    return replace(season, rank_list=RankList(order=order, locked=locked))


def scored(season: Season, **given: dict[str, int]) -> Season:
    """The same with scores by criterion for programs, each named without its `p-`."""
    scores = tuple(
        Score(f"s-{name}-{criterion}", f"p-{name}", criterion, value, NOW)
        for name, values in given.items()
        for criterion, value in values.items()
    )
    return replace(season, scores=scores)


def felt(season: Season, **guts: int) -> Season:
    """The same with a first feeling about programs, each named without its `p-`."""
    interviews = tuple(
        replace(one, debrief=Debrief(NOW, gut=guts[one.program_id[2:]])) if one.program_id[2:] in guts else one
        for one in season.interviews
    )
    return replace(season, interviews=interviews)
