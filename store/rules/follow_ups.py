"""What the applicant may decide about follow-ups, and the tasks made by hand."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from store.dates import show_moment
from store.errors import RuleBroken
from store.moments import Moment
from store.records import Decision, Task
from store.rules.cleaning import cleaned, required
from store.rules.known import followed_program
from store.rules.replacing import joined, swapped, with_fields, without
from store.season import Season
from store.words import Verdict

KEY = re.compile(r"[A-Z][A-Z0-9]*(:[A-Za-z0-9_-]+)+")
"""A follow-up's key: its rule, then the records and moments it is about."""


def refuse_nothing_due(season: Season, *, now: Moment) -> Season:
    """Raises RuleBroken: nothing is due of what is to be cleared or put off, as may be when that is repeated."""
    raise RuleBroken("Nothing is due here.")


def mark_done(season: Season, keys: Collection[str], *, now: Moment) -> Season:
    """These follow-ups are done."""
    return _decided(season, keys, Verdict.DONE, now)


def mark_not_needed(season: Season, keys: Collection[str], *, now: Moment) -> Season:
    """The applicant has decided against these follow-ups."""
    return _decided(season, keys, Verdict.NOT_NEEDED, now)


def snooze(season: Season, keys: Collection[str], until: Moment, *, now: Moment) -> Season:
    """Hide these follow-ups until that moment; raises RuleBroken when it has passed already."""
    if until.at <= now.at:
        raise RuleBroken(f"{show_moment(until)} has passed already. Choose a later moment.")
    return _decided(season, keys, Verdict.SNOOZED, now, until)


def reopen(season: Season, keys: Collection[str], *, now: Moment) -> Season:
    """Take back what was decided about these follow-ups."""
    kept = tuple(decision for decision in season.decisions if decision.id not in keys)
    return season if len(kept) == len(season.decisions) else replace(season, decisions=kept)


def add_task(season: Season, task: Task, *, now: Moment) -> Season:
    """A follow-up of the applicant's own, for one program or for the whole season."""
    return replace(season, tasks=joined(season.tasks, _checked(season, task)))


def edit_task(season: Season, task_id: str, *, now: Moment, **fields: Any) -> Season:
    """Change what a task of one's own says, when it is due or whom it is for."""
    task = _checked(season, with_fields(_known_task(season, task_id), fields, fixed=()))
    tasks = swapped(season.tasks, [task])
    return season if tasks is season.tasks else replace(season, tasks=tasks)


def remove_tasks(season: Season, task_ids: Collection[str], *, now: Moment) -> Season:
    """Take tasks of one's own away, and with them what was decided about them."""
    for task_id in task_ids:
        _known_task(season, task_id)
        season = reopen(season, (f"TASK:{task_id}",), now=now)
        season = replace(season, tasks=without(season.tasks, task_id))
    return season


def _decided(
    season: Season, keys: Collection[str], verdict: Verdict, now: Moment, until: Moment | None = None
) -> Season:
    for key in keys:
        if not KEY.fullmatch(key):
            raise RuleBroken(f"“{key[:60]}” names no follow-up.")
    fresh = {key: Decision(key, verdict, now, until) for key in dict.fromkeys(keys)}
    for key, before in season.decisions_by_id.items():
        if key in fresh and (before.verdict, before.until) == (verdict, until):
            fresh[key] = before
    decisions = swapped(season.decisions, fresh.values())
    new = tuple(decision for key, decision in fresh.items() if key not in season.decisions_by_id)
    if not new and decisions is season.decisions:
        return season
    return replace(season, decisions=(*decisions, *new))


def _known_task(season: Season, task_id: str) -> Task:
    for task in season.tasks:
        if task.id == task_id:
            return task
    raise RuleBroken(f"No task has the id “{task_id}”.")


def _checked(season: Season, task: Task) -> Task:
    task = cleaned(task)
    required(task.what, "What there is to do")
    if task.program_id:
        followed_program(season, task.program_id)
    return task
