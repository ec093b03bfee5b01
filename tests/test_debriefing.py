"""A debrief: the notes of the day, answers and scores in one step, and how late each was written."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest

from store.agenda import agenda
from store.debrief_answers import said_by, with_hooks
from store.errors import RuleBroken
from store.lateness import days_after_interview, lateness_words
from store.moments import Moment
from store.question_bank import by_person, open_questions, to_answer
from store.records import Answer, Debrief, Hook, Question, Score
from store.reference.shipped import shipped_questions
from store.rules.debriefing import WriteUp, write_up
from store.season import Season
from store.words import Role, Status
from tests.command_shell import Keyboard, Shell, no_change, piped
from tests.examples import EASTERN, NOW, a_contact, a_program, a_season, an_interview, at

HELD = at("2026-11-23 09:00", EASTERN)
COLE = a_contact("c-cole", name="Ada Cole", role=Role.RESIDENT)


def held() -> Season:
    interview = an_interview(starts=HELD, contact_ids=("c-wexley", "c-cole"))
    return a_season(a_program(status=Status.INTERVIEWED), a_contact(), COLE, interview)


def answer(text: str, *, at_: Moment = NOW, by: str = "") -> Answer:
    return Answer("a-1", "q-mentor-match", "p-bright", text, at_, contact_id=by)


def score(value: int) -> Score:
    return Score("s-1", "p-bright", "culture", value, NOW)


NOTES = Debrief(NOW, (Hook("c-wexley", "the night clinic"),), gut=4, red_flags="two chiefs left")


def test_all_of_it_is_kept_in_one_step() -> None:
    season = write_up(held(), "i-bright", WriteUp(NOTES, (answer("By interest.", by="c-cole"),), (score(5),)), now=NOW)
    assert season.interviews[0].debrief == NOTES
    assert season.answers == (answer("By interest.", by="c-cole"),)
    assert season.scores == (score(5),)


def test_what_stands_already_keeps_the_day_it_was_written() -> None:
    first = write_up(held(), "i-bright", WriteUp(NOTES, (answer("By interest."),), (score(5),)), now=NOW)
    later = NOW.after(days=3)
    again = WriteUp(NOTES, (answer("By interest.", at_=later),), (replace(score(5), id="s-2", at=later),))
    assert write_up(first, "i-bright", again, now=later) == first
    changed = WriteUp(NOTES, (answer("By lot.", at_=later),), (replace(score(2), id="s-2", at=later),))
    season = write_up(first, "i-bright", changed, now=later)
    assert (season.answers[0].at, season.scores[0].at) == (later, later)


def test_what_is_blanked_is_taken_back() -> None:
    season = write_up(held(), "i-bright", WriteUp(NOTES, (answer("By interest."),), (score(5),)), now=NOW)
    blank = WriteUp(Debrief(NOW), (answer("  "),), (), ("culture",))
    assert write_up(season, "i-bright", blank, now=NOW) == held()
    assert write_up(held(), "i-bright", blank, now=NOW) == held()


def test_before_the_interview_nothing_can_be_written_about_it() -> None:
    season = a_season(a_program(), a_contact(), an_interview())
    with pytest.raises(RuleBroken, match="still to come"):
        write_up(season, "i-bright", WriteUp(NOTES), now=NOW)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Cole: they pair by interest", ("c-cole", "they pair by interest")),
        ("dr. wexley:by lot", ("c-wexley", "by lot")),
        ("They say: by interest", ("", "They say: by interest")),  # nobody of that name
        ("A ratio of 3:1", ("", "A ratio of 3:1")),
        ("Cole:", ("", "Cole:")),  # nothing said yet
        ("", ("", "")),
    ],
)
def test_a_name_and_a_colon_say_who_told_it(typed: str, expected: tuple[str, str]) -> None:
    assert said_by(held(), "p-bright", typed) == expected


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("8:30 start, home by five", ""),  # a figure in a mail address names nobody
        ("Call: one night in four", ""),  # and neither does the end of a family name
        ("brightwater: they send the form", ""),
        ("-: by the form", ""),
        ("Chief resident: by seniority", "c-mccall"),
        ("Ana McCall: by seniority", "c-mccall"),
        ("mccall: by seniority", "c-mccall"),
        ("ana8@brightwater.example: by seniority", "c-mccall"),
    ],
)
def test_only_whole_words_of_a_name_say_who_told_it(typed: str, person: str) -> None:
    chief = a_contact("c-mccall", name="Ana McCall", role=Role.CHIEF, email="ana8@brightwater.example")
    season = a_season(a_program(), chief, an_interview())
    told = typed.partition(": ")[2] if person else typed
    assert said_by(season, "p-bright", typed) == (person, told)


def test_a_detail_that_is_blanked_goes_and_the_others_stay() -> None:
    notes = with_hooks(NOTES, {"c-cole": "her first night"})
    assert with_hooks(notes, {"c-wexley": " "}).hooks == (Hook("c-cole", "her first night"),)


@pytest.mark.parametrize(
    ("written", "days", "words"),
    [
        ("2026-11-23 23:59", 0, "written the same day"),
        ("2026-11-24 00:01", 1, "written 1 day after"),  # the calendar at home counts
        ("2026-11-26 14:00", 3, "written 3 days after"),
        ("2026-11-20 14:00", None, "written before an interview"),
    ],
)
def test_what_is_written_knows_how_late_it_was(written: str, days: int | None, words: str) -> None:
    assert days_after_interview(held(), "p-bright", at(written), NOW.zone) == days
    assert lateness_words(held(), "p-bright", at(written), NOW.zone) == words


def test_a_debrief_takes_its_follow_up_away_and_asks_for_scores_next() -> None:
    season = write_up(held(), "i-bright", WriteUp(NOTES), now=NOW)
    assert [one.short for one in agenda(season, now=NOW).open if one.rule == "F02"] == ["give scores"]
    season = write_up(held(), "i-bright", WriteUp(NOTES, scores=(score(4),)), now=NOW)
    assert [one for one in agenda(season, now=NOW).open if one.rule == "F02"] == []


def test_an_answered_question_is_not_open_and_each_is_asked_of_one_person() -> None:
    season = replace(held(), answers=(answer("By interest."),), questions=(Question("q-own", "", "Parking?"),))
    open_ = open_questions(season, "p-bright")
    assert "q-mentor-match" not in {one.id for one in open_} and open_[0].id == "q-own"
    asked = by_person(open_, (a_contact(), COLE))
    given = [question.id for _, questions in asked for question in questions]
    assert sorted(given) == sorted(one.id for one in open_)
    assert asked[-1][0] is None and "q-own" in {one.id for one in asked[-1][1]}
    assert {one.role for one in asked[0][1]} <= {Role.DIRECTOR, Role.ASSOCIATE}


def test_the_form_asks_one_question_a_theme_and_all_of_ones_own() -> None:
    season = replace(held(), questions=(Question("q-own", "boards", "Which books?"),))
    asked = to_answer(season, "p-bright", (COLE,))
    assert asked[0].id == "q-own"
    themes = [one.theme for one in asked[1:]]
    assert themes == list(dict.fromkeys(one.theme for one in shipped_questions()))
    assert next(one for one in asked[1:] if one.theme == "feedback for interns").role in {Role.RESIDENT, Role.CHIEF}


# The command


def test_options_write_it_down_and_say_how_late(demo: Shell) -> None:
    said = demo("debrief", "dunmarrow", "--hook", "castellane=his garden", "--answer", "q-mentor-match=By lot",
                "--by", "castellane", "--score", "culture=5", "--gut", "4", "--red-flags", "the roof")  # fmt: skip
    assert said.code == 0 and "written 1 day after" in said.err
    season = demo.season
    (interview,) = [one for one in season.interviews if one.debrief and one.debrief.red_flags == "the roof"]
    assert interview.debrief is not None and interview.debrief.hooks[0].words == "his garden"
    assert season.answers[-1].contact_id == interview.debrief.hooks[0].contact_id
    again = demo("debrief", "dunmarrow", "--score", "culture=5")
    assert "so already" in again.err


@pytest.mark.parametrize(
    "options",
    [
        ("--score", "culture=9"),
        ("--score", "culture"),
        ("--score", "e=3"),  # fits several
        ("--gut", "0"),
        ("--answer", "nothing like it=x"),
        ("--hook", "nobody=x"),
    ],
)
def test_what_makes_no_sense_changes_nothing(demo: Shell, options: tuple[str, ...]) -> None:
    no_change(demo, demo("debrief", "dunmarrow", *options))


def test_before_any_interview_it_says_so(demo: Shell) -> None:
    said = demo("debrief", "orrin", "--gut", "3")
    assert said.code == 2 and "has begun yet" in said.err


@pytest.mark.parametrize("keyboard", [Keyboard, StringIO])
def test_plain_questions_keep_what_was_said_by_the_end_of_input(
    demo: Shell, monkeypatch: pytest.MonkeyPatch, keyboard: type[StringIO]
) -> None:
    monkeypatch.setattr("sys.stdin", keyboard("his garden\n\n7\n4\n\nsteep stairs\n"))
    said = demo("debrief", "dunmarrow")
    assert "one true detail" in said.err and "“7” is not 1, 2, 3, 4 or 5." in said.err
    (kept,) = [one.debrief for one in demo.season.interviews if one.debrief and one.debrief.worried == "steep stairs"]
    assert (kept.hooks[0].words, kept.gut, kept.liked) == ("his garden", 4, "")


@pytest.mark.parametrize("typed", ["", "\n\n\n", ".\n"])
def test_no_answer_writes_nothing(demo: Shell, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(typed))
    before = demo.path.read_bytes()
    assert "Nothing was written down." in demo("debrief", "dunmarrow").err
    assert demo.path.read_bytes() == before


def test_signs_that_ask_go_back_or_leave_are_no_answer(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("?\nhis garden\n<\nher garden\n?\nQ\n"))
    said = demo("debrief", "dunmarrow")
    assert "The thank-you is written from it." in said.err and "Now: his garden." in said.err
    (told,) = [one.debrief.hooks for one in demo.season.interviews if one.debrief and one.debrief.at.day == NOW.day]
    assert [one.words for one in told] == ["her garden"]


def test_breaking_off_keeps_what_was_said(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            line = super().readline(size if size is not None else -1)
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr("sys.stdin", Interrupted("his garden\n"))
    assert demo("debrief", "dunmarrow").code == 0
    assert any(one.debrief and one.debrief.hooks[:1] and one.debrief.hooks[0].words == "his garden"
               for one in demo.season.interviews)  # fmt: skip


def test_an_answer_too_long_to_be_kept_is_asked_for_again_and_never_runs_into_the_next(
    demo: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{'x' * 10_001}\nhis garden\n.\n"))
    said = demo("debrief", "dunmarrow")
    assert said.code == 0 and "longer than 10,000 characters" in said.err
    (told,) = [one.debrief.hooks for one in demo.season.interviews if one.debrief and one.debrief.at.day == NOW.day]
    assert [one.words for one in told] == ["his garden"]


def test_bytes_that_are_no_text_do_not_end_the_questions(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", piped(b"his g\xffrden\n.\n"))
    assert demo("debrief", "dunmarrow").code == 0
