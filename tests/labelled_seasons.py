"""The invented seasons, autumn and winter, in which the labelled drafts stand, and their six applicants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from store.moments import Moment
from store.records import Interview, Letter, Move, Profile, Program, RankList, StatusChange
from store.season import Season
from store.words import Citizenship, EcfmgStage, Status
from tests.labelled_letters import (
    BUSY,
    HIGH_ELSEWHERE,
    IN_WINTER,
    RECEIVED,
    SENT,
    SOAP_MAIL,
    THANKED,
    TOLD,
)
from tests.labelled_programs import CONTACTS, PROGRAMS

NOOR = Profile(
    name="Noor Velásquez-Byrne",
    credentials="MB BCh BAO",
    aamc_id="14725836",
    school="Inishmore School of Medicine",
    school_country="Ireland",
    graduation=date(2026, 6, 1),
    citizenship=Citizenship.CITIZEN,
    ecfmg=EcfmgStage.IN_PROGRESS,
    ecfmg_day=date(2026, 10, 12),
    exams_passed=("Step 1", "Step 2 CK"),
    usce_months=4,
    peds_months=3,
    usce_places=("Pell Harbor Children's Hospital, Maine", "Coldwater Regional Health System, Michigan"),
    ties=("Kentucky, where my grandparents live",),
    interests=("newborn medicine", "advocacy for families new to the country"),
    home_zone="Europe/Dublin",
)
DANIEL = Profile(
    name="Daniel O'Keeffe-Marsh",
    credentials="MD",
    aamc_id="15937284",
    school="Windward Isles University School of Medicine",
    school_country="Grenada",
    graduation=date(2026, 6, 1),
    citizenship=Citizenship.PERMANENT_RESIDENT,
    ecfmg=EcfmgStage.CERTIFIED,
    ecfmg_day=date(2026, 8, 20),
    exams_passed=("Step 1", "Step 2 CK"),
    usce_months=12,
    peds_months=4,
    usce_places=("Pell Harbor Children's Hospital, Maine",),
    home_zone="America/Grenada",
)
KASIA = Profile(
    name="Kasia Wojnarowska",
    aamc_id="16284935",
    school="Medical University of Podlesie",
    school_country="Poland",
    graduation=date(2027, 6, 1),
    citizenship=Citizenship.CITIZEN,
    ecfmg=EcfmgStage.REQUIREMENTS_MET,
    ecfmg_day=date(2026, 9, 10),
    exams_passed=("Step 1", "Step 2 CK"),
    usce_months=2,
    peds_months=2,
    home_zone="Europe/Warsaw",
)
AMARA = replace(
    NOOR,
    name="Amara Ekwueme-Doyle",
    credentials="MD",
    aamc_id="17263548",
    school="Leeward Coast School of Medicine",
    school_country="Sint Maarten",
    ecfmg=EcfmgStage.CERTIFIED,
    ecfmg_day=date(2026, 7, 14),
    ties=(),
    home_zone="America/Lower_Princes",
)
TOBIAS = replace(
    NOOR,
    name="Tobias Wren",
    credentials="MBBS",
    aamc_id="18364527",
    school="Barossa Vale Medical School",
    school_country="Australia",
    ties=(),
    home_zone="Australia/Adelaide",
)
LEILA = replace(
    KASIA,
    name="Leïla Benmoussa",
    aamc_id="19475638",
    school="University of Szikla Medical School",
    school_country="Hungary",
    citizenship=Citizenship.PERMANENT_RESIDENT,
    home_zone="Europe/Budapest",
)
APPLICANTS: Mapping[str, Profile] = {
    "noor": NOOR,
    "daniel": DANIEL,
    "kasia": KASIA,
    "amara": AMARA,
    "tobias": TOBIAS,
    "leila": LEILA,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """A season and the moment at which a draft is read unless it names another."""

    season: Season
    """The season, with the first applicant's profile."""
    now: datetime
    """That moment in UTC."""


def _start(program_id: str, wall: datetime, zone: str, *people: str, was: datetime | None = None) -> Interview:
    moves = (Move(Moment(was, zone), Moment(datetime(2026, 11, 16, 15, tzinfo=UTC), zone)),) if was else ()
    contact_ids = tuple(f"c-{person}" for person in people)
    interview_id = f"i-{program_id.removeprefix('p-')}"
    return Interview(interview_id, program_id, Moment(wall, zone), contact_ids=contact_ids, moves=moves)


HELD = (
    _start("p-harrowgate", datetime(2026, 11, 23, 14, tzinfo=UTC), "America/New_York", "ibanez", "lindqvist", "phan"),
    _start("p-mesquite", datetime(2026, 11, 23, 19, tzinfo=UTC), "America/Chicago", "ferrante"),
    _start("p-larkmoor", datetime(2026, 11, 23, 20, tzinfo=UTC), "America/New_York", "ashworth"),
    _start("p-pinecrest", datetime(2026, 11, 9, 14, tzinfo=UTC), "America/New_York", "kowalczyk"),
)
AHEAD = (
    _start("p-anselm", datetime(2026, 12, 3, 14, tzinfo=UTC), "America/Chicago", "adebayo"),
    _start("p-lantern", datetime(2026, 12, 17, 15, 30, tzinfo=UTC), "America/Los_Angeles", "sundaram"),
    _start(
        "p-coldwater",
        datetime(2026, 12, 14, 15, tzinfo=UTC),
        "America/Detroit",
        "castellane",
        was=datetime(2026, 12, 7, 15, tzinfo=UTC),
    ),
)
TIDEWATER = _start("p-tidewater", datetime(2027, 1, 29, 14, tzinfo=UTC), "America/New_York", "demirel")
AUTUMN = Season(
    profile=NOOR, programs=PROGRAMS, contacts=CONTACTS, interviews=(*HELD, *AHEAD), letters=(*SENT, *RECEIVED)
)


def _now(program: Program, status: Status, day: date) -> Program:
    at = Moment(datetime(day.year, day.month, day.day, 20, tzinfo=UTC), program.zone)
    return replace(program, statuses=(*program.statuses, StatusChange(status, at)))


INTERVIEWED = {
    "p-anselm": date(2026, 12, 3),
    "p-lantern": date(2026, 12, 17),
    "p-coldwater": date(2026, 12, 14),
    "p-tidewater": date(2027, 1, 29),
}
CALLED = tuple(_now(one, Status.INTERVIEWED, INTERVIEWED[one.id]) if one.id in INTERVIEWED else one for one in PROGRAMS)
WINTER = replace(AUTUMN, programs=CALLED, interviews=(*HELD, *AHEAD, TIDEWATER), letters=(*AUTUMN.letters, *IN_WINTER))
LIST = RankList(
    order=(
        "p-harrowgate",
        "p-anselm",
        "p-lantern",
        "p-coldwater",
        "p-larkmoor",
        "p-tidewater",
        "p-pinecrest",
        "p-mesquite",
    )
)
LISTED = replace(WINTER, rank_list=LIST)
MATCHED = tuple(_now(one, Status.MATCHED, date(2027, 3, 19)) if one.id == "p-harrowgate" else one for one in CALLED)


def _with(season: Season, *letters: Letter) -> Season:
    return replace(season, letters=(*season.letters, *letters))


_AUTUMN, _WINTER = datetime(2026, 11, 24, 14, tzinfo=UTC), datetime(2027, 2, 1, 10, tzinfo=UTC)
SETTINGS: Mapping[str, Setting] = {
    "autumn": Setting(AUTUMN, _AUTUMN),
    "autumn, one thanked": Setting(_with(AUTUMN, *THANKED), _AUTUMN),
    "autumn, a busy day": Setting(_with(AUTUMN, *BUSY), _AUTUMN),
    "winter": Setting(WINTER, _WINTER),
    "winter, listed": Setting(LISTED, _WINTER),
    "winter, told Anselm first": Setting(
        _with(replace(LISTED, rank_list=RankList(order=("p-anselm", "p-harrowgate", *LIST.order[2:]))), TOLD), _WINTER
    ),
    "winter, told Anselm first and no list": Setting(_with(WINTER, TOLD), _WINTER),
    "winter, three told highly": Setting(_with(LISTED, *HIGH_ELSEWHERE), _WINTER),
    "winter, one told highly": Setting(_with(LISTED, HIGH_ELSEWHERE[0]), _WINTER),
    "soap": Setting(_with(WINTER, SOAP_MAIL), datetime(2027, 3, 16, 15, tzinfo=UTC)),
    "matched": Setting(replace(LISTED, programs=MATCHED), datetime(2027, 3, 21, 12, tzinfo=UTC)),
}
"""Every setting by its name; in plain `autumn` there is no rank list, and only Harrowfield was written to of late."""
