"""The earlier texts of a message, and what has changed since."""

from __future__ import annotations

from argparse import Namespace

from store.dates import show_moment
from store.errors import Unclear
from store.find import find_letter
from store.moments import Moment
from store.numbers import counted
from store.records import Letter, Revision
from store.word_differences import Fate, Stretch, counted_words, word_differences
from tui.command_line.desk import looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, moment_values, words

SIGNS = {Fate.STAYED: ("", ""), Fate.WENT: ("[-", "-]"), Fate.CAME: ("{+", "+}")}


def revisions(options: Namespace) -> int:
    """List the earlier texts of a message, newest first, or print one of them against the text of now."""
    with looking(options) as desk:
        letter, now = find_letter(desk.season, options.letter), desk.now
    newest_first = letter.revisions[::-1]
    if options.number:
        _print_one(letter, _numbered(newest_first, options.number), options)
    elif options.json:
        as_json({"id": letter.id, "revisions": [_values(letter, one) for one in newest_first]})
    else:
        for place, one in enumerate(newest_first, 1):
            data(_line(letter, one, place, now))
        if not newest_first:
            words("No earlier text of it is kept.")
    return DONE


def _numbered(newest_first: tuple[Revision, ...], number: int) -> Revision:
    if not 1 <= number <= len(newest_first):
        raise Unclear(f"There is no number {number}: {counted(len(newest_first), 'earlier text')} of it kept.")
    return newest_first[number - 1]


def _line(letter: Letter, revision: Revision, place: int, now: Moment) -> str:
    went, came = counted_words(word_differences(revision.body, letter.body))
    when = show_moment(revision.at.seen_from(now.zone))
    name = f", {revision.name}" if revision.name else ""
    return f"{place}  {when}{name}: {counted(len(revision.body.split()), 'word')}; since then {went} went, {came} came"


def _print_one(letter: Letter, revision: Revision, options: Namespace) -> None:
    if options.json:
        as_json({"id": letter.id, **_values(letter, revision)})
        return
    data(f"Subject: {_signed(word_differences(revision.subject, letter.subject))}")
    data()
    data(_signed(word_differences(revision.body, letter.body)))


def _signed(stretches: tuple[Stretch, ...]) -> str:
    """The stretches in a row, with signs around what went and what came; white space stays outside them."""
    return "".join(_with_signs(one) for one in stretches)


def _with_signs(stretch: Stretch) -> str:
    gap = stretch.text[: len(stretch.text) - len(stretch.text.lstrip())]
    before, after = SIGNS[stretch.fate]
    return f"{gap}{before}{stretch.text[len(gap) :]}{after}"


def _values(letter: Letter, revision: Revision) -> dict[str, object]:
    return {
        **moment_values("at", revision.at),
        "name": revision.name,
        "subject": revision.subject,
        "body": revision.body,
        "since": [{"fate": one.fate.value, "text": one.text} for one in word_differences(revision.body, letter.body)],
    }
