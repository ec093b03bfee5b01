"""The record of what programs asked or hinted at: exact, dated on both clocks, fit for a report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from store.records import Letter
from store.rules.letters import log_received
from store.rules.received import flag_received, take_in
from store.season import Season
from store.words import Channel, Direction, Kind, LetterState, Status
from templates.incoming.concern_record import as_text, recorded
from tests.examples import NOW, a_contact, a_letter, a_program, a_season, at

ASKED = "Which other programs have you interviewed with?"


def came(**fields: Any) -> Letter:
    """A letter that came in the day before."""
    told: dict[str, Any] = {
        "improper": True,
        "body": f"Thank you. {ASKED}",
        "subject": "A question",
        "channel": Channel.VIDEO,
    }
    letter = replace(a_letter("l-came", kind=Kind.REPLY, contact_ids=("c-wexley",)), direction=Direction.IN)
    return replace(letter, state=LetterState.RECEIVED, at=at("2026-11-23 15:00"), **(told | fields))


def answer(**fields: Any) -> Letter:
    letter = replace(
        a_letter("l-answer", kind=Kind.IMPROPER_QUESTION), state=LetterState.SENT, at=at("2026-11-24 08:00")
    )
    return replace(letter, body="I keep that to myself.", **fields)


def season(*letters: Letter) -> Season:
    return a_season(a_program(status=Status.INTERVIEWED, zone="America/Chicago"), a_contact(), *letters)


def text(found: Season) -> str:
    return as_text(recorded(found), now=NOW)


def test_an_entry_tells_when_who_how_and_the_exact_words() -> None:
    said = text(season(came()))
    assert "CST = " in said and "How: video" in said and f"> {ASKED}" in said
    assert a_contact().name in said and "Subject: A question" in said
    assert "Touches: " in said and "source: NRMP" in said and "No answer was sent." in said


def test_words_nobody_recognises_are_given_whole_and_every_rule_of_the_flag_is_named() -> None:
    (one,) = recorded(season(came(body="She asked something odd.")))
    assert one.words == ("She asked something odd.",) and len(one.touched) == 4
    (bare,) = recorded(season(came(body="")))
    assert bare.words == ()


def test_my_answer_is_found_by_what_it_names_or_by_its_kind() -> None:
    assert "I keep that to myself." in text(season(came(), answer(answers="l-came")))
    assert "I keep that to myself." in text(season(came(), answer()))
    earlier = replace(answer(), at=at("2026-11-20 08:00"))
    assert "No answer was sent." in text(season(came(), earlier))
    assert "No answer was sent." in text(season(came(), replace(answer(), kind=Kind.THANK_YOU)))
    assert "No answer was sent." in text(season(came(), replace(answer(), trashed=NOW)))


def test_only_what_is_flagged_and_not_thrown_away_is_in_it() -> None:
    assert recorded(season(came(improper=False))) == ()
    assert recorded(season(came(trashed=NOW))) == ()
    assert recorded(season(came()), "p-other") == ()
    assert "Nothing is flagged." in text(season())


def test_both_flags_stand_in_one_entry_and_the_oldest_comes_first() -> None:
    older = replace(
        came(hint=True, body=f"{ASKED} You will be ranked highly."), id="l-older", at=at("2026-11-20 09:00")
    )
    found = recorded(season(came(), older))
    assert [one.letter.id for one in found] == ["l-older", "l-came"]
    assert found[0].flags == ("improper", "hint") and len(found[0].words) == 2


def test_every_quotation_stands_letter_for_letter() -> None:
    said = text(season(came(body="# Big [link](http://x) *bold* `code`\n> quoted", subject="_x_ <b>")))
    assert "\n> # Big [link](http://x) *bold* `code`\n> > quoted\n" in said
    assert "- Subject: _x_ <b>\n" in said and "\\" not in said


def test_it_is_dated_for_somebody_elsewhere_and_tells_when_it_was_written_down() -> None:
    said = text(season(came(made=at("2026-11-23 18:30"))))
    assert "- When: Mon 23 Nov 2026 08:00 CST = 15:00 CET\n" in said
    assert "- Written down: Mon 23 Nov 2026 11:30 CST = 18:30 CET\n" in said
    assert " here" not in said


def test_no_advice_to_the_applicant_is_in_it() -> None:
    said = text(season(came(hint=True, body=f"{ASKED} You are ranked to match.")))
    assert "own advice" not in said and "true order" not in said


def test_the_name_of_the_applicant_stays_out_of_it() -> None:
    assert season().profile.name not in text(season(came()))


def test_it_ends_with_where_a_report_may_go_and_asks_to_confirm_it() -> None:
    end = text(season(came())).split("Where a report may go\n-----")[1]
    assert "policy@nrmp.org" in end and "(202) 400-2235" in end and "nrmp.org before you write" in end


def test_flags_change_nothing_but_the_flags() -> None:
    before = season(came(improper=False))
    after = flag_received(before, "l-came", improper=True, hint=True, now=NOW)
    assert replace(after.letters[0], improper=False, hint=False) == before.letters[0]
    assert flag_received(after, "l-came", improper=True, hint=True, now=NOW) is after


def test_a_new_sender_and_the_letter_come_in_as_one() -> None:
    bare = a_season(a_program())
    letter = replace(came(), contact_ids=())
    after = take_in(bare, letter, sender=a_contact(), now=NOW)
    assert after.letters[0].contact_ids == (a_contact().id,) and after.contacts == (a_contact(),)
    assert take_in(bare, letter, now=NOW) == log_received(bare, letter, now=NOW)
