"""The applicant: who they are, where they live, what is new about them."""

from __future__ import annotations

from datetime import date

from store.frozen_record import record
from store.words import Citizenship, EcfmgStage, Outcome


@record(frozen=True, slots=True)
class Stay:
    """Where the applicant is from a day on: until its last day, or for as long as no later stay begins."""

    start: date
    """First day in that place."""
    zone: str
    """IANA zone of the place."""
    until: date | None = None
    """Last day in that place; None leaves the return open."""


@record(frozen=True, slots=True)
class Profile:
    """What the app knows about the applicant; whatever is empty is left out of letters."""

    name: str = ""
    """Full name as it stands on the application."""
    credentials: str = ""
    """Letters after the name, such as MD or MBBS."""
    aamc_id: str = ""
    """AAMC ID; used in signatures only."""
    email: str = ""
    """Address for the signature and for .eml files."""
    phone: str = ""
    """Telephone number with country code."""
    school: str = ""
    """Medical school."""
    school_country: str = ""
    """Country of the medical school, in words."""
    graduation: date | None = None
    """First day of the month of graduation, past or expected."""
    citizenship: Citizenship | None = None
    """Citizen or permanent resident; None says nothing in letters."""
    ecfmg: EcfmgStage | None = None
    """Stage of ECFMG certification."""
    ecfmg_day: date | None = None
    """Certified on, requirements met on, or pathway application submitted on, as the stage has it."""
    exams_passed: tuple[str, ...] = ()
    """Examinations passed, such as Step 1 and Step 2 CK."""
    usce_months: int | None = None
    """Months of clinical experience in the US."""
    peds_months: int | None = None
    """Months of these spent in pediatrics."""
    usce_places: tuple[str, ...] = ()
    """Hospitals of the US experience."""
    ties: tuple[str, ...] = ()
    """Cities or states the applicant has a real tie to, each with its reason."""
    interests: tuple[str, ...] = ()
    """Professional interests, most important first."""
    strengths: tuple[str, ...] = ()
    """Strengths the applicant can show evidence for."""
    readiness: tuple[str, ...] = ()
    """Evidence of readiness, such as newborn examinations or letters from US attendings."""
    specialty: str = "pediatrics"
    """The specialty applied to."""
    home_zone: str = ""
    """IANA zone of home; empty until the applicant or the machine names one."""
    stays: tuple[Stay, ...] = ()
    """Later changes of place, by first day."""
    preferred_regions: tuple[str, ...] = ()
    """Regions the applicant would rather live in."""
    preferred_types: tuple[str, ...] = ()
    """Types of program the applicant would rather train in."""
    signals: int | None = None
    """How many signals the applicant may send; None takes the number last published for the specialty."""
    outcome: Outcome | None = None
    """What the Match brought; None until the applicant has recorded it."""


@record(frozen=True, slots=True)
class News:
    """Something new about the applicant that programs may be told."""

    id: str
    """`w-` and six characters."""
    day: date
    """When it became true."""
    what: str
    """The news in one sentence."""
    eligibility: bool = False
    """True when it changes eligibility, so that every program concerned must hear of it."""
