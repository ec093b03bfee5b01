"""Match Week: the silence of SOAP, what may be done from when on, and who may be answered."""

from __future__ import annotations

from store.dates import show_for, show_moment_short
from store.follow_ups.follow_up import Silence, soap_silence
from store.frozen_record import record
from store.key_dates import key_date
from store.moments import Moment
from store.records import KeyDate, Profile, Program
from store.reference.data_files import data_file
from store.season import Season
from store.words import Mark, Outcome


@record(frozen=True, slots=True)
class SoapStage:
    """What may be done from one key date of Match Week on."""

    begins: KeyDate
    """Since when."""
    steps: tuple[str, ...]
    """What may be done, and what not, a sentence each."""
    source: str
    """Where that was read."""
    mark: Mark
    """Whether it is confirmed or expected."""


@record(frozen=True, slots=True)
class SoapWeek:
    """Match Week while programs may not be written to."""

    stages: tuple[SoapStage, ...]
    """Every stage, in the order of the clock; for somebody who matched there is one."""
    reached: int
    """The place of the stage that holds now."""
    ends: Moment
    """The moment the silence ends."""
    heard_from: tuple[Program, ...]
    """Programs that have made contact since they had the application; they may be answered."""

    @property
    def stage(self) -> SoapStage:
        """The stage that holds now."""
        return self.stages[self.reached]


def soap_week(season: Season, now: Moment) -> SoapWeek | None:
    """What holds in Match Week at that moment; None before it begins and after SOAP has ended."""
    silence = soap_silence(season, now)
    if silence is None:
        return None
    stages = _stages(season)
    reached = sum(one.begins.at <= now for one in stages) - 1
    heard = tuple(one for one in season.followed if one.id in silence.heard_from)
    return SoapWeek(stages, max(0, reached), silence.ends, heard)


def silence_words(silence: Silence, profile: Profile, now: Moment) -> tuple[str, str]:
    """The rule of Match Week in one line: with its end in both clocks, and shorter, with the one in the US."""
    until = show_for(profile, silence.ends, now)
    return (
        f"SOAP: write to no program that has not contacted you first, until {until}.",
        f"SOAP: write to no program unless it wrote first, until {show_moment_short(silence.ends)}.",
    )


def _stages(season: Season) -> tuple[SoapStage, ...]:
    content = data_file("soap_steps")
    if season.profile.outcome is Outcome.MATCHED:
        return (_stage(season, {"from": "match-week", **content["matched"]}),)
    return tuple(_stage(season, row) for row in content["stages"])


def _stage(season: Season, row: dict[str, object]) -> SoapStage:
    steps = row["steps"]
    assert isinstance(steps, list)
    return SoapStage(key_date(season, str(row["from"])), tuple(steps), str(row["source"]), Mark(str(row["mark"])))
