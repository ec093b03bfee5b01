"""A detail typed into a thank-you is known to the notes of that day, whatever else was written around it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.records import Debrief, Hook, Letter
from store.rules.debriefing import keep_detail
from store.rules.handing_over import Going, mark_all_sent
from store.rules.letters import write_letter
from store.season import Season
from store.words import InterviewState, Kind, LetterState, Promise
from templates.catalogue import KINDS
from templates.render import begin_letter, blanks_in
from templates.told_details import LONGEST, detail_told
from tests.command_shell import Shell
from tests.examples import NOW, held_season

DETAIL = "how the night nurses taught you to listen twice"
HINT = "[one true detail of your conversation with Dr. Wexley]"
FORMS = [form.name for form in KINDS[Kind.THANK_YOU].variants]
HINTS = {
    "coordinator": "[something Dr. Wexley did that made the day easier]",
    "everyone": "[one detail of the day that could come from nowhere else]",
}


def begun(variant: str = "interviewer", season: Season | None = None) -> tuple[Season, Letter]:
    """A thank-you begun after an interview of which nothing is noted."""
    season = season or held_season(contact_ids=("c-wexley",))
    letter = begin_letter(
        season, "p-bright", Kind.THANK_YOU, letter_id="l-new", contact_ids=("c-wexley",), variant=variant, now=NOW
    )
    return season, letter


def told(letter: Letter, detail: str = DETAIL) -> Letter:
    """That letter with the detail in its place."""
    hint = HINTS.get(letter.variant, HINT)
    assert hint in letter.body
    return replace(letter, body=letter.body.replace(hint, detail))


def sent(season: Season, letter: Letter) -> Season:
    """The season once that letter has gone out with its detail."""
    detail = detail_told(season, letter, now=NOW)
    season = write_letter(season, letter, now=NOW)
    return mark_all_sent(season, [Going(letter.id, Promise.NONE, detail=detail)], at=NOW, now=NOW)


@pytest.mark.parametrize("variant", FORMS)
def test_the_detail_is_read_from_its_place_in_every_form(variant: str) -> None:
    season, letter = begun(variant)
    assert detail_told(season, told(letter), now=NOW) == DETAIL


def test_the_rest_of_the_letter_may_be_rewritten() -> None:
    season, letter = begun()
    first, _, rest = told(letter).body.partition("\n\n")
    assert detail_told(season, replace(letter, body=f"{first}\n\nGood day. {rest} And more."), now=NOW) == DETAIL


@pytest.mark.parametrize("detail", [HINT, "", "  ", "word " * LONGEST, "how you [say it] there"])
def test_a_blank_left_alone_and_what_is_no_detail_tell_nothing(detail: str) -> None:
    season, letter = begun()
    assert detail_told(season, told(letter, detail), now=NOW) == ""


def test_words_rewritten_around_the_blank_tell_nothing() -> None:
    season, letter = begun()
    assert detail_told(season, replace(letter, body=f"Dear Dr. Wexley,\n\nI liked {DETAIL}."), now=NOW) == ""


def test_a_detail_told_to_everyone_is_of_the_day_and_nobodys_own() -> None:
    season, letter = begun("everyone")
    after = sent(season, told(letter))
    notes = after.interviews_by_id[letter.interview_id].debrief
    assert notes is not None and notes.hooks == (Hook("", DETAIL, "l-new"),)
    thanks = begin_letter(
        after, "p-bright", Kind.THANK_YOU, letter_id="l-own", contact_ids=("c-wexley",), variant="coordinator", now=NOW
    )
    assert DETAIL not in thanks.body and HINTS["coordinator"] in thanks.body


def test_what_went_to_everyone_is_told_beside_a_detail_noted_for_its_reader() -> None:
    season, letter = begun("everyone")
    noted = replace(season.interviews_by_id[letter.interview_id], debrief=Debrief(NOW, (Hook("c-wexley", "the bus"),)))
    assert detail_told(replace(season, interviews=(noted,)), told(letter), now=NOW) == DETAIL


def test_other_kinds_tell_nothing() -> None:
    season, _ = begun()
    assert detail_told(season, replace(told(begun()[1]), kind=Kind.QUESTION), now=NOW) == ""


def test_once_sent_it_stands_in_the_notes_and_the_debrief_is_still_to_be_written() -> None:
    season, letter = begun()
    after = sent(season, told(letter))
    notes = after.interviews_by_id[letter.interview_id].debrief
    assert after.letters_by_id["l-new"].state is LetterState.SENT
    assert notes is not None and notes.is_told_only
    assert notes.hooks == (Hook("c-wexley", DETAIL, "l-new"),)
    assert not replace(notes, gut=4).is_told_only


def test_a_detail_noted_before_stays_as_it_was_noted() -> None:
    season, letter = begun()
    noted = replace(season.interviews_by_id[letter.interview_id], debrief=Debrief(NOW, (Hook("c-wexley", "the bus"),)))
    season = write_letter(replace(season, interviews=(noted,)), told(letter), now=NOW)
    assert detail_told(season, told(letter), now=NOW) == ""
    assert keep_detail(season, "l-new", DETAIL, now=NOW) is season


def test_nothing_is_noted_where_no_interview_was_held() -> None:
    season, letter = begun()
    season = write_letter(season, told(letter), now=NOW)
    held = season.interviews_by_id[letter.interview_id]
    for one in (replace(held, state=InterviewState.CANCELLED), replace(held, starts=NOW.after(days=1))):
        other = replace(season, interviews=(one,))
        assert keep_detail(other, "l-new", DETAIL, now=NOW) is other
    assert keep_detail(season, "l-new", " ", now=NOW) is season


def test_a_detail_told_in_a_thank_you_is_noted_with_the_interview_and_undone_with_it(
    demo: Shell, tmp_path: Path
) -> None:
    begun = demo("draft", "dunmarrow", "--kind", "thank-you", "--to", "castellane", "--json").json
    body, told = begun["body"], "how you plant beans"
    for blank in reversed(blanks_in(body)):
        words = told if "one true detail" in blank.hint else "the yard behind the school"
        body = body[: blank.start] + words + body[blank.end :]
    text = tmp_path / "thanks.txt"
    text.write_text(body, encoding="utf-8")
    sent = demo("sent", begun["id"], "--text", str(text))
    assert sent.code == 0, sent.err
    held = demo.season.letters_by_id[begun["id"]].interview_id
    notes = demo.season.interviews_by_id[held].debrief
    assert notes is not None and [one.words for one in notes.hooks] == [told]
    assert demo("undo").code == 0
    assert demo.season.interviews_by_id[held].debrief is None
    assert demo.season.letters_by_id[begun["id"]].state is LetterState.DRAFT
