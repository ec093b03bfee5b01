"""Programs from a spreadsheet; a calendar and an exported season are passed on to where they are taken in."""

from __future__ import annotations

from argparse import Namespace

from store.errors import Unclear
from store.exchange.calendar_lines import is_calendar
from store.exchange.spreadsheet import (
    ImportPreview,
    Sheet,
    preview,
    read_spreadsheet,
    read_two_ways,
    take_in,
)
from store.numbers import counted
from store.typed_path import typed_path
from tui.command_line.desk import changing, looking
from tui.command_line.how_far import HowFar
from tui.command_line.running import DONE, FOUND, REFUSED
from tui.command_line.speaking import as_json, data, words
from tui.command_line.stopping import stoppable

MOST_SHOWN = 20
KEPT = {
    "": "kept in a note",
    "loi": "kept in a note; `prematch sent` logs what it promised",
    "score": "kept in a note; `prematch score` gives scores by criterion",
}
"""What becomes of columns that have no field of their own."""


def import_programs(options: Namespace) -> int:
    """Take in a spreadsheet, an exported season or a calendar, whole or not at all; `--dry-run` only shows it."""
    with stoppable():
        return _imported(options)


def _imported(options: Namespace) -> int:
    if options.source.lower().endswith(".json"):
        from tui.command_line.exporting import import_season

        return import_season(options)
    path = typed_path(options.source)
    if is_calendar(path) or path.suffix.lower() == ".eml":
        from tui.command_line.calendar import import_calendar

        return import_calendar(options)
    with HowFar(f"Reading {path.name}"):
        sheet = read_spreadsheet(path, columns=_columns(options.map))
    return _taken_in(sheet, options)


def _taken_in(sheet: Sheet, options: Namespace) -> int:
    with (looking if options.dry_run else changing)(options) as desk:
        with HowFar("Looking through", len(sheet.rows), "row") as how_far:
            found = preview(desk.season, sheet, now=desk.now, read=how_far)
        _say(found, sheet, options)
        if options.dry_run:
            return FOUND if found.rejected else DONE
        if found.rejected and not options.leave_out_rejected:
            words("Nothing was imported. Mend these rows, or add --leave-out-rejected.")
            return REFUSED
        changed = take_in(desk.season, found, now=desk.now, leave_out_rejected=options.leave_out_rejected)
        label = f"Imported {sheet.name}: {len(found.added)} added, {len(found.updated)} updated"
        desk.change(label, changed, said="Taken in")
    return DONE


def _columns(pairs: list[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for pair in pairs:
        heading, sign, field = pair.rpartition("=")
        if not sign or not heading:
            raise Unclear(f"“{pair[:60]}” maps nothing. Write COLUMN=FIELD, such as --map Hospital=name.")
        columns[heading] = field.strip().lower()
    return columns


def _say(found: ImportPreview, sheet: Sheet, options: Namespace) -> None:
    if options.json:
        as_json(
            {
                "added": len(found.added),
                "updated": len(found.updated),
                "unchanged": len(found.unchanged),
                "rejected": [{"row": one.row, "reason": one.reason} for one in found.rejected],
                "kept": [
                    {"row": one.row, "heading": one.heading, "words": one.words, "ahead": one.ahead}
                    for one in found.kept
                ],
                "joined": [{"row": one.row, "reason": one.reason} for one in found.joined],
                "left_out": [{"row": one.row, "reason": one.reason} for one in found.left_out],
            }
        )
        return
    for column in sheet.columns:
        words(f"{column.heading}: {KEPT.get(column.field, column.field)}")
    parts = (("added", found.added), ("updated", found.updated), ("unchanged", found.unchanged))
    data(", ".join(f"{len(programs)} {word}" for word, programs in parts) + f", {len(found.rejected)} rejected")
    for one in found.rejected[:MOST_SHOWN]:
        data(f"row {one.row}: {one.reason}")
    if found.rejected[MOST_SHOWN:]:
        data(f"and {counted(len(found.rejected) - MOST_SHOWN, 'row')} more")
    _say_remarks(found, sheet)


def _say_remarks(found: ImportPreview, sheet: Sheet) -> None:
    """Rows put together or left out, and cells that are kept as words."""
    for row, _ in sheet.above:
        words(f"row {row}: above the column names, left out")
    for joined in found.joined:
        words(f"row {joined.row}: {joined.reason}")
    for left_out in found.left_out:
        words(f"row {left_out.row}: {left_out.reason}, left out")
    for kept in found.kept[:MOST_SHOWN]:
        why = "lies ahead" if kept.ahead else "is not understood"
        words(f"row {kept.row}: {kept.heading} “{kept.words[:60]}” {why} and goes into the notes")
    if found.kept[MOST_SHOWN:]:
        words(f"and {counted(len(found.kept) - MOST_SHOWN, 'cell')} more")
    if date := read_two_ways(found, sheet):
        words(f"Dates such as {date} can be read two ways; `prematch settings dates month-first` settles it.")
