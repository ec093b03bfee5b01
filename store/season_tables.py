"""The tables of a season: which record each holds, and how a season is taken apart and put together by table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.records import (
    Answer,
    Contact,
    Criterion,
    Decision,
    FitWeight,
    Interview,
    KeyDate,
    Letter,
    News,
    Note,
    Profile,
    Program,
    Question,
    RankList,
    RuleSetting,
    Score,
    Task,
)
from store.season import Season

RECORDS: Mapping[str, type] = {
    "profile": Profile,
    "programs": Program,
    "contacts": Contact,
    "interviews": Interview,
    "letters": Letter,
    "notes": Note,
    "tasks": Task,
    "decisions": Decision,
    "news": News,
    "questions": Question,
    "answers": Answer,
    "criteria": Criterion,
    "scores": Score,
    "rank_list": RankList,
    "key_dates": KeyDate,
    "rule_settings": RuleSetting,
    "fit_weights": FitWeight,
}
"""The class of the records in each table, by the field of Season that holds them."""

SINGLE = frozenset({"profile", "rank_list"})
"""Tables of which a season has exactly one record, without an id."""


def records_in(season: Season, table: str) -> tuple[Any, ...]:
    """The records of that table, in their order."""
    held = getattr(season, table)
    return (held,) if table in SINGLE else held


def with_records(season: Season, changed: Mapping[str, tuple[Any, ...]]) -> Season:
    """The season with the records of these tables put in; the same season when there are none."""
    if not changed:
        return season
    own: dict[str, Any] = {table: getattr(season, table) for table in RECORDS}
    put_in = {table: records[0] if table in SINGLE else records for table, records in changed.items()}
    return Season(**{**own, **put_in})


def id_of(record: Any) -> str:
    """The id of that record; empty for the single ones."""
    return getattr(record, "id", "")
