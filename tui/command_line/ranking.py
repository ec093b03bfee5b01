"""The rank list on the command line: shown, ordered, locked, certified; each change is one step of undo."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator

from store.dates import show_day
from store.errors import RuleBroken, Unclear
from store.find import find_program
from store.ranking.orders import Standing, by_disagreement, off_list, standings
from store.ranking.problems import promise_words
from store.ranking.sheet import deadline_mark, deadline_words
from store.records import Program
from store.rules import ranking
from store.season import Season
from store.standing import Promised, standing_promises
from store.whole_number import whole_number
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, words
from tui.command_line.typed import typed_day


def rank(options: Namespace) -> int:
    """Do what the first word asks."""
    if options.act in (reading := _reading_acts()):
        _take_no_more(options, 1 if options.act == "kept" else 0)
        return reading[options.act](options)
    with changing(options) as desk:
        return _changing_acts()[options.act](options, desk)


def _reading_acts() -> dict[str, Callable[[Namespace], int]]:
    from tui.command_line import ranking_papers as papers

    return {
        "list": show_list,
        "check": papers.check,
        "sheet": papers.sheet,
        "kept": papers.kept,
        "close": papers.close_calls,
    }


def _changing_acts() -> dict[str, Callable[[Namespace, Desk], int]]:
    from tui.command_line import ranking_papers as papers

    return {
        "set": _set,
        "move": _move,
        "add": _add,
        "out": _out,
        "lock": _lock,
        "unlock": _unlock,
        "certified": _certified,
        "keep": papers.keep,
        "back": papers.back,
        "prefer": papers.prefer,
    }


def _take_no_more(options: Namespace, most: int) -> None:
    if len(options.programs) > most:
        raise Unclear(f"`prematch rank {options.act}` takes no “{options.programs[most][:60]}”. Nothing was changed.")


def show_list(options: Namespace) -> int:
    """Print the list with scores, first feelings and promises beside it, and what is not on it."""
    with looking(options) as desk:
        season, now = desk.season, desk.now
    found = standings(season)
    found = by_disagreement(found) if options.by == "disagreement" else found
    others = off_list(season, now)
    if options.json:
        as_json(_list_values(season, found, others))
        return DONE
    for one in found:
        data(_line(season, one, plain=is_plain(options)))
    reasons = {one.program_id: one.reason for one in season.rank_list.why_left_out}
    for program in others:
        state = reasons.get(program.id) or ("left out" if program.id in season.rank_list.left_out else "not decided")
        data(f"not ranked: {program.name}, {state}")
    if not found:
        words("The rank list is empty. `prematch rank add PROGRAM` puts a program on it.")
    lock = "locked" if season.rank_list.locked else "not locked"
    seen = season.rank_list.certified
    words(f"{deadline_words(season, now)} ({deadline_mark(season)}). The list is {lock}.")
    if seen:
        words(f"Seen certified on {show_day(seen)}, in this order.")
    return DONE


def _line(season: Season, one: Standing, *, plain: bool) -> str:
    program = season.programs_by_id[one.program_id]
    score = "" if one.score is None else f"score {one.score:.1f}, number {one.by_score} by it"
    gut = "" if one.gut is None else f"gut {one.gut}, number {one.by_gut} by it"
    told = promise_words(season, program.id)
    code = f"NRMP {program.nrmp_code}" if program.nrmp_code else "no NRMP code"
    start = f"number {one.place}: {program.name}" if plain else f"{one.place:>2}. {program.name}"
    return ", ".join(filter(None, (start, code, score, gut, told)))


def _list_values(season: Season, found: tuple[Standing, ...], others: tuple[Program, ...]) -> dict[str, object]:
    ranked, told = season.rank_list, standing_promises(season)
    reasons = {one.program_id: one.reason for one in ranked.why_left_out}
    return {
        "order": [_place_values(season, one, told.get(one.program_id)) for one in found],
        "unranked": [
            {
                "program": one.name,
                "program_id": one.id,
                "left_out": one.id in ranked.left_out,
                "reason": reasons.get(one.id),
            }
            for one in others
        ],
        "locked": ranked.locked,
        "certified": ranked.certified.isoformat() if ranked.certified else None,
    }


def _place_values(season: Season, one: Standing, promised: Promised | None) -> dict[str, object]:
    program = season.programs_by_id[one.program_id]
    return {
        "place": one.place,
        "program": program.name,
        "program_id": program.id,
        "nrmp_code": program.nrmp_code or None,
        "score": one.score,
        "by_score": one.by_score or None,
        "gut": one.gut,
        "by_gut": one.by_gut or None,
        "apart": one.apart,
        "promise": promised.stands.value if promised else None,
    }


def programs_meant(season: Season, names: list[str]) -> tuple[Program, ...]:
    """The programs of these names; raises Unclear when there are none, or one of them is unclear."""
    if not names:
        raise Unclear("Name a program. Nothing was changed.")
    return tuple(find_program(season, one) for one in names)


def _called(programs: tuple[Program, ...]) -> str:
    return programs[0].name if len(programs) == 1 else f"{len(programs)} programs"


def _ids(programs: tuple[Program, ...]) -> Iterator[str]:
    return (one.id for one in programs)


def _set(options: Namespace, desk: Desk) -> int:
    programs = programs_meant(desk.season, options.programs)
    changed = ranking.set_order(desk.season, tuple(_ids(programs)), now=desk.now)
    desk.change(
        f"Rank list set: {', '.join(one.name for one in programs[:3])}{' ...' if programs[3:] else ''}", changed
    )
    return DONE


def _move(options: Namespace, desk: Desk) -> int:
    *names, typed = options.programs or [""]
    place = whole_number(typed, most=99_999)
    if not names or place is None:
        raise Unclear("Say which program and which place, such as `prematch rank move fenwick 2`. Nothing was changed.")
    programs = programs_meant(desk.season, names)
    changed = ranking.move_programs(desk.season, tuple(_ids(programs)), place, now=desk.now)
    desk.change(f"Moved: {_called(programs)} to place {place}", changed)
    return DONE


def _add(options: Namespace, desk: Desk) -> int:
    programs = programs_meant(desk.season, options.programs)
    changed = ranking.rank_programs(desk.season, tuple(_ids(programs)), now=desk.now)
    desk.change(f"On the list: {_called(programs)}", changed)
    return DONE


def _out(options: Namespace, desk: Desk) -> int:
    programs = programs_meant(desk.season, options.programs)
    changed = ranking.leave_out_all(desk.season, tuple(_ids(programs)), options.reason, now=desk.now)
    desk.change(f"Off the list: {_called(programs)}", changed)
    return DONE


def _lock(options: Namespace, desk: Desk) -> int:
    _take_no_more(options, 0)
    desk.change("Rank list locked", ranking.lock_list(desk.season, now=desk.now))
    return DONE


def _unlock(options: Namespace, desk: Desk) -> int:
    _take_no_more(options, 0)
    seen = desk.season.rank_list.certified
    if seen and desk.season.rank_list.locked and not options.yes:
        raise RuleBroken(
            f"You saw this order certified on {show_day(seen)}. A change here changes nothing at NRMP: what counts is "
            "the list you certified there. Add --yes to unlock it all the same."
        )
    desk.change("Rank list unlocked", ranking.unlock_list(desk.season, now=desk.now))
    return DONE


def _certified(options: Namespace, desk: Desk) -> int:
    from tui.command_line.ranking_papers import say_problems

    day = typed_day(" ".join(options.programs), now=desk.now, past=True) if options.programs else desk.now.day
    changed = ranking.mark_certified(desk.season, day, now=desk.now)
    desk.change(f"Seen certified on {show_day(day)}", changed)
    say_problems(desk.season, desk.now)
    return DONE
