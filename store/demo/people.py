"""The invented applicant of the demo season, and the people of its programs."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from store.demo.days import DemoDays, demo_id
from store.records import Contact, News, Profile, Stay
from store.words import Citizenship, EcfmgStage, Role

HOME_ZONE = "Europe/Warsaw"
"""Where the applicant is at home."""

PEOPLE = """
pellam | Renske Ostrander, coordinator | Aurelio Finch, program-director
lantern | Dagny Pruitt, coordinator | Solveig Marchetti, program-director
kettle | Tobin Lasker, coordinator
marrow | Hedda Quist, coordinator | Bastien Okoro, program-director | Ilse Farrow, interviewer
fenwick | Corliss Bayard, coordinator | Wilhelmina Stroud, program-director
brightwater | Joss Penhallow, coordinator | Marit Delacourt, program-director | Ewan Sorley, chief-resident
orrin | Petra Holloway, coordinator | Casimir Nunn, program-director
tamsin | Della Winterbourne, coordinator
larkspur | Amos Tiller, coordinator | Yara Lindqvist, program-director
windlass | Greer Abernathy, coordinator
kelder | Nils Tremaine, coordinator | Opal Vandersloot, program-director
quillmere | Sunniva Crake, coordinator | Leopold Amari, program-director | Thea Rosskamp, interviewer
quillmere | Ivo Kessler, interviewer
dunmarrow | Mabel Ashdown, coordinator | Ruben Castellane, program-director | Freya Ndiaye, interviewer
rookery | Clement Wray, coordinator | Astrid Bellweather, program-director | Oskar Thorne, interviewer
sedgewater | Lorna Pickard, coordinator | Emeka Strand, program-director
thistledown | Phoebe Larkin, coordinator | Anselm Voight, program-director | Mirela Sato, interviewer
thistledown | Dov Haldane, chief-resident
vesper | Ines Calloway, coordinator | Hugo Merriweather, program-director
heronsgate | Tilda Frome, coordinator | Samir Eastlake, program-director
nettlecombe | Rhoda Vane, coordinator | Cyril Ambrose, program-director | Linnea Bosch, resident
osprey | Wanda Kirkbride, coordinator
ravensford | Edda Summerlin, coordinator
inkwell | Basil Thackeray, coordinator
pinnacle | Nora Wexcombe, coordinator
sable | Ottilie Marsh, coordinator | Kaspar Lindholm, program-director
amberley | Enid Corrigan, coordinator
bracken | Milo Stavros, coordinator
eldermoor | Gwen Ardley, coordinator | Imre Valdez, advocate
"""
"""Program key, then the people there with what they do."""

DOCTORS = frozenset({Role.DIRECTOR, Role.INTERVIEWER, Role.CHIEF, Role.RESIDENT, Role.ADVOCATE})
"""Roles of those who are addressed as Dr."""

GENTLEMEN = frozenset({"Tobin", "Amos", "Nils", "Clement", "Basil", "Milo"})
"""First names of those who are addressed as Mr.; whoever is neither is Ms."""


def demo_profile(days: DemoDays) -> Profile:
    """A citizen who studied abroad and lives in Warsaw for now."""
    return Profile(
        name="Lena Korvath",
        credentials="MD",
        aamc_id="10099001",
        email="lena.korvath@mail.example",
        phone="+48 22 555 01 90",
        school="Baltmere Medical Academy",
        school_country="Poland",
        graduation=date(days.now.day.year - 1, 6, 1),
        citizenship=Citizenship.CITIZEN,
        ecfmg=EcfmgStage.IN_PROGRESS,
        ecfmg_day=days.day(-75),
        exams_passed=("Step 1", "Step 2 CK"),
        usce_months=5,
        peds_months=3,
        usce_places=("Bracken Heights Children's", "Eldermoor Children's"),
        ties=("Amberley, PA: my aunt's family lives there", "Brightwater, PA: I went to middle school there"),
        interests=("newborn medicine", "care for families who speak little English"),
        strengths=("calm with worried parents", "fluent Polish and Spanish"),
        readiness=(
            "forty supervised newborn examinations",
            "growth charts and developmental screening in a weekly clinic",
            "letters from two attendings in the US",
        ),
        home_zone=HOME_ZONE,
        stays=(Stay(days.day(70), "America/New_York"),),
        preferred_regions=("NE", "MW"),
        preferred_types=("university", "children's hospital"),
    )


def demo_news(days: DemoDays) -> tuple[News, ...]:
    """One piece of good news, and one that every program must hear."""
    return (
        News(
            demo_id("w", "poster"),
            days.day(-6),
            "My poster on jaundice screening was accepted for a meeting in spring.",
        ),
        News(demo_id("w", "pathway"), days.day(-2), "My ECFMG pathway application was accepted.", eligibility=True),
    )


@lru_cache(maxsize=1)
def demo_contacts() -> tuple[Contact, ...]:
    """Everybody in the table, with addresses that can never reach anyone."""
    found: list[Contact] = []
    for row in PEOPLE.strip().splitlines():
        key, *people = (cell.strip() for cell in row.split("|"))
        found.extend(_contact(key, *person.split(", ")) for person in people)
    return tuple(found)


def person_at(key: str, role: str) -> Contact:
    """The first person with that role at the demo program with that key."""
    return next(each for each in _people_at(demo_id("p", key)) if each.role == role)


def contact_id(key: str, role: str) -> str:
    """The id of that person."""
    return person_at(key, role).id


def people_met(key: str) -> tuple[str, ...]:
    """Ids of the doctors at that program, whom an interview there brings one to."""
    return tuple(each.id for each in _people_at(demo_id("p", key)) if each.role in DOCTORS)


def _people_at(program_id: str) -> tuple[Contact, ...]:
    return tuple(each for each in demo_contacts() if each.program_id == program_id)


def _contact(key: str, name: str, role: str) -> Contact:
    title = "Dr." if Role(role) in DOCTORS else "Mr." if name.split()[0] in GENTLEMEN else "Ms."
    address = f"{name.split()[0]}.{name.split()[-1]}@{key}.example".lower()
    return Contact(demo_id("c", f"{key}:{name}"), demo_id("p", key), name, Role(role), title=title, email=address)
