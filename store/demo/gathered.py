"""What the invented applicant noted, decided, asked and scored."""

from __future__ import annotations

from store.demo.days import DemoDays, demo_id
from store.demo.people import HOME_ZONE, people_met
from store.demo.programs import zone_of
from store.records import Answer, Criterion, Decision, LeftOut, Note, Question, RankList, RankSnapshot, Score, Task
from store.words import Kind, Role, Verdict

NOTES = (
    ("marrow", -40, "Residents choose between two tracks after the first year. The exchange takes four of them."),
    ("brightwater", -30, "Parking is free for residents. Flights with the team begin in the second year."),
    ("thistledown", -14, "Three residents trained abroad, one of them in Poland; she answered every question plainly."),
    ("sedgewater", -9, "They repeated on the day that nobody should write a thank-you."),
    ("kelder", -4, "Moved to after the holidays at their wish; they apologised twice."),
    ("juniper", -55, "Clinic on both sides of the border twice a month."),
    ("sable", -1, "Kept here to show how a program looks once Match Day is over."),
)
"""Program key, days from today, words."""

SCORES = {
    "thistledown": {"training-breadth": 5, "acute-care": 5, "culture": 5, "location-ties": 4, "schedule": 4},
    "nettlecombe": {"training-breadth": 4, "acute-care": 3, "culture": 4, "location-ties": 2, "mission": 5},
    "heronsgate": {"training-breadth": 4, "acute-care": 4, "culture": 3, "schedule": 2},
    "sedgewater": {"training-breadth": 3, "acute-care": 3, "culture": 3, "location-ties": 3},
    "vesper": {"training-breadth": 3, "acute-care": 1, "culture": 4, "location-ties": 2},
}
"""Program key, then criteria with their scores."""

ORDER = ("thistledown", "nettlecombe", "sedgewater", "heronsgate", "quillmere", "rookery")
"""The rank list, first choice first, by program key."""
EARLIER_ORDER = ("nettlecombe", "thistledown", "heronsgate")
"""The same as it stood a while ago."""


def demo_notes(days: DemoDays) -> tuple[Note, ...]:
    """A dated note for some programs."""
    return tuple(
        Note(demo_id("n", f"{key}{offset}"), demo_id("p", key), days.at(offset, "20:15", HOME_ZONE), words)
        for key, offset, words in NOTES
    )


def demo_tasks(days: DemoDays) -> tuple[Task, ...]:
    """Two things to do that no rule would think of, one of them done."""
    return (
        Task(demo_id("t", "camera"), "Try the camera and the light at the desk", days.at(3, "18:00", HOME_ZONE)),
        Task(
            demo_id("t", "pathway"),
            "Tell Thistledown's coordinator about the pathway",
            days.at(-2, "18:00", HOME_ZONE),
            demo_id("p", "thistledown"),
            Kind.ELIGIBILITY,
        ),
    )


def demo_decisions(days: DemoDays) -> tuple[Decision, ...]:
    """One follow-up done, one put off, one not needed."""
    quillmere, dunmarrow, rookery = (people_met(key) for key in ("quillmere", "dunmarrow", "rookery"))
    return (
        Decision(f"F03:{demo_id('i', 'dunmarrow')}:{dunmarrow[-1]}", Verdict.DONE, days.ago(HOME_ZONE, hours=1)),
        Decision(
            f"F03:{demo_id('i', 'quillmere')}:{quillmere[-1]}",
            Verdict.SNOOZED,
            days.ago(HOME_ZONE, hours=2),
            days.at(1, "09:00", HOME_ZONE),
        ),
        Decision(f"F03:{demo_id('i', 'rookery')}:{rookery[-1]}", Verdict.NOT_NEEDED, days.ago(HOME_ZONE, hours=30)),
        Decision(f"TASK:{demo_id('t', 'pathway')}", Verdict.DONE, days.ago(HOME_ZONE, hours=3)),
    )


def demo_questions() -> tuple[Question, ...]:
    """A question of the applicant's own beside the shipped ones."""
    return (
        Question(demo_id("q", "peru"), "global health", "Who pays for the flights of the exchange?", Role.COORDINATOR),
        Question(demo_id("q", "polish"), "families", "How many families here would rather speak Polish or Spanish?"),
    )


def demo_answers(days: DemoDays) -> tuple[Answer, ...]:
    """What was heard so far."""
    heard = (
        ("thistledown", "polish", "A third Spanish, and one or two Polish families in every clinic week.", -14),
        ("nettlecombe", "peru", "The department pays, and residents pay their meals.", -24),
        ("quillmere", "polish", "Interpreters are on every ward by day.", -1),
    )
    return tuple(
        Answer(
            demo_id("a", f"{key}:{question}"),
            demo_id("q", question),
            demo_id("p", key),
            words,
            days.at(offset, "17:30", zone_of(key)),
            contact_id=people_met(key)[-1],
        )
        for key, question, words, offset in heard
    )


def demo_criteria() -> tuple[Criterion, ...]:
    """A criterion of the applicant's own."""
    return (Criterion(demo_id("k", "languages"), "Languages I can use", 3),)


def demo_scores(days: DemoDays) -> tuple[Score, ...]:
    """Scores for programs whose interview is some days ago."""
    return tuple(
        Score(demo_id("s", f"{key}:{criterion}"), demo_id("p", key), criterion, value, days.at(-8, "21:00", HOME_ZONE))
        for key, given in SCORES.items()
        for criterion, value in given.items()
    )


def demo_rank_list(days: DemoDays) -> RankList:
    """A first order, one program left out with its reason, and how it stood a while ago."""
    earlier = tuple(demo_id("p", key) for key in EARLIER_ORDER)
    return RankList(
        order=tuple(demo_id("p", key) for key in ORDER),
        left_out=(demo_id("p", "vesper"),),
        why_left_out=(LeftOut(demo_id("p", "vesper"), "no NICU of its own", days.at(-9, "21:30", HOME_ZONE)),),
        snapshots=(RankSnapshot(days.at(-10, "21:30", HOME_ZONE), "first thoughts", earlier),),
    )
