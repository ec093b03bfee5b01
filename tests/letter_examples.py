"""A season with everything a letter can use, and helpers that write every form of every kind from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from store.records import Debrief, Hook, Letter, News, Profile, Reason
from store.season import Season
from store.words import Kind, ReasonKind, Role, Status
from templates.catalogue import KINDS, Variant
from templates.render import begin_letter, blanks_in
from tests.examples import EASTERN, NOW, a_contact, a_letter, a_profile, a_program, a_season, an_interview, at

REASONS = {
    ReasonKind.LOCAL_TIE: "I grew up forty minutes away and my parents still live there.",
    ReasonKind.ROTATION: "I spent May 2026 on your inpatient service.",
    ReasonKind.ADVOCATE: "Dr. Ilse Kemp, with whom I worked in Toledo, suggested that I write.",
    ReasonKind.MISSION: "Your clinic for families who arrived in the county without English.",
    ReasonKind.UNKNOWN_SCHOOL: "it has taught in English since 1993, and its students rotate in Ohio",
}
NEWS = {
    "news": "I have joined the board of a free clinic for refugee families.",
    "exam": "I passed Step 2 CK.",
    "certificate": "The last document of my pathway has reached ECFMG.",
    "publication": "Our paper on oral rehydration in toddlers has been published.",
    "rotation": "I have begun a rotation in general pediatrics at Lakemont.",
    "letter": "A letter of recommendation from Dr. Ilse Kemp has been uploaded.",
}
CHANGES = {
    "plain": "I have become a US citizen.",
    "delay": "ECFMG will decide on my pathway in February, later than I was told.",
    "exam": "I did not pass Step 2 CK at the first attempt.",
    "leave": "I am on medical leave until March, and my graduation moves to September 2027.",
}
READERS = {
    "director": "c-wexley",
    "interviewer": "c-irigoy",
    "second-interviewer": "c-oduya2",
    "resident": "c-sorrel",
    "third-interviewer": "c-oduya2",
    "associate": "c-wexley",
    "second-resident": "c-sorrel",
    "chief": "c-sorrel",
    "everyone": "c-harrow",
    "faculty": "c-wexley",
    "coordinator": "c-harrow",
    "office": "c-harrow",
    "supporter": "c-kemp22",
    "matched": "c-wexley",
    "matched-office": "c-harrow",
    "soap": "c-wexley",
    "other-program": "c-harrow",
    "unmatched": "c-kemp22",
    "unmatched-program": "c-harrow",
}
HOOKS = {
    "c-wexley": "how you teach interns to call a family before the morning labs",
    "c-irigoy": "We talked about the asthma bus and its first winter.",
    "c-oduya2": "The child you would not send home in 2009.",
    "c-sorrel": "what you do when the night list passes thirty",
    "c-harrow": "the telephone number you sent us for the day itself",
}


def full_profile() -> Profile:
    """An applicant with every field of the profile filled."""
    return replace(
        a_profile(),
        graduation=date(2026, 6, 1),
        ecfmg_day=date(2026, 9, 4),
        exams_passed=("Step 1", "Step 2 CK"),
        usce_places=("Lakemont Children's Hospital", "University Hospital of Fenwick"),
        ties=("Brightwater: my aunt teaches there",),
        interests=("hospital medicine", "the care of newborns"),
        strengths=("Clear notes.", "calm at night"),
        readiness=("ninety newborn examinations", "letters from two US attendings"),
    )


def full_season(
    profile: Profile | None = None,
    *,
    news: str = NEWS["exam"],
    status: Status = Status.INTERVIEWED,
    reasons: tuple[ReasonKind, ...] = tuple(REASONS),
) -> Season:
    """One program with six people, an interview just over, another booked, letters, reasons and news."""
    program = replace(
        a_program(status=status, since=at("2026-11-23 22:00"), city="Brightwater", state="NY"),
        draws="The resident-run continuity clinic and the way interns present on family rounds.",
        reasons=tuple(Reason(kind, REASONS[kind]) for kind in reasons),
        offered=(at("2026-12-09 09:00", EASTERN), at("2026-12-10 09:00", EASTERN)),
    )
    people = (
        a_contact(),
        a_contact("c-harrow", name="June Harrow", role=Role.COORDINATOR, title="Ms."),
        a_contact("c-irigoy", name="Tomas Irigoyen", role=Role.INTERVIEWER),
        a_contact("c-oduya2", name="Amara Oduya", role=Role.INTERVIEWER),
        a_contact("c-sorrel", name="Ben Sorrel", role=Role.RESIDENT),
        a_contact("c-kemp22", name="Ilse Kemp", role=Role.ADVOCATE),
    )
    debrief = Debrief(NOW, hooks=tuple(Hook(who, words) for who, words in HOOKS.items()), liked="resident-run clinic")
    over = an_interview(starts=at("2026-11-23 09:00", EASTERN), contact_ids=tuple(HOOKS), debrief=debrief)
    coming = an_interview("i-coming", starts=at("2026-12-09 09:00", EASTERN), zone_assumed=True)
    asked = replace(a_letter("l-asked", kind=Kind.REPLY, received=at("2026-11-24 10:00")), contact_ids=("c-wexley",))
    moved = News("w-moved2", date(2026, 11, 21), "My graduation moves from June to September 2027.", eligibility=True)
    return a_season(
        program, *people, over, coming, asked, News("w-recent", date(2026, 11, 20), news), moved,
        profile=profile or full_profile(),
    )  # fmt: skip


def bare_season(profile: Profile | None = None) -> Season:
    """One program known by name only, nobody there, and a profile that says nothing unless given."""
    return a_season(a_program(), profile=profile or Profile())


def every_form() -> Iterator[tuple[Kind, Variant]]:
    """Each form of each kind."""
    for kind, row in KINDS.items():
        for form in row.variants:
            yield kind, form


def written_from(season: Season, kind: Kind, form: Variant) -> Letter:
    """That form, begun in that season with the reader it is meant for."""
    reader = "c-kemp22" if kind is Kind.ADVOCATE else READERS.get(form.name, "")
    answers = "l-asked" if kind in (Kind.IMPROPER_QUESTION, Kind.HINT) and "l-asked" in season.letters_by_id else ""
    contact_ids = (reader,) if reader in season.contacts_by_id else ()
    return begin_letter(
        season,
        "p-bright",
        kind,
        letter_id="l-new",
        contact_ids=contact_ids,
        variant=form.name,
        answers=answers,
        now=NOW,
    )


def filled(text: str, *, words: int) -> str:
    """That text with every blank replaced by so many words."""
    for blank in reversed(blanks_in(text)):
        text = text[: blank.start] + " ".join(["word"] * words) + text[blank.end :]
    return text


def between_greeting_and_closing(body: str) -> str:
    """The paragraphs of a letter without its first and its last."""
    return "\n\n".join(body.split("\n\n")[1:-1])
