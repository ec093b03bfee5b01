"""A form in plain lines: each answer is understood or asked again, one command at the end; input may end anywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.season_file import SeasonFile
from store.words import Kind, LetterState, Status
from tests.examples import a_contact, a_letter, a_program, a_season
from tests.speaking_shell import Speaker, speaker
from tui.command_line.forms.known_forms import PROFILE, PROFILE_FITS
from tui.command_line.line_commands import FORMS

__all__ = ["speaker"]

MAIL = """Dear Dr. Wexley,

How many afternoons of [what] do interns have at [where]?

Kind regards,
Lena Korvath
AAMC ID 10099001
"""


@pytest.fixture
def here(speaker: Speaker) -> Speaker:
    """Someone with two programs, a person at the first, and a draft with two blanks."""
    speaker.now = "2026-11-24T14:05+01:00"
    letter = a_letter(kind=Kind.QUESTION, contact_ids=("c-wexley",), subject="A question, Lena Korvath", body=MAIL)
    season = a_season(a_program(), a_program("p-thimble", "Thimble Rock"), a_contact(), letter)
    with SeasonFile.open(speaker.path) as file:
        file.save(season)
    return speaker


@pytest.mark.parametrize("what", FORMS)
def test_every_form_may_be_left_at_once_without_a_change(here: Speaker, what: str) -> None:
    before = here.season
    assert here.form(what, "q").code == 0
    assert here.season == before


@pytest.mark.parametrize("what", FORMS)
def test_an_input_that_ends_changes_nothing(here: Speaker, what: str) -> None:
    before = here.season
    here.form(what)
    assert here.season == before


@pytest.mark.parametrize("what", FORMS)
def test_a_form_has_no_json_and_says_what_has(here: Speaker, what: str) -> None:
    said = here("form", what, "--json")
    assert said.code == 2 and "conversation" in said.err and said.out == ""


def test_the_input_that_ends_early_is_told_by_the_exit_code(here: Speaker) -> None:
    assert here.form("program", "Foxglove").code == 2
    assert here.form("program", "Foxglove", "q").code == 0


def test_what_is_not_understood_is_asked_again_and_a_listed_choice_taken_by_its_number(here: Speaker) -> None:
    said = here.form("person", "nowhere at all", "r", "2", "Ada Lindqvist", "wizard", "coordinator", "", "")
    assert "“wizard” is not one of these." in said.out
    (added,) = (one for one in here.season.contacts if one.name == "Ada Lindqvist")
    assert added.program_id in said.out or here.season.programs_by_id[added.program_id].name in said.out


def test_one_question_back_and_the_answer_kept_by_an_empty_line(here: Speaker) -> None:
    said = here.form("program", "Foxglove", "Portlnd", "<", "Portland", "OR", *[""] * 6)
    added = here.season.programs[-1]
    assert (added.name, added.city, added.state) == ("Foxglove", "Portland", "OR")
    assert "In which city? Now: Portlnd." in said.out


def test_back_before_the_first_question_asks_the_first_again(here: Speaker) -> None:
    assert here.form("program", "<", "<", "Foxglove", *[""] * 8).code == 0
    assert here.season.programs[-1].name == "Foxglove"


def test_a_question_that_is_needed_is_not_passed_over(here: Speaker) -> None:
    said = here.form("program", "", "", "q")
    assert said.out.count("This one is needed.") == 2


def test_a_refused_command_asks_again_with_the_answers_kept(here: Speaker) -> None:
    said = here.form("program", "Thimble Rock", *[""] * 8, "Thimble Rock East", *[""] * 8)
    assert "Nothing was changed. The questions come again" in said.out
    assert [one.name for one in here.season.programs].count("Thimble Rock East") == 1


def test_the_same_is_told_in_one_line_that_works(here: Speaker) -> None:
    said = here.form("program", "St. John's -- North", "Portland", "OR", *[""] * 6)
    assert "The same in one line: prematch add" in said.out
    assert here.season.programs[-1].name == "St. John's -- North"


def test_the_profile_shows_what_stands_and_keeps_what_is_not_answered(here: Speaker) -> None:
    before = here.season.profile
    said = here.form("profile", *[""] * 15, "newborn examinations")
    assert f"Your name as it stands under a message? Now: {before.name}." in said.out
    assert here.season.profile.readiness == ("newborn examinations",)
    assert here.season.profile.name == before.name
    assert here.form("profile", *[""] * 16).err == "Nothing was changed.\n"


def test_a_form_that_changes_is_one_step_of_undo(here: Speaker) -> None:
    before = here.season
    here.form("invitation", "thimble", "yesterday 9:00", "3 dec 8:00; 4 dec 8:00")
    assert len(here.season.programs[1].offered) == 2
    assert here("undo").code == 0
    assert here.season == before


def test_an_interview_that_has_begun_is_asked_about(here: Speaker) -> None:
    said = here.form("interview", "thimble", "2026-11-20 08:00", "y", "", "", "", "")
    assert "That has come already." in said.out
    assert len(here.season.interviews) == 1


def test_a_second_date_is_asked_to_be_a_move(here: Speaker) -> None:
    here.form("interview", "thimble", "2026-12-03 08:00", "", "", "", "")
    said = here.form("interview", "thimble", "2026-12-10 08:00", "y", "", "", "", "")
    assert "One is booked there." in said.out
    (moved,) = here.season.interviews
    assert moved.starts.local.day == 10


def test_in_person_asks_for_the_place_and_not_for_a_link(here: Speaker) -> None:
    said = here.form("interview", "thimble", "2026-12-03 08:00", "60", "in-person", "", "Room 4")
    (booked,) = here.season.interviews
    assert (booked.place, booked.minutes) == ("Room 4", 60) and "The link?" not in said.out


def test_blanks_are_asked_one_by_one_and_each_is_kept_at_once(here: Speaker) -> None:
    said = here("form", "message", "l-letter", answers=("research time",))
    assert "Blank 1 of 2: what. In: How many afternoons of – do interns have at [where]?" in said.out
    assert "Blank 2 of 2: where." in said.out
    assert "of research time do interns have at [where]?" in here.season.letters[0].body
    here("form", "message", "l-letter", answers=("Brightwater", "q"))
    assert "at Brightwater?" in here.season.letters[0].body


def test_words_in_brackets_that_are_typed_are_not_asked_for_again(here: Speaker) -> None:
    said = here("form", "message", "l-letter", answers=("[sic] time", "Brightwater", "q"))
    assert said.out.count("Blank 2 of 2") == 1
    assert "of [sic] time do interns have at Brightwater?" in here.season.letters[0].body


@pytest.mark.parametrize("answer", ["c", "m"])
def test_a_blank_keeps_a_message_from_leaving(here: Speaker, answer: str) -> None:
    said = here("form", "message", "l-letter", answers=("q", answer, "q"))
    assert "STOP C01" in said.out and "It stays here until that is mended" in said.out
    assert here.season.letters[0].state is LetterState.DRAFT


def test_a_stop_that_can_be_accepted_is_asked_about(here: Speaker) -> None:
    asks = ("how", "Brightwater", "l 3 Where am I on your rank list?")
    said = here("form", "message", "l-letter", answers=(*asks, "c", "n", "q"))
    assert "Have you read this and mean it all the same?" in said.out and "It stays here." in said.out
    assert not here.season.letters[0].accepted
    said = here("form", "message", "l-letter", answers=("c", "y", "m", "q"))
    assert "last-copy.txt" in said.out and "Marked as sent." in said.out, said.out
    assert here.season.letters[0].state is LetterState.SENT and here.season.letters[0].accepted


def test_a_line_and_the_subject_in_other_words(here: Speaker) -> None:
    here(
        "form", "message", "l-letter", answers=("", "", "l 3 How are afternoons shared?", "t A question", "l 99 x", "q")
    )
    letter = here.season.letters[0]
    assert letter.body.splitlines()[2] == "How are afternoons shared?" and letter.subject == "A question"


def test_whom_it_goes_to_is_said_anew(here: Speaker) -> None:
    here.form("person", "bright", "Ada Lindqvist", "coordinator", "Ms.", "")
    said = here("form", "message", "l-letter", answers=("", "", "p lindqvist", "p nobody", "q"))
    (ada,) = (one.id for one in here.season.contacts if one.name == "Ada Lindqvist")
    assert here.season.letters[0].contact_ids == (ada,)
    assert "C03" in said.out and "nobody" in said.out


def test_a_message_that_has_gone_out_is_not_written_on(here: Speaker) -> None:
    here("form", "message", "l-letter", answers=("a", "b", "m"))
    said = here("form", "message", "l-letter")
    assert said.code == 2 and "only a draft" in said.err


def test_sent_lists_the_drafts_and_takes_a_number(here: Speaker) -> None:
    here("form", "message", "l-letter", answers=("research", "Brightwater", "q"))
    said = here.form("sent", "1", "yesterday 18:00")
    assert said.out.startswith("1 draft.\n1 l-letter, question to Brightwater")
    assert here.season.letters[0].state is LetterState.SENT
    assert here.form("sent").out == "No draft waits to be sent.\n"


def test_the_rank_list_says_where_everything_stands_after_each_move(here: Speaker) -> None:
    here("status", "bright", "INT")
    here("status", "thimble", "INT")
    said = here.form(
        "rank", "a bright", "a thimble", "m thimble 1", "m nobody 1", "hello", "o bright", "far away", "u", "q"
    )
    order = [here.season.programs_by_id[one].name for one in here.season.rank_list.order]
    assert order == ["Thimble Rock", "Brightwater"]
    assert "“hello” is no answer here. ? lists the answers." in said.out and "nobody" in said.out
    assert said.out.rstrip().endswith("3 changes kept.")
    assert here.season.programs[1].status is Status.INTERVIEWED


def test_the_shell_completes_forms_and_what_they_are_about(here: Speaker) -> None:
    said = here("completion", "zsh", "--answer", answers=("form", "inv"))
    assert said.out.split() == ["invitation"]
    said = here("completion", "zsh", "--answer", answers=("form", "interview", "thim"))
    assert "Thimble Rock" in said.out


def test_answers_about_the_rank_list_may_be_written_in_capitals(here: Speaker) -> None:
    here("status", "bright", "INT")
    said = here.form("rank", "A bright", "LOCK", "", "Q")
    assert here.season.rank_list.locked and len(here.season.rank_list.order) == 1
    assert "? lists the answers.\n2 changes kept.\n" in said.out


def test_without_a_reason_because_the_input_ended_a_program_stays_on_the_rank_list(here: Speaker) -> None:
    here("status", "bright", "INT")
    said = here.form("rank", "a bright", "o bright")
    assert len(here.season.rank_list.order) == 1
    assert "The input has ended. The list stays as it is.\n1 change kept.\n" in said.out


def test_what_was_changed_elsewhere_is_never_taken_back_from_here(
    here: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    here("status", "bright", "INT")

    def answers() -> Iterator[str]:
        yield "a bright"
        here("status", "thimble", "INT")
        yield "u"
        yield "q"

    said = answers()
    monkeypatch.setattr("tui.command_line.forms.rank.heard", lambda prompt: next(said))
    left = here("form", "rank")
    assert "Something else was changed since" in left.out and "1 change kept." in left.out
    assert here.season.programs[1].status is Status.INTERVIEWED
    assert len(here.season.rank_list.order) == 1


def test_another_program_takes_away_the_answers_that_were_about_the_one_before(here: Speaker) -> None:
    assert here("offer", "bright", "2026-12-04T09:00-05:00").code == 0
    assert here("offer", "thimble", "2026-12-05T10:00-05:00").code == 0
    # back to the first question, another program, and an empty line where its start is asked for
    said = here.form("interview", "bright", "1", "<", "<", "thimble", "", "q")
    assert "This one is needed." in said.out
    assert not here.season.interviews


def test_a_draft_taken_back_elsewhere_ends_in_a_sentence(here: Speaker, monkeypatch: pytest.MonkeyPatch) -> None:
    def answers() -> Iterator[str]:
        yield from ("bright", "logistics", "")
        yield from ("q",)  # the blanks
        here("undo")
        yield from ("r", "c", "l 1 Hello", "q")

    said = answers()
    for module in ("asking", "writing"):
        monkeypatch.setattr(f"tui.command_line.forms.{module}.heard", lambda prompt: next(said))
    left = here("form", "message")
    assert left.out.count("This draft is gone") == 3


def test_what_rests_on_an_answer_that_rested_on_another_goes_with_it(here: Speaker) -> None:
    past, ahead = "2026-11-23 09:00", "2026-12-05 10:00"
    said = here.form("interview", "bright", past, "y", "<", "<", "<", "thimble", ahead, "", "in-person", "", "Room 4")
    assert "--past" not in said.out
    (booked,) = here.season.interviews
    assert booked.program_id == "p-thimble" and booked.place == "Room 4"


def test_a_mark_that_asks_never_becomes_part_of_a_message(here: Speaker) -> None:
    """`?` and `<` mean in the blanks of a message what they mean everywhere in a form."""
    said = here("form", "message", "l-letter", answers=("?", "<", "rounds", "?", "the clinic", "q"))
    assert "Type the words that belong there" in said.out and "changed with its line" in said.out
    (letter,) = here.season.letters
    assert "How many afternoons of rounds do interns have at the clinic?" in letter.body


def test_a_question_mark_names_what_fits(here: Speaker) -> None:
    said = here.form("interview", "?", "q")
    assert "Brightwater" in said.out and "Thimble Rock" in said.out
    said = here.form("interview", "thimble", "?", "q")
    assert "17 nov 8:00" in said.out


@pytest.mark.parametrize(
    ("question", "answer", "field", "kept"),
    [
        ("graduation", "June 2025", "graduation", "2025-06-01"),
        ("citizenship", "Permanent resident", "citizenship", "permanent_resident"),
        ("ecfmg", "requirements met 2026-09-01", "ecfmg", "requirements_met"),
        ("ecfmg", "requirements met 2026-09-01", "ecfmg_day", "2026-09-01"),
        ("ecfmg", "in progress", "ecfmg", "in_progress"),
    ],
)
def test_a_profile_is_answered_in_words(here: Speaker, question: str, answer: str, field: str, kept: str) -> None:
    before = [name for name, _ in PROFILE].index(question)
    said = here.form("profile", *("",) * before, "?", answer, *("",) * (len(PROFILE) - before - 1))
    assert said.code == 0, said.out
    assert PROFILE_FITS[question] in said.out
    assert str(getattr(here.season.profile, field)) == kept
