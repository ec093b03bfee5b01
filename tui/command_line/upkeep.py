"""Changes taken back and done again, and where the files are."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from store.dates import show_both
from store.sentence_ends import ended
from tui.command_line.desk import changing, looking, season_path_of
from tui.command_line.running import DONE, FOUND
from tui.command_line.speaking import as_json, data, moment_values, words

if TYPE_CHECKING:
    from store.history import Step
    from store.step_ways import Entry


def undo(options: Namespace) -> int:
    """Take back the last change; 1 when there is none."""
    with changing(options) as desk:
        step = desk.travel(back=True)
        if step is None:
            _tell(options, desk.file.history.why_no_undo() or "There is nothing to take back.", None)
            return FOUND
        _tell(options, f"Taken back: {ended(step.label)} `prematch redo` does it again.", step)
    return DONE


def redo(options: Namespace) -> int:
    """Do again what was taken back last; 1 when there is nothing."""
    with changing(options) as desk:
        step = desk.travel(back=False)
        if step is None:
            _tell(options, "There is nothing to do again.", None)
            return FOUND
        _tell(options, f"Done again: {ended(step.label)} `prematch undo` takes back: {ended(step.label)}", step)
    return DONE


def history(options: Namespace) -> int:
    """Print the changes that can be taken back or done again, newest first."""
    if options.others is not None:
        from tui.command_line.ways import other_ways

        return other_ways(options)
    with looking(options) as desk:
        entries = desk.file.history.labels()
        now, ended = desk.now, desk.file.history.why_no_undo()
    if options.json:
        as_json({"steps": [_values(one) for one in entries]})
        return DONE
    for one in entries:
        data(f"{show_both(one.step.at, now.zone)}  {'taken back: ' if one.taken_back else ''}{one.step.label}")
        for line in one.step.aside:
            data(f"    {' '.join(line.split())}")
    if ended or not entries:
        words(ended or "Nothing was changed yet.")
    return DONE


def _values(entry: Entry) -> dict[str, object]:
    step = entry.step
    return {
        "label": step.label,
        **moment_values("at", step.at),
        "taken_back": entry.taken_back,
        "aside": list(step.aside),
    }


def path(options: Namespace) -> int:
    """Print where prematch keeps its files."""
    from store.places import config_path, templates_folder
    from store.season_file import backups_beside

    season = season_path_of(options)
    found = {
        "data": season,
        "config": config_path(),
        "backups": backups_beside(season).folder,
        "templates": templates_folder(),
    }[options.what]
    if options.json:
        as_json({"what": options.what, "path": str(found)})
    else:
        data(str(found))
    return DONE


def _tell(options: Namespace, sentence: str, step: Step | None) -> None:
    words(sentence)
    if options.json:
        as_json({"changed": step is not None, "label": step.label if step else None})
