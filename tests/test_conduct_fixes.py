"""What mends a finding: the words it takes away, the words it puts there, and that the finding is gone behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.records import Letter
from store.season import Season
from store.words import Citizenship, Kind
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding, Fix
from templates.conduct.fixes import taken_out, without_sentence
from templates.conduct.sentences import Page
from tests.conduct_asking import a_bare_draft, a_draft, found
from tests.conduct_drafts import DRAFTS, NOW, PROFILE, SEASON, SEASONS, SIGNED, Labelled


def mended(letter: Letter, finding: Finding) -> Letter:
    """The letter with the finding's fix applied."""
    fix = finding.fix
    assert fix is not None
    if fix.where == "subject":
        return replace(letter, subject=fix.applied(letter.subject))
    return replace(letter, body=fix.applied(letter.body))


FIXABLE = [
    (draft, finding)
    for draft in DRAFTS
    if draft.label == "caught"
    for finding in check_letter(SEASONS[draft.season], draft.letter, now=draft.now)
    if finding.check == draft.check and finding.fix
]


def _name(pair: tuple[Labelled, Finding]) -> str:
    return f"{pair[0].check}-{pair[1].text[:30]!r}"


@pytest.mark.parametrize("pair", FIXABLE, ids=_name)
def test_a_fix_that_is_applied_leaves_no_finding_on_the_same_words(pair: tuple[Labelled, Finding]) -> None:
    draft, finding = pair
    season, after = SEASONS[draft.season], mended(draft.letter, finding)
    assert (after.subject, after.body) != (draft.letter.subject, draft.letter.body)
    found_after = [one for one in check_letter(season, after, now=draft.now) if one.check == draft.check]
    assert len(found_after) < len(found(draft.check, draft.letter, season, draft.now)) or finding.text not in {
        one.text for one in found_after
    }


@pytest.mark.parametrize("pair", FIXABLE, ids=_name)
def test_a_fix_tells_in_a_few_words_what_it_does(pair: tuple[Labelled, Finding]) -> None:
    fix = pair[1].fix
    assert fix is not None and fix.does and fix.does[0].islower() and not fix.does.endswith(".")


PARAGRAPHS = "Dear Dr. Ostrow,\n\nOne is here. Two is there. Three is last.\n\nFour stands alone.\n\nFive."


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("One is here.", "Dear Dr. Ostrow,\n\nTwo is there. Three is last.\n\nFour stands alone.\n\nFive."),
        ("Two is there.", "Dear Dr. Ostrow,\n\nOne is here. Three is last.\n\nFour stands alone.\n\nFive."),
        ("Three is last.", "Dear Dr. Ostrow,\n\nOne is here. Two is there.\n\nFour stands alone.\n\nFive."),
        ("Four stands alone.", "Dear Dr. Ostrow,\n\nOne is here. Two is there. Three is last.\n\nFive."),
    ],
)
def test_a_sentence_goes_with_the_blanks_and_lines_that_were_its_own(sentence: str, after: str) -> None:
    page = Page("body", PARAGRAPHS + SIGNED)
    fix = without_sentence(page, page.sentence_at(PARAGRAPHS.index(sentence)))
    assert fix is not None
    assert fix.applied(page.text) == after + SIGNED


@pytest.mark.parametrize("words", ["Dear Dr. Ostrow,", "Tamsin Hale"])
def test_greeting_and_signature_are_never_taken_out(words: str) -> None:
    page = Page("body", PARAGRAPHS + SIGNED)
    assert without_sentence(page, page.sentence_at(page.text.index(words))) is None


def test_the_subject_is_never_taken_out() -> None:
    page = Page("subject", "I rank you first")
    assert without_sentence(page, page.sentences[0]) is None


@pytest.mark.parametrize(
    ("text", "word", "after"),
    [("It is so good.", "so", "It is good."), ("A smile :).", ":)", "A smile."), ("🙂 Hello.", "🙂", "Hello.")],
)
def test_a_word_goes_with_one_of_its_blanks(text: str, word: str, after: str) -> None:
    at = text.index(word)
    assert taken_out(Page("body", text), at, at + len(word)).applied(text) == after


def test_a_fix_is_void_once_other_words_stand_there() -> None:
    assert Fix("write “b”", "body", 0, 1, "a", "b").applied("xa") == "xa"


def test_a_missing_subject_is_written_from_the_kind_and_the_name() -> None:
    letter = a_draft("Thank you.", kind=Kind.THANK_YOU, subject="")
    (finding,) = found("C25", letter)
    assert mended(letter, finding).subject == "Thank you for the interview - Tamsin Hale"


@pytest.mark.parametrize(
    ("body", "added"),
    [
        ("Dear Dr. Ostrow,\n\nThat was kind.", "\n\nSincerely,\nTamsin Hale, MD\nAAMC ID 13572468"),
        ("Dear Dr. Ostrow,\n\nThank you.\n\nSincerely,\n", "\nTamsin Hale, MD\nAAMC ID 13572468"),
        ("Dear Dr. Ostrow,\n\nThank you.\n\nSincerely,\nTamsin Hale", "\nAAMC ID 13572468"),
    ],
)
def test_a_signature_is_filled_up_from_the_profile(body: str, added: str) -> None:
    letter = a_bare_draft(body)
    (finding,) = found("C25", letter)
    assert mended(letter, finding).body.rstrip() == body.rstrip() + added


def test_a_signature_is_not_made_up_where_the_profile_is_silent() -> None:
    season = replace(SEASON, profile=replace(PROFILE, aamc_id=""))
    (finding,) = found("C25", a_bare_draft("Dear Dr. Ostrow,\n\nThank you."), season)
    assert finding.fix is None


def test_the_sentence_of_citizenship_goes_to_the_end_of_the_first_paragraph() -> None:
    letter = a_draft("I admire your clinic.\n\nPlease write to me.", kind=Kind.INTEREST)
    (finding,) = found("C13", letter)
    assert (
        "I admire your clinic. I am a US citizen and need no visa sponsorship.\n\nPlease"
        in mended(letter, finding).body
    )


def test_a_short_untrue_sentence_gives_way_to_the_true_one() -> None:
    season = replace(SEASON, profile=replace(PROFILE, citizenship=Citizenship.PERMANENT_RESIDENT))
    letter = a_draft("I am a citizen of the United States.")
    (finding,) = found("C13", letter, season)
    assert "I am a US permanent resident and need no visa sponsorship." in mended(letter, finding).body


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("My interview with you is on 3 December at 9:00 CST.", "on 3 December at 08:00 CST."),
        ("My interview with you is on 3 December at 9 a.m. CST.", "on 3 December at 8:00 a.m. CST."),
        ("My interview with you is on 3 December at 9:00 Dublin time.", "on 3 December at 14:00 Dublin time."),
        ("My interview with you is on 3 December at 8:00.", "on 3 December at 8:00 CST."),
        ("My interview with you is on 3 December at 14:00.", "on 3 December at 14:00 GMT."),
    ],
)
def test_a_time_is_put_right_on_the_clock_it_was_said_on(words: str, after: str) -> None:
    letter = a_draft(words, kind=Kind.LOGISTICS)
    (finding,) = found("C26", letter)
    assert after in mended(letter, finding).body


def test_exclamation_marks_beyond_the_first_become_full_stops_at_once() -> None:
    letter = a_draft("What a day! I learned so much!! It stays with me!")
    (finding,) = found("C15", letter)
    after = mended(letter, finding)
    assert "What a day! I learned so much. It stays with me." in after.body
    assert found("C15", after) == []


@pytest.mark.parametrize("season", [Season(), SEASON])
def test_no_fix_reaches_outside_its_text(season: Season) -> None:
    letter = a_draft("Hey!! 🙂 I AM SO HAPPY!! I rank you first if you rank me.", subject="")
    for one in check_letter(season, letter, now=NOW):
        if one.fix:
            text = letter.subject if one.fix.where == "subject" else letter.body
            assert text[one.fix.start : one.fix.end] == one.fix.was
