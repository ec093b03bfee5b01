"""Another copy of the season brought in: what comes is told, what conflicts is asked, one undo takes it back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Collection

from store.errors import RuleBroken
from store.merging.copies import read_copy
from store.merging.ground import OtherCopy
from store.merging.merge import Merge, decided, differences, kept_unsure, merge_with, new_promise_conflicts, strangers
from store.merging.sides import Choices, Conflict, Side
from store.merging.table_merge import records_compared
from store.merging.words import aside, count_words, differing_lines, named_lines, said, title_of, twin_words
from store.numbers import counted
from store.season import Season
from store.typed_path import typed_path
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.hearing import answered
from tui.command_line.how_far import HowFar
from tui.command_line.running import DONE, FOUND, REFUSED
from tui.command_line.speaking import as_json, data, may_ask, warn, words
from tui.command_line.stopping import stoppable

MOST_SHOWN = 20
LINES_SHOWN = 6
WIDTH = 8


def merge(options: Namespace) -> int:
    """Bring in another copy; `--dry-run` only shows what would happen, and 1 says that something conflicts."""
    with stoppable(), (looking if options.dry_run else changing)(options) as desk:
        return _brought_in(desk, options)


def _brought_in(desk: Desk, options: Namespace) -> int:
    path = typed_path(options.other)
    with HowFar(f"Reading {path.name}"):
        other = read_copy(path, desk.file)
    _tell_of(other)
    _refuse_stranger(desk.season, other, options)
    found = _without_namesakes(_compared(desk.season, other), options)
    if options.json:
        as_json(_values(found, desk, options))
    else:
        _say(found, desk)
    if options.dry_run:
        return FOUND if found.asked else DONE
    if not options.side and not may_ask(options) and (found.asked or (found.twins and not options.apart)):
        words(
            "Nothing was changed: both copies say something there. Add --mine or --theirs to settle all of it, "
            "--apart to keep two of one name as two, or run this at a terminal to be asked one by one."
        )
        return REFUSED
    return _take_in(found, _choices(found, options), desk)


def _compared(mine: Season, other: OtherCopy, apart: Collection[str] = ()) -> Merge:
    with HowFar("Comparing", records_compared(mine, other.season), "record") as how_far:
        return merge_with(mine, other, apart=apart, told=how_far)


def _decided(found: Merge, choices: Choices, desk: Desk) -> Season:
    with HowFar("Bringing together", records_compared(found.mine, found.theirs), "record") as how_far:
        return decided(found, choices, now=desk.now, told=how_far)


def _take_in(found: Merge, choices: Choices, desk: Desk) -> int:
    season = _decided(found, choices, desk)
    name = found.other.name
    if season is desk.season:
        words(f"Everything that stands in {name} stands here already; nothing was changed.")
        return DONE
    label = f"Merged: season from {name}"
    passed = aside(found, choices)
    desk.change(label, season, said="Brought together", brought=found.other.brought, aside=passed)
    if passed:
        words("What was decided against stays readable: `prematch history` lists it under this step.")
    broken = new_promise_conflicts(found, season)
    for conflict in broken:
        warn(desk.options, f"{conflict.message} `prematch ledger` shows who was told what.")
    return FOUND if broken else DONE


def _tell_of(other: OtherCopy) -> None:
    if other.notice:
        words(f"{other.name}: {other.notice}")
    if not other.ground.known:
        words(
            f"Where {other.name} and this season parted is not known: the folder {other.name}.history that belongs "
            "beside it is missing, or shares no step with this one. So nothing is taken out: what stands in one copy "
            "alone is kept."
        )


def _refuse_stranger(mine: Season, other: OtherCopy, options: Namespace) -> None:
    if options.same_person or not strangers(mine, other):
        return
    here, there = mine.profile.name, other.season.profile.name
    sentence = f"{other.name} is the season of {there}, this one of {here}."
    if not may_ask(options):
        raise RuleBroken(
            f"{sentence} Nothing was changed. If both are you, add --same-person; else keep them in two files."
        )
    if _asked(f"{sentence} Are both you? y or n: ", "yn") == "n":
        raise RuleBroken("Nothing was changed. Two people's seasons are best kept in two files.")


def _without_namesakes(found: Merge, options: Namespace) -> Merge:
    """The comparison once it is known which records of one name are two after all."""
    if options.apart:
        return _compared(found.mine, found.other, {pair.key for pair in found.twins})
    if options.side or options.dry_run or not may_ask(options):
        return found
    settled: set[str] = set()
    apart: set[str] = set()
    while new := [pair for pair in found.twins if pair.key not in settled]:
        settled.add(new[0].key)
        if _asked(f"Added in both copies: {twin_words(found, new[0])}. Is it one and the same? y or n: ", "yn") == "n":
            apart.add(new[0].key)
            found = _compared(found.mine, found.other, apart)
    return found


def _choices(found: Merge, options: Namespace) -> Choices:
    if options.side:
        return dict.fromkeys((one.key for one in found.asked), Side(options.side))
    choices: dict[str, Side] = {}
    for place, conflict in enumerate(found.asked, 1):
        usual = "mine" if conflict.usual is Side.MINE else "theirs"
        words(f"{place} of {len(found.asked)}  {title_of(found, conflict)}")
        _say_both(found, conflict)
        answer = _asked(f"m mine, t theirs; M or T for all the rest, A the rest as proposed ({usual}): ", "mtMTA")
        rest = [one.key for one in found.asked[place - 1 :]]
        if answer == "A":
            break
        side = Side.MINE if answer in "mM" else Side.THEIRS
        choices |= dict.fromkeys(rest if answer in "MT" else rest[:1], side)
        if answer in "MT":
            break
    return choices


def _asked(question: str, letters: str) -> str:
    """The one of these letters that is answered; raises RuleBroken when the input ends."""
    while True:
        answer = answered(question)
        if answer is None:
            raise RuleBroken("Nothing was changed: the questions were not answered.")
        if len(answer) == 1 and answer in letters:
            return answer


def _say(found: Merge, desk: Desk) -> None:
    season = _decided(found, {}, desk)
    here, there = differences(found.mine, season), differences(found.theirs, season)
    data(f"from {found.other.name}: {count_words(here)}")
    data(f"only here: {count_words(there)}")
    lines = list(named_lines(here, found.mine, season))
    for line in lines[:MOST_SHOWN]:
        data(f"  {line}")
    if lines[MOST_SHOWN:]:
        data(f"  and {counted(len(lines) - MOST_SHOWN, 'record')} more")
    for pair in found.twins:
        data(f"{'two of one name' if pair.key in found.apart else 'one and the same'}: {twin_words(found, pair)}")
    if unsure := kept_unsure(found):
        words(f"{counted(unsure, 'record')} in one copy alone: added or removed, nobody can tell; kept.")
    if found.asked:
        data(f"{counted(len(found.asked), 'place')} changed in both, each differently")
    if not may_ask(desk.options) or desk.options.side or desk.options.dry_run:
        for conflict in found.asked:
            data(title_of(found, conflict))
            _say_both(found, conflict, data)


def _say_both(found: Merge, conflict: Conflict, speak: Callable[[str], None] = words) -> None:
    for side in Side:
        first, *more = differing_lines(found, conflict, side, most=LINES_SHOWN)
        speak(f"  {side.value.ljust(WIDTH)}{first}")
        for line in more:
            speak(f"  {' ' * WIDTH}{line}")


def _values(found: Merge, desk: Desk, options: Namespace) -> dict[str, object]:
    choices = dict.fromkeys((one.key for one in found.asked), Side(options.side)) if options.side else {}
    season = _decided(found, choices, desk)
    changes = {
        one.table: {"added": list(one.added), "changed": list(one.changed), "removed": list(one.removed)}
        for one in differences(found.mine, season)
    }
    return {
        "other": found.other.name,
        "common_history": found.other.ground.known,
        "changes": changes,
        "same": [{"table": one.table, "mine": one.mine, "theirs": one.theirs} for one in found.twins],
        "conflicts": [
            {
                "key": one.key,
                "about": title_of(found, one),
                "mine": said(found, one, Side.MINE),
                "theirs": said(found, one, Side.THEIRS),
            }
            for one in found.asked
        ],
        "settled": options.side or "",
    }
