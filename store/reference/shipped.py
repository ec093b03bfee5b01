"""What every season starts with: key dates, questions worth asking, criteria to weigh."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from store.moments import Moment, moment_at
from store.records import Criterion, KeyDate, Question
from store.reference.data_files import data_file
from store.words import Mark, Role


@lru_cache(maxsize=1)
def shipped_key_dates() -> tuple[KeyDate, ...]:
    """The dates all applicants of the season share, earliest first.

    Wall clocks are kept in the file with their zone. Where only the day is known, its noon stands for it.
    """
    rows = (
        KeyDate(
            id=row["id"],
            name=row["name"],
            short=row["short"],
            letter=row["letter"],
            at=_moment(row["at"], row["zone"]),
            all_day="T" not in row["at"],
            mark=Mark(row["mark"]),
            source=row["source"],
        )
        for row in data_file("key_dates")["key_dates"]
    )
    return tuple(sorted(rows, key=lambda key_date: key_date.at))


@lru_cache(maxsize=1)
def shipped_questions() -> tuple[Question, ...]:
    """Questions worth asking, grouped by theme in the order of the file."""
    return tuple(
        Question(
            id=row["id"],
            theme=group["theme"],
            text=row["text"],
            role=Role(row["role"]) if row["role"] else None,
        )
        for group in data_file("questions")["themes"]
        for row in group["questions"]
    )


@lru_cache(maxsize=1)
def shipped_criteria() -> tuple[Criterion, ...]:
    """Criteria a pediatrics applicant may start from, with weights to be changed."""
    return tuple(Criterion(**row) for row in data_file("criteria")["criteria"])


def _moment(written: str, zone: str) -> Moment:
    wall = datetime.fromisoformat(written if "T" in written else f"{written}T12:00")
    return moment_at(wall, zone)
