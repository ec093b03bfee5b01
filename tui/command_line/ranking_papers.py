"""What is read or kept beside the rank list: checks, the certify sheet, dated copies, close calls."""

from __future__ import annotations

from argparse import Namespace

from store.dates import show_moment
from store.errors import RuleBroken, Unclear
from store.find import find_program
from store.moments import Moment
from store.numbers import counted
from store.ranking.pairs import Pair, close_pairs, open_pairs, ring_words, rings
from store.ranking.problems import rank_problems
from store.ranking.save_points import change_words, place_changes
from store.ranking.sheet import CertifySheet, certify_sheet, sheet_lines, spoken_sheet
from store.records import RankSnapshot
from store.rules import ranking
from store.rules.close_calls import answer_close_call
from store.season import Season
from store.whole_number import whole_number
from tui.command_line.desk import Desk, looking
from tui.command_line.running import DONE, FOUND
from tui.command_line.speaking import as_json, data, is_plain, moment_values, warn, words


def check(options: Namespace) -> int:
    """Print what speaks against the list; 1 when something does."""
    with looking(options) as desk:
        season, now = desk.season, desk.now
    found = rank_problems(season, now)
    known = season.programs_by_id
    if options.json:
        problems = [
            {
                "id": one.id,
                "program": known[one.program_id].name if one.program_id else None,
                "program_id": one.program_id or None,
                "message": one.message,
            }
            for one in found
        ]
        as_json({"problems": problems})
    else:
        for one in found:
            data(f"{one.id}: {one.message}")
        if not found:
            words("Nothing speaks against the list: interviews, promises, codes and scores go together.")
    return FOUND if found else DONE


def say_problems(season: Season, now: Moment) -> None:
    """Say in one line how much speaks against the list, if anything does."""
    if found := rank_problems(season, now):
        speaks = "speaks" if len(found) == 1 else "speak"
        words(f"{counted(len(found), 'thing')} {speaks} against this list; `prematch rank check` lists what.")


def sheet(options: Namespace) -> int:
    """Print the certify sheet, or write it to a file that only its owner may read; 1 when a check found something."""
    with looking(options) as desk:
        season, now, path = desk.season, desk.now, desk.file.path
    if not season.rank_list.order:
        raise RuleBroken("The rank list is empty, so there is no sheet yet. `prematch rank add PROGRAM` begins it.")
    made = certify_sheet(season, now)
    if options.out:
        from tui.command_line.writing_files import write_out

        content = ("\n".join(sheet_lines(season, now)) + "\n").encode()
        write_out(options.out, f"rank-list-{now.day}.txt", content, season=path)
    elif not options.json:
        for line in spoken_sheet(season, now) if is_plain(options) else sheet_lines(season, now):
            data(line)
    if options.json:
        as_json(_sheet_values(made))
    return FOUND if made.problems else DONE


def _sheet_values(made: CertifySheet) -> dict[str, object]:
    lines = [
        {
            "place": one.place,
            "program": one.name,
            "program_id": one.program_id,
            "nrmp_code": one.code or None,
            "interviewed": one.interviewed or None,
            "promise": one.promise or None,
            "problems": list(one.problems),
        }
        for one in made.lines
    ]
    return {"lines": lines, "problems": [one.message for one in made.problems], "deadline": made.deadline}


def keep(options: Namespace, desk: Desk) -> int:
    """Keep a dated copy of the order."""
    reason = " ".join(options.programs) or options.reason
    desk.change(f"Kept this order: {reason.strip()}", ranking.keep_save_point(desk.season, reason, now=desk.now))
    return DONE


def kept(options: Namespace) -> int:
    """Print the dated copies, newest first, or what has moved since one of them."""
    with looking(options) as desk:
        season = desk.season
    if options.programs:
        _show_moved(season, _copy_meant(season, options.programs), options)
        return DONE
    copies = tuple(enumerate(reversed(season.rank_list.snapshots), 1))
    if options.json:
        listed = [
            {"number": number, **moment_values("at", one.at), "reason": one.reason, "order": list(one.order)}
            for number, one in copies
        ]
        as_json({"kept": listed})
        return DONE
    for number, one in copies:
        moved = len(place_changes(one.order, season.rank_list.order))
        since = f"{moved} moved since" if moved else "as it stands now"
        data(f"{number}. {show_moment(one.at)}, {one.reason}: {counted(len(one.order), 'program')}, {since}")
    if not copies:
        words("No copy was kept yet. `prematch rank keep REASON` keeps one.")
    return DONE


def _show_moved(season: Season, snapshot: RankSnapshot, options: Namespace) -> None:
    """Print the order of that copy, and what has moved since."""
    moved = [change_words(season, one) for one in place_changes(snapshot.order, season.rank_list.order)]
    if options.json:
        values = {**moment_values("at", snapshot.at), "reason": snapshot.reason, "order": list(snapshot.order)}
        as_json({**values, "since": moved})
        return
    for place, program_id in enumerate(snapshot.order, 1):
        program = season.programs_by_id.get(program_id)
        data(f"{place}. {program.name if program else program_id}")
    for change in moved:
        data(f"since then: {change}")


def back(options: Namespace, desk: Desk) -> int:
    """Give the list the order of a dated copy."""
    snapshot = _copy_meant(desk.season, options.programs)
    changed = ranking.go_back_to(desk.season, snapshot, now=desk.now)
    desk.change(f"Rank list as on {show_moment(snapshot.at)}, {snapshot.reason}", changed)
    return DONE


def _copy_meant(season: Season, typed: list[str]) -> RankSnapshot:
    """The copy of that number, 1 the newest; raises Unclear when there is none."""
    copies = season.rank_list.snapshots
    if not copies:
        raise RuleBroken("No copy was kept yet. `prematch rank keep REASON` keeps one.")
    number = whole_number(typed[0], most=len(copies)) if len(typed) == 1 else None
    if not number:
        raise Unclear(f"The copies have the numbers 1 to {len(copies)}; `prematch rank kept` lists them.")
    return copies[-number]


def close_calls(options: Namespace) -> int:
    """Print neighbours whose scores hardly differ and which of them is preferred, then answers that go round."""
    with looking(options) as desk:
        season = desk.season
    still_open, known, found = open_pairs(season), season.programs_by_id, close_pairs(season)
    if options.json:
        pairs = [_pair_values(season, one, answered=one not in still_open) for one in found]
        as_json({"pairs": pairs, "rings": [[known[each].name for each in ring] for ring in rings(season)]})
        return DONE
    for one in found:
        better = _preferred(season, one)
        answer = "not asked yet" if one in still_open else f"you prefer {known[better].name}" if better else "even"
        data(f"{known[one.upper_id].name} or {known[one.lower_id].name}: {_apart(one.gap)}, {answer}")
    for ring in rings(season):
        data(ring_words(season, ring))
    if not found:
        words("No two neighbours on the list stand close together by their scores.")
    return DONE


def _preferred(season: Season, pair: Pair) -> str:
    """The id of the preferred one of these two; empty when neither is, or nobody has said."""
    both = {pair.upper_id, pair.lower_id}
    calls = season.rank_list.close_calls
    return next((one.preferred_id for one in reversed(calls) if {one.one_id, one.other_id} == both), "")


def _pair_values(season: Season, pair: Pair, *, answered: bool) -> dict[str, object]:
    known = season.programs_by_id
    return {
        "upper": known[pair.upper_id].name,
        "lower": known[pair.lower_id].name,
        "gap": round(pair.gap, 3),
        "answered": answered,
        "preferred": _preferred(season, pair) or None,
    }


def _apart(gap: float) -> str:
    """Which of two named one after the other scores more."""
    if round(gap, 2) == 0:
        return "both score the same"
    return f"the {'first' if gap > 0 else 'second'} scores {abs(gap):.2f} more"


def prefer(options: Namespace, desk: Desk) -> int:
    """Keep which of two programs is preferred; the list stays, and what a move would do is said."""
    if len(options.programs) != 2:
        raise Unclear("Name two programs, the preferred one first. Nothing was changed.")
    one, other = (find_program(desk.season, name) for name in options.programs)
    preferred = "" if options.even else one.id
    changed = answer_close_call(desk.season, one.id, other.id, preferred, now=desk.now)
    label = f"Even: {one.name} and {other.name}" if options.even else f"Preferred: {one.name} to {other.name}"
    desk.change(label, changed)
    order = desk.season.rank_list.order
    if preferred and {one.id, other.id} <= set(order) and order.index(one.id) > order.index(other.id):
        place = order.index(other.id) + 1
        words(f"{one.name} stands below it; `prematch rank move {one.id} {place}` would change that.")
    for ring in rings(desk.season):
        warn(options, ring_words(desk.season, ring))
    return DONE
