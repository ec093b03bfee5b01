"""Twenty invented applicants, no two alike, each beside a program and people with names of another shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from store.frozen_record import record
from store.records import Profile
from store.season import Season
from store.words import Citizenship, EcfmgStage, Format
from templates.catalogue import Variant
from tests.letter_examples import CHANGES, NEWS, full_season

CITIZEN, RESIDENT = Citizenship.CITIZEN, Citizenship.PERMANENT_RESIDENT
CERTIFIED, MET, UNDER_WAY = EcfmgStage.CERTIFIED, EcfmgStage.REQUIREMENTS_MET, EcfmgStage.IN_PROGRESS
NOTHING: tuple[str, ...] = ()
TIE = ("Brightwater: my aunt teaches there",)

# name, credentials, phone
# school, country, graduation
# citizenship, ECFMG, its day, examinations
# months in the US, in pediatrics, places
# ties, interests, strengths, readiness
_ROWS = (
    (
        *("Noor Halvard", "MD", "+48 22 555 01 02", "Vistula Medical University", "Poland", date(2026, 6, 1)),
        *(CITIZEN, UNDER_WAY, date(2026, 9, 4), ("Step 1", "Step 2 CK"), 4, 2, ("Lakemont Children's Hospital",)),
        *(TIE, ("hospital medicine",), ("clear notes", "calm at night"), ("ninety newborn examinations",)),
    ),
    (
        *("Zoë Ångström-Pérez", "MBBS, MPH", "", "St. Tamsin's University School of Medicine", "Grenada"),
        *(date(2025, 5, 1), CITIZEN, CERTIFIED, date(2026, 3, 9), ("Step 1", "Step 2 CK", "Step 3"), 24, 6),
        *(("University Hospital of Fenwick", "Oldmill Clinic", "Marrow General"), TIE, ("Advocacy.", "Asthma care")),
        *(("Spanish to a medical standard", "Patience"), ("letters from two US attendings",)),
    ),
    (
        *("Sukarno", "", "+62 21 555 01", "University of Kestrel", "Netherlands", date(2027, 6, 1), RESIDENT, MET),
        *(date(2026, 8, 30), ("Step 1", "Step 2 CK"), 0, 0, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
    ),
    (
        *("Siobhán O'Dálaigh", "MB BCh BAO", "+353 1 555 0102", "Royal College of Physicians in Ireland", "Ireland"),
        *(date(2026, 6, 1), CITIZEN, CERTIFIED, None, NOTHING, 1, 1, ("Hospital of Saint Brendan",)),
        *(("I was born in NY.",), ("neonatology", "ethics", "the care of newborns"), ("listening",)),
        *(("Newborn examinations in two languages", "growth charts"),),
    ),
    (
        *("Nguyễn Thị Ánh", "MD", "", "Medical University of the Eastern Carpathians and Lower Danube Valley"),
        *("Czech Republic", date(2026, 11, 1), RESIDENT, UNDER_WAY, None, ("Step 1",), 2, 1, NOTHING),
        *(NOTHING, ("Primary care.",), ("teaching",), NOTHING),
    ),
    (
        *("Ana Maria de la Vega y Luna", "MD, PhD", "+52 55 5550 0102", "Universidad del Lago", "Mexico"),
        *(date(2024, 7, 1), CITIZEN, MET, date(2026, 7, 1), ("Step 1", "Step 2 CK", "OET"), 3, 3),
        *(("Lakemont Clinic", "Fenwick"), TIE, NOTHING, ("Working with interpreters",), ("developmental screening",)),
    ),
    (
        *("Joseph Adjei Jr.", "MBChB", "+233 30 255 0102", "University of the Gold Hills", "Ghana", date(2023, 9, 1)),
        *(CITIZEN, CERTIFIED, date(2025, 12, 1), NOTHING, 14, 0, ("Marrow General",), ("NY: my brother lives there",)),
        *(("global health",), ("procedures", "punctuality", "good humor"), ("one year as a house officer",)),
    ),
    (
        *("Li Wei", "MD", "", "Academy of Clinical Sciences", "China", date(2026, 7, 1), RESIDENT, CERTIFIED),
        *(date(2026, 10, 1), ("Step 1", "Step 2 CK"), None, None, NOTHING, NOTHING, ("genetics",), NOTHING, NOTHING),
    ),
    (
        *("Priya Raghunathan-Venkatasubramanian", "MBBS", "+91 44 555 0102", "Institute of Child Health", "India"),
        *(date(2022, 3, 1), CITIZEN, UNDER_WAY, date(2026, 10, 12), ("Step 2 CK",), 6, 5, ("Oldmill Clinic",)),
        *(("Brightwater: I rotated here.",), ("hematology",), NOTHING, ("three years in a district hospital",)),
    ),
    (
        *("Björn Þórsson", "MD", "+354 555 0102", "University of Reyk", "Iceland", date(2027, 5, 1), CITIZEN, MET),
        *(None, ("Step 1",), 1, 0, ("Marrow General",), NOTHING, ("emergency medicine",), ("Clear notes.",), NOTHING),
    ),
    (
        *("Fatima al-Zahra", "MD", "", "Levant Medical College", "United Kingdom", date(2026, 6, 1), RESIDENT, MET),
        *(date(2026, 9, 1), NOTHING, 2, 2, ("Hospital of Kestrel", "Fenwick"), TIE, NOTHING, ("Arabic",), NOTHING),
    ),
    (
        *("Dana", "MD", "+1 212 555 0102", "Tamsin", "United Arab Emirates", None, CITIZEN, None, None, NOTHING),
        *(None, 1, NOTHING, NOTHING, ("The care of newborns.", "advocacy"), ("one thing",), ("Apgar scoring",)),
    ),
    (
        *("Chidi Okonkwo-Bright", "MBBS", "+234 1 555 0102", "College of Medicine at Ridge", "Nigeria"),
        *(date(2026, 1, 1), None, CERTIFIED, date(2026, 6, 6), NOTHING, 12, 12, ("Lakemont Children's Hospital",)),
        *(NOTHING, ("quality improvement",), ("Steady under pressure",), ("Ages and Stages screening",)),
    ),
    (*("", "", "", "", "", None, None, None, None, NOTHING, None, None, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),),
    (
        *("Ingrid van der Meer", "MD", "+31 20 555 0102", "State University of Delta", "Netherlands"),
        *(date(2026, 8, 1), CITIZEN, UNDER_WAY, date(2026, 11, 1), ("Step 1", "Step 2 CK"), 8, 1, ("Fenwick",)),
        *(("Brightwater: my husband works there",), ("PICU",), ("NRP certified", "order"), ("PALS",)),
    ),
    (
        *("Mary-Jane St. Clair", "DO", "+1 758 555 0102", "Windward School of Medicine", "Saint Lucia"),
        *(date(2027, 1, 1), RESIDENT, UNDER_WAY, date(2026, 9, 30), NOTHING, 5, None, ("Oldmill Clinic",)),
        *(NOTHING, ("sports medicine", "adolescents"), ("French and Creole",), ("Growth charts.",)),
    ),
    (
        *("Александр Иванов", "MD", "", "Northern State Medical University", "Georgia", date(2026, 6, 1), CITIZEN),
        *(CERTIFIED, date(2026, 9, 9), ("Step 1",), 0, None, NOTHING, NOTHING, ("cardiology",), ("stamina",)),
        *(("Bayley assessments",),),
    ),
    (
        *("José Núñez", "MD", "+1 787 555 0102", "Children's University of Isla", "Dominican Republic"),
        *(date(2026, 6, 1), CITIZEN, MET, None, ("Step 1", "Step 2 CK"), 3, 1, ("Fenwick", "Lakemont Clinic")),
        *(("NY",), ("child abuse pediatrics",), ("I write clearly", "patience"), ("My own logbook of 200 visits",)),
    ),
    (
        *("K. Lee", "MD", "+82 2 555 0102", "The Han River School", "South Korea", date(2020, 2, 1), RESIDENT),
        *(CERTIFIED, date(2021, 2, 1), ("Step 1", "Step 2 CK", "Step 3"), 13, 4, ("University Hospital of Fenwick",)),
        *(TIE, ("infectious diseases",), ("Methodical", "kind"), ("Six years of practice",)),
    ),
    (
        *("Thérèse Dubois", "MD", "+32 2 555 0102", "Free University of Alder", "Belgium", date(2026, 9, 1), CITIZEN),
        *(UNDER_WAY, date(2026, 9, 4), ("Step 1", "Step 2 CK", "OET"), 2, 0, ("Oldmill Clinic",)),
        *(NOTHING, ("rheumatology", "research"), ("Humor.",), ("Two summers on a children's ward",)),
    ),
)


@record(frozen=True, slots=True)
class Surroundings:
    """What differs around an applicant: the program, the people and how the interview is held."""

    program: str
    """Name of the program as lists have it."""
    people: tuple[tuple[str, str], ...]
    """Title and name of director, coordinator, two interviewers, resident and advocate."""
    draws: str
    """What draws the applicant to the program."""
    format: Format
    """How the interview is held."""


_AROUND = (
    Surroundings(
        "Brightwater",
        (
            *(("Dr.", "Ines Wexley"), ("Ms.", "June Harrow"), ("Dr.", "Tomas Irigoyen"), ("Dr.", "Amara Oduya")),
            *(("Dr.", "Ben Sorrel"), ("Dr.", "Ilse Kemp")),
        ),
        "The resident-run continuity clinic and the way interns present on family rounds.",
        Format.VIRTUAL,
    ),
    Surroundings(
        "University of Brightwater Children's Hospital (Brightwater) Program",
        (
            *(("", "Inés Wexley"), ("", "June"), ("Prof.", "Tomás Irigoyen-Lacroix"), ("Dr.", "Ōtani")),
            *(("", "Ben Sorrel"), ("Dr.", "Ilse Käärik")),
        ),
        "Strong continuity clinic",
        Format.IN_PERSON,
    ),
    Surroundings("Brightwater Health", (), "", Format.VIRTUAL),
)


def applicants() -> Iterator[tuple[str, Profile]]:
    """The twenty, each under its name."""
    fields = (
        *("name", "credentials", "phone", "school", "school_country", "graduation", "citizenship", "ecfmg"),
        *("ecfmg_day", "exams_passed", "usce_months", "peds_months", "usce_places"),
        *("ties", "interests", "strengths", "readiness"),
    )
    for number, row in enumerate(_ROWS):
        known = dict(zip(fields, row, strict=True))
        name = str(known["name"])
        reach = {"aamc_id": f"1999{number:04}", "email": f"applicant{number}@mail.example"} if name else {}
        yield name or "nobody yet", Profile(**known, **reach, home_zone="Europe/Warsaw")  # type: ignore[arg-type]


def season_of(profile: Profile, around: int) -> Season:
    """A season of that applicant beside one of the three surroundings."""
    rest = _AROUND[around % len(_AROUND)]
    season = full_season(profile)
    program = replace(season.programs[0], name=rest.program, draws=rest.draws)
    named = zip(season.contacts, rest.people, strict=False)
    contacts = tuple(replace(one, title=title, name=name) for one, (title, name) in named)
    interviews = tuple(replace(one, format=rest.format) for one in season.interviews)
    return replace(season, programs=(program,), contacts=contacts, interviews=interviews)


def varied_seasons() -> Iterator[tuple[str, Season]]:
    """Twenty seasons, one for each applicant."""
    for number, (name, profile) in enumerate(applicants()):
        yield name, season_of(profile, number)


def with_news_for(season: Season, form: Variant) -> Season:
    """That season with news of the sort the form is written for."""
    update = replace(season.news[0], what=NEWS.get(form.name, NEWS["exam"]))
    change = replace(season.news[1], what=CHANGES.get(form.name, CHANGES["plain"]))
    return replace(season, news=(update, change))
