"""A draft beside the letters before it: too often, too soon, too many a day, nearly the same; and particulars."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from store.moments import Moment
from store.records import Letter, RankList
from store.season import Season
from store.words import Direction, Kind, LetterState, Promise
from tests.conduct_asking import a_bare_draft, a_draft, found, said
from tests.conduct_drafts import HOME, IN_FEBRUARY, NOW, OTHERS, OWN, SEASON, SIGNED

HIGHLY = "I will rank Fenwick highly."


def sent(number: int, program_id: str, kind: Kind, days_ago: float, body: str = "Words.", **fields: object) -> Letter:
    """A letter that went out so many days before now."""
    at = Moment(NOW.at - timedelta(days=days_ago), HOME)
    letter = Letter(f"l-sent{number:02}", program_id, kind, state=LetterState.SENT, subject="A", body=body, at=at)
    return replace(letter, **fields)  # type: ignore[arg-type]


def listed(*program_ids: str) -> Season:
    """The season with that rank list."""
    return replace(SEASON, rank_list=RankList(order=program_ids))


OTHER_IDS = tuple(one.id for one in OTHERS)


# C10


@pytest.mark.parametrize(
    ("before", "told"), [(0, False), (2, False), (3, True), (6, True)], ids=["first", "third", "fourth", "seventh"]
)
def test_highly_is_for_the_upper_part_of_the_list(before: int, told: bool) -> None:
    season = listed(*OTHER_IDS[:before], OWN.id)
    findings = found("C10", a_draft(HIGHLY, kind=Kind.HIGH_RANK), season, IN_FEBRUARY)
    assert [one.text for one in findings] == (["rank Fenwick highly"] if told else [])


def test_highly_to_a_program_that_is_not_listed_is_told_and_without_a_list_it_is_not() -> None:
    letter = a_draft(HIGHLY, kind=Kind.HIGH_RANK)
    assert "is not on your rank list" in found("C10", letter, listed(*OTHER_IDS), IN_FEBRUARY)[0].message
    assert found("C10", letter, SEASON, IN_FEBRUARY) == []


def test_highly_is_said_to_no_more_programs_than_the_upper_part_holds() -> None:
    told = [sent(at, one, Kind.HIGH_RANK, 5, promise=Promise.HIGH) for at, one in enumerate(OTHER_IDS[:3])]
    letter = a_draft(HIGHLY, kind=Kind.HIGH_RANK)
    season = replace(listed(OWN.id, *OTHER_IDS), letters=tuple(told))
    assert "to 3 programs already" in found("C10", letter, season, IN_FEBRUARY)[0].message
    assert found("C10", letter, replace(season, letters=tuple(told[:2])), IN_FEBRUARY) == []
    again = replace(told[2], program_id=OWN.id)
    assert found("C10", letter, replace(season, letters=(*told[:2], again)), IN_FEBRUARY) == []


@pytest.mark.parametrize("words", ["I will rank you first.", "I hope to be ranked highly.", "I think highly of you."])
def test_other_words_than_highly_are_not_counted(words: str) -> None:
    assert found("C10", a_draft(words, kind=Kind.HIGH_RANK), listed(*OTHER_IDS, OWN.id), IN_FEBRUARY) == []


# C17


@pytest.mark.parametrize(("days", "told"), [(1, True), (13, True), (15, False)])
def test_two_weeks_lie_between_letters_nobody_asked_for(days: int, told: bool) -> None:
    season = replace(SEASON, letters=(sent(1, OWN.id, Kind.INTEREST, days),))
    assert bool(found("C17", a_draft("Words.", kind=Kind.UPDATE), season)) is told


@pytest.mark.parametrize("kind", [Kind.THANK_YOU, Kind.ACCEPT, Kind.LOGISTICS, Kind.CANCEL, Kind.ELIGIBILITY])
def test_thanks_answers_and_scheduling_are_never_too_soon(kind: Kind) -> None:
    season = replace(SEASON, letters=(sent(1, OWN.id, Kind.INTEREST, 2),))
    assert found("C17", a_draft("Words.", kind=kind), season) == []
    thanked = replace(SEASON, letters=(sent(1, OWN.id, kind, 2),))
    assert found("C17", a_draft("Words.", kind=Kind.UPDATE), thanked) == []


def test_an_answer_and_another_program_do_not_count() -> None:
    reply = sent(1, OWN.id, Kind.REPLY, 1, direction=Direction.IN, state=LetterState.RECEIVED)
    elsewhere = sent(2, OTHERS[0].id, Kind.UPDATE, 1)
    season = replace(SEASON, letters=(reply, elsewhere, sent(3, OWN.id, Kind.UPDATE, 2)))
    answer = replace(a_draft("Words.", kind=Kind.UPDATE), answers=reply.id)
    assert found("C17", answer, season) == []
    assert found("C17", a_draft("Words.", kind=Kind.UPDATE), replace(season, letters=(reply, elsewhere))) == []


def test_a_third_letter_without_an_answer_is_told_and_one_behind_an_answer_is_not() -> None:
    two = (sent(1, OWN.id, Kind.INTEREST, 50), sent(2, OWN.id, Kind.UPDATE, 30))
    letter = a_draft("Words.", kind=Kind.UPDATE)
    assert "2 letters of yours" in found("C17", letter, replace(SEASON, letters=two))[0].message
    reply = sent(3, OWN.id, Kind.REPLY, 20, direction=Direction.IN, state=LetterState.RECEIVED)
    assert found("C17", letter, replace(SEASON, letters=(*two, reply))) == []


# C28


@pytest.mark.parametrize(("before", "told"), [(3, False), (4, True), (9, True)])
def test_the_fifth_of_a_kind_in_one_day_is_told(before: int, told: bool) -> None:
    sent_today = tuple(sent(at, OTHER_IDS[at % 7], Kind.UPDATE, 0.1) for at in range(before))
    season = replace(SEASON, letters=(*sent_today, sent(90, OTHER_IDS[0], Kind.UPDATE, 1.2)))
    findings = found("C28", a_draft("Words.", kind=Kind.UPDATE), season)
    assert [f"number {before + 1} " in one.message for one in findings] == ([True] if told else [])


def test_thanks_for_one_day_may_be_many() -> None:
    season = replace(SEASON, letters=tuple(sent(at, OTHER_IDS[0], Kind.THANK_YOU, 0.1) for at in range(9)))
    assert found("C28", a_draft("Words.", kind=Kind.THANK_YOU), season) == []


def test_a_sitting_that_goes_on_past_midnight_is_one_day() -> None:
    late = Moment(datetime(2026, 11, 25, 0, 30, tzinfo=UTC), HOME)
    evening = Moment(datetime(2026, 11, 24, 21, 0, tzinfo=UTC), HOME)
    season = replace(
        SEASON, letters=tuple(replace(sent(at, OTHER_IDS[at], Kind.UPDATE, 0), at=evening) for at in range(4))
    )
    assert found("C28", a_draft("Words.", kind=Kind.UPDATE), season, late)
    assert found("C28", a_draft("Words.", kind=Kind.UPDATE), season, late.after(minutes=600)) == []


# C11

VAN = (
    "Thank you for the hour on Thursday 19 November. Your story of the asthma van and the grandmother who would not "
    "let the inhaler out of her hand has stayed with me. I told my own grandmother, and she asked what became of the "
    "boy. "
    "I would like to learn that kind of patience."
)


def letter_of(words: str, name: str = "Dr. Bellow") -> str:
    """A whole letter with those words in the middle."""
    return f"Dear {name},\n\n{words}{SIGNED}"


def repeated(words: str, earlier: str, program_id: str = OTHERS[0].id, kind: Kind = Kind.THANK_YOU) -> list[str]:
    """What C11 says of the words beside an earlier letter."""
    season = replace(SEASON, letters=(sent(1, program_id, kind, 3, letter_of(earlier)),))
    return [one.message for one in found("C11", a_draft(words, kind=kind), season)]


@pytest.mark.parametrize(
    "earlier",
    [
        VAN,
        VAN.replace("Thursday 19 November", "Monday 2 November"),
        VAN.replace("I would like", "How much I would like"),
        ". ".join(reversed(VAN.removesuffix(".").split(". "))) + ".",
        VAN + " The residents were kind as well, and the soup was hot when we came in from the snow.",
    ],
    ids=["the same", "another day", "a word more", "another order", "longer"],
)
def test_nearly_the_same_letter_is_told(earlier: str) -> None:
    (message,) = repeated(VAN, earlier)
    assert "Marrow Lake" in message


def test_inside_one_program_it_is_told_in_stronger_words() -> None:
    (message,) = repeated(VAN, VAN, OWN.id)
    assert "people there compare" in message


@pytest.mark.parametrize(
    "earlier",
    [
        "Thank you for the hour on Monday. You said that a ward is a kitchen, and I have thought of my aunt's since. "
        "The way your interns draw for the children while they wait is something I want to learn and to pass on.",
        VAN.split(". ")[0]
        + ". You spoke of the lighthouse keeper who phones in his weight, and of the winter the ferry "
        "stood still. I should like to see how one rounds by telephone, and what one misses in that way.",
    ],
    ids=["other words", "one sentence shared"],
)
def test_letters_that_share_a_sentence_or_an_occasion_are_different(earlier: str) -> None:
    assert repeated(VAN, earlier) == []


def test_news_may_be_told_in_the_same_words_to_others_and_not_twice_to_one() -> None:
    assert repeated(VAN, VAN, kind=Kind.UPDATE) == []
    assert repeated(VAN, VAN, OWN.id, kind=Kind.UPDATE)
    assert repeated(VAN, VAN, OWN.id, kind=Kind.ELIGIBILITY) == []


def test_a_draft_is_not_its_own_twin_and_a_letter_in_the_trash_is_none() -> None:
    own = replace(a_draft(VAN, kind=Kind.THANK_YOU), state=LetterState.DRAFT)
    assert found("C11", own, replace(SEASON, letters=(own,))) == []
    gone = sent(1, OWN.id, Kind.THANK_YOU, 3, letter_of(VAN), trashed=NOW)
    assert found("C11", own, replace(SEASON, letters=(gone,))) == []


def test_short_letters_may_be_alike() -> None:
    assert repeated("Thank you for the link.", "Thank you for the link.") == []


# C12


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for taking the time to speak with me. I enjoyed learning about your program and its people.",
        "It was a pleasure to meet you and your wonderful team. The supportive environment and diverse patients "
        "impressed me, and I hope to contribute to your mission.",
        "I am grateful for the opportunity to interview at Fenwick. Halden is a great city for training.",
    ],
)
@pytest.mark.parametrize("kind", [Kind.THANK_YOU, Kind.HIGH_RANK, Kind.INTEREST])
def test_words_that_would_suit_any_reader_are_told(kind: Kind, words: str) -> None:
    assert found("C12", a_draft(words, kind=kind))


@pytest.mark.parametrize(
    "words",
    [
        VAN,
        "Your school-based clinics and the breastfeeding line at night are why I write.",
        "You told me how the interns bake bread on the first snow day.",
    ],
)
def test_one_true_detail_is_enough(words: str) -> None:
    assert found("C12", a_draft(words, kind=Kind.THANK_YOU)) == []


@pytest.mark.parametrize("kind", [Kind.QUESTION, Kind.ACCEPT, Kind.UPDATE])
def test_other_kinds_need_no_such_detail(kind: Kind) -> None:
    assert said("C12", "Thank you for your time.", kind=kind) == []


@pytest.mark.parametrize("body", ["", "Dear Dr. Ostrow,\n\nThank you for [one true detail]." + SIGNED])
def test_a_letter_that_is_still_empty_or_has_blanks_is_not_judged_yet(body: str) -> None:
    assert found("C12", a_bare_draft(body, kind=Kind.THANK_YOU)) == []


def test_what_the_writer_says_of_themselves_is_no_detail_of_the_reader() -> None:
    words = "I built footbridges for nine years and kept bees. Thank you for the interview."
    assert found("C12", a_draft(words, kind=Kind.THANK_YOU))
    assert NOW.at < datetime(2027, 1, 1, tzinfo=UTC)
