"""The promise ledger: what was told to whom, and what was told later."""

from __future__ import annotations

from argparse import Namespace

from store.dates import show_both
from store.errors import RuleBroken, Unclear
from store.find import find_program
from store.rules.promises import correct_promise
from store.season import Season
from store.standing import PromiseConflict, Promised, promise_conflicts, promises
from store.words import Promise
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE, FOUND
from tui.command_line.speaking import as_json, data, moment_values, words
from tui.command_line.typed import typed_past
from tui.ledger_words import STANDS_WORDS, correction_words


def show_ledger(options: Namespace) -> int:
    """Print every promise made; 1 when some of them contradict each other or the rank list."""
    with looking(options) as desk:
        season, now = desk.season, desk.now
    made, conflicts = promises(season), promise_conflicts(season)
    if options.json:
        as_json(
            {
                "promises": [_promise_values(season, one) for one in made],
                "conflicts": [_conflict_values(season, one) for one in conflicts],
            }
        )
        return FOUND if conflicts else DONE
    for one in made:
        name, when = _name(season, one.program_id), show_both(one.at, now.zone)
        data(f"{one.level}: {name}, {when}, “{one.words}” {one.letter_id}")
        for correction in one.corrections:
            data(f"  {correction_words(correction)} {correction.letter_id}".rstrip())
    for conflict in conflicts:
        data(f"conflict: {conflict.message}")
    if not made:
        words("No promise was made.")
    return FOUND if conflicts else DONE


def correct(options: Namespace) -> int:
    """Record that a promise was withdrawn, or goes less far from now on."""
    with changing(options) as desk:
        season, now = desk.season, desk.now
        promised = _promise_meant(season, options.promise)
        level = Promise(options.only) if options.only else Promise.NONE
        changed = correct_promise(
            season,
            promised.letter_id,
            level=level,
            words=options.words,
            told_in=options.told_in,
            at=typed_past(options.at, options, now=now) if options.at else None,
            now=now,
        )
        name = _name(season, promised.program_id)
        what = f"now {STANDS_WORDS[level]}" if options.only else STANDS_WORDS[level]
        desk.change(f"Promise to {name}: {what}", changed, made=promised.letter_id)
    return DONE


def _promise_meant(season: Season, meant: str) -> Promised:
    """The promise of that letter, or the one that stands to that program; raises Unclear when there are several."""
    made = promises(season)
    by_letter = [one for one in made if one.letter_id == meant]
    if by_letter:
        return by_letter[0]
    if meant in season.letters_by_id:
        raise RuleBroken("That message promised nothing, so there is nothing to withdraw.")
    program = find_program(season, meant)
    own = [one for one in made if one.program_id == program.id and one.stands is not Promise.NONE]
    if not own:
        raise RuleBroken(f"No promise to {program.name} stands. `prematch ledger` lists what was promised.")
    if len(own) > 1:
        listed = tuple(f"{one.letter_id} {one.level}, “{one.words}”" for one in own)
        raise Unclear(f"{len(own)} promises to {program.name} stand. Say which one by its message.", listed)
    return own[0]


def _promise_values(season: Season, one: Promised) -> dict[str, object]:
    return {
        "program": _name(season, one.program_id),
        "program_id": one.program_id,
        "level": one.level.value,
        **moment_values("at", one.at),
        "words": one.words,
        "letter_id": one.letter_id,
        "stands": one.stands.value,
        "corrections": [
            {
                "level": each.level.value,
                **moment_values("at", each.at),
                "words": each.words,
                "letter_id": each.letter_id or None,
            }
            for each in one.corrections
        ],
    }


def _conflict_values(season: Season, one: PromiseConflict) -> dict[str, object]:
    return {
        "message": one.message,
        "programs": [_name(season, program_id) for program_id in one.program_ids],
        "letter_ids": list(one.letter_ids),
    }


def _name(season: Season, program_id: str) -> str:
    program = season.programs_by_id.get(program_id)
    return program.name if program else program_id
