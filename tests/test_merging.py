"""Each kind of change in two copies of a season, and what becomes of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

from store.merging import loose_ends
from store.merging.field_policy import GONE_OUT, OWN_RULE, groups
from store.merging.ground import Ground, OtherCopy
from store.merging.merge import Merge, decided, kept_unsure, merge_with, new_promise_conflicts, strangers
from store.merging.pointers import POINTS_TO
from store.merging.sides import Side
from store.merging.words import aside, said, title_of
from store.records import (
    CloseCall,
    Contact,
    ContactRule,
    Debrief,
    Decision,
    Hook,
    Interview,
    LeftOut,
    Letter,
    Note,
    Profile,
    Program,
    Question,
    RankList,
    Score,
    StatusChange,
)
from store.rules.replacing import swapped
from store.season import Season
from store.season_tables import RECORDS, with_records
from store.words import ContactRuleName, LetterState, Promise, Role, Status, Verdict
from tests.examples import CENTRAL, NOW, a_contact, a_letter, a_program, a_season, an_interview, at
from tests.merging_strategies import the_copy, unknown_copy

BASE = replace(
    a_season(
        a_program(state="NY", tags=("nicu", "big")),
        a_program("p-second", "Fenwick", state="IL"),
        a_contact(),
        an_interview(),
        a_letter(),
    ),
    rank_list=RankList(order=("p-bright", "p-second")),
    questions=(Question("q-first2", "teaching", "Who teaches?", Role.RESIDENT),),
    notes=(Note("n-first2", "p-bright", at("2026-10-01 10:00"), "A calm place."),),
)
MINE, THEIRS = Side.MINE, Side.THEIRS


def parts_of(cls: type) -> tuple[type, ...]:
    """The classes of the smaller records that may stand in one of that class."""
    hints = get_type_hints(cls).values()
    found = [
        part for hint in hints for part in (hint, *get_args(hint)) if isinstance(part, type) and is_dataclass(part)
    ]
    return tuple(each for part in found for each in (part, *parts_of(part)))


def changed(season: Season, table: str, place: int = 0, **fields: Any) -> Season:
    """The season with that record of the table changed."""
    records = list(getattr(season, table))
    records[place] = replace(records[place], **fields)
    return with_records(season, {table: tuple(records)})


def merged(mine: Season, theirs: Season, base: Season | None = BASE) -> Merge:
    return merge_with(mine, the_copy(theirs, base))


def keys(merge: Merge) -> list[str]:
    return [one.key for one in merge.asked]


def settled(merge: Merge, side: Side | None = None) -> Season:
    return decided(merge, dict.fromkeys(keys(merge), side) if side else {}, now=NOW)


# Fields


@pytest.mark.parametrize(
    ("table", "field", "mine", "theirs", "result"),
    [
        ("programs", "tier", "A", "", "A"),  # only here
        ("programs", "tier", "", "B", "B"),  # only there
        ("programs", "tier", "A", "A", "A"),  # the same in both
        ("programs", "tags", ("nicu", "big", "far"), ("big",), ("big", "far")),  # one more here, one fewer there
        ("programs", "tags", ("big", "nicu"), ("nicu", "big"), ("big", "nicu")),  # only the order
        ("interviews", "contact_ids", ("c-wexley",), ("c-wexley",), ("c-wexley",)),
        ("letters", "edited", NOW.after(hours=1), NOW.after(hours=2), NOW.after(hours=2)),  # the later one
    ],
)
def test_a_field_that_one_copy_changed_takes_that_change(
    table: str, field: str, mine: Any, theirs: Any, result: Any
) -> None:
    merge = merged(changed(BASE, table, **{field: mine}), changed(BASE, table, **{field: theirs}))
    assert keys(merge) == []
    assert getattr(getattr(settled(merge), table)[0], field) == result


@pytest.mark.parametrize(
    ("table", "mine", "theirs", "field"),
    [
        ("programs", {"city": "Albany"}, {"city": "Troy"}, "city"),
        ("programs", {"rule": ContactRule(ContactRuleName.NO_THANKS)}, {"rule": ContactRule(words="Hm.")}, "rule"),
        ("interviews", {"starts": NOW}, {"starts": NOW.after(hours=1)}, "starts"),
        ("questions", {"role": None}, {"role": Role.CHIEF}, "role"),
        ("interviews", {"link": "https://a.example"}, {"link": "https://b.example"}, "link"),
        ("letters", {"body": "One."}, {"body": "Two."}, "body"),
        ("letters", {"subject": "One"}, {"subject": "Two"}, "subject"),
        ("letters", {"contact_ids": ("c-wexley",)}, {"contact_ids": ("c-other2",)}, "contact_ids"),
        ("contacts", {"email": "a@mail.example"}, {"email": "b@mail.example"}, "email"),
        ("notes", {"text": "Loud."}, {"text": "Very calm."}, "text"),
    ],
)
def test_a_field_that_both_changed_is_asked_with_both_sides(
    table: str, mine: dict[str, Any], theirs: dict[str, Any], field: str
) -> None:
    merge = merged(changed(BASE, table, **mine), changed(BASE, table, **theirs))
    (conflict,) = merge.asked
    assert conflict.fields[0] == field
    assert said(merge, conflict, MINE) != said(merge, conflict, THEIRS)
    assert title_of(merge, conflict)
    for side, values in ((MINE, mine), (THEIRS, theirs)):
        assert getattr(getattr(settled(merge, side), table)[0], field) == values[field]


def test_a_start_and_how_sure_its_zone_is_never_come_from_two_copies() -> None:
    mine = changed(BASE, "interviews", starts=NOW, zone_assumed=True)
    merge = merged(mine, changed(BASE, "interviews", starts=NOW.after(hours=3)))
    assert settled(merge, THEIRS).interviews[0].zone_assumed is False


def test_the_same_name_in_other_letters_is_no_question() -> None:
    merge = merged(changed(BASE, "programs", name="Bright Water"), changed(BASE, "programs", name="bright  water"))
    assert keys(merge) == []
    assert settled(merge).programs[0].name == "Bright Water"


@pytest.mark.parametrize("cls", [*RECORDS.values(), Debrief])
def test_every_rule_for_a_field_names_one_that_is_there(cls: type) -> None:
    names = {field.name for field in fields(cls)}
    grouped = [name for group in groups(cls) for name in group]
    assert sorted(grouped) == sorted(names - {"id"})
    assert {name for owner, name in OWN_RULE if owner == cls.__name__} <= names
    assert cls is not Letter or set(GONE_OUT) <= names


# Courses


def test_the_course_of_both_copies_is_one_in_the_order_of_time() -> None:
    course = BASE.programs[0].statuses
    invited = StatusChange(Status.INVITED, at("2026-11-02 10:00"), exact=True)
    rejected = StatusChange(Status.REJECTED, at("2026-11-20 10:00"))
    merge = merged(
        changed(BASE, "programs", statuses=(*course, rejected)), changed(BASE, "programs", statuses=(*course, invited))
    )
    assert settled(merge).programs[0].statuses == (*course, invited, rejected)


def test_one_invitation_noted_in_both_copies_stands_once_with_its_minute() -> None:
    course = BASE.programs[0].statuses
    noted = StatusChange(Status.INVITED, at("2026-11-02 12:00"))
    stamped = StatusChange(Status.INVITED, at("2026-11-02 15:10"), exact=True)
    for mine, theirs in ((noted, stamped), (stamped, noted)):
        merge = merged(
            changed(BASE, "programs", statuses=(*course, mine)), changed(BASE, "programs", statuses=(*course, theirs))
        )
        assert settled(merge).programs[0].statuses == (*course, stamped)


def test_changes_of_one_instant_follow_one_another_whichever_copy_is_at_hand() -> None:
    course = BASE.programs[0].statuses
    day = at("2026-11-20 12:00")
    booked, rejected = StatusChange(Status.BOOKED, day), StatusChange(Status.REJECTED, day)
    for mine, theirs in ((booked, rejected), (rejected, booked)):
        merge = merged(
            changed(BASE, "programs", statuses=(*course, mine)), changed(BASE, "programs", statuses=(*course, theirs))
        )
        assert settled(merge).programs[0].statuses == (*course, booked, rejected)


@pytest.mark.parametrize("side", [MINE, THEIRS])
def test_different_statuses_of_one_day_are_asked_and_the_later_in_the_way_things_go_stands(side: Side) -> None:
    course = BASE.programs[0].statuses
    invited = StatusChange(Status.INVITED, at("2026-11-20 14:05"), exact=True)
    withdrawn = StatusChange(Status.WITHDRAWN, at("2026-11-20 12:00"))
    mine, theirs = (
        changed(BASE, "programs", statuses=(*course, one))
        for one in ((invited, withdrawn) if side is MINE else (withdrawn, invited))
    )
    merge = merged(mine, theirs)
    (conflict,) = merge.asked
    assert conflict.fields == ("statuses",) and conflict.usual is side
    assert title_of(merge, conflict).startswith("status of ")
    assert said(merge, conflict, side) == "withdrawn Fri 20 Nov 2026, then invited Fri 20 Nov 2026 14:05 CET"
    assert said(merge, conflict, side.other) == "withdrawn Fri 20 Nov 2026"
    assert settled(merge).programs[0].statuses == (*course, withdrawn, invited)
    assert settled(merge, side).programs[0].statuses == (*course, withdrawn, invited)
    assert settled(merge, side.other).programs[0].statuses == (*course, withdrawn)


def test_a_status_on_a_later_day_that_goes_back_is_asked_and_one_that_goes_on_is_not() -> None:
    course = BASE.programs[0].statuses
    for first, last, asked in (
        (Status.INVITED, Status.REJECTED, 0),
        (Status.WITHDRAWN, Status.INVITED, 1),
    ):
        mine = (*course, StatusChange(first, at("2026-11-02 10:00"), exact=True))
        theirs = (*course, StatusChange(last, at("2026-11-20 10:00"), exact=True))
        for one, other in ((mine, theirs), (theirs, mine)):
            merge = merged(changed(BASE, "programs", statuses=one), changed(BASE, "programs", statuses=other))
            assert len(merge.asked) == asked
            assert settled(merge).programs[0].statuses == (*course, mine[-1], theirs[-1])


def test_a_copy_that_went_through_the_other_ones_status_and_on_is_no_question() -> None:
    course = BASE.programs[0].statuses
    invited = StatusChange(Status.INVITED, at("2026-11-20 12:00"))
    booked = StatusChange(Status.BOOKED, at("2026-11-20 12:00"))
    merge = merged(
        changed(BASE, "programs", statuses=(*course, invited)),
        changed(BASE, "programs", statuses=(*course, invited, booked)),
    )
    assert not merge.asked and settled(merge).programs[0].statuses == (*course, invited, booked)


def test_debriefs_of_both_copies_are_one_and_only_the_same_question_is_asked() -> None:
    hooks = (Hook("c-wexley", "her garden"), Hook("c-other2", "the night shift"))
    merge = merged(
        changed(BASE, "interviews", debrief=Debrief(NOW, hooks[:1], liked="The people.", gut=4)),
        changed(BASE, "interviews", debrief=Debrief(NOW.after(hours=1), hooks[1:], worried="The winter.", gut=3)),
    )
    assert keys(merge) == ["interviews/i-bright/debrief.gut"]
    assert settled(merge, THEIRS).interviews[0].debrief == Debrief(
        NOW.after(hours=1), hooks, liked="The people.", worried="The winter.", gut=3
    )


def test_of_two_decisions_about_one_follow_up_the_later_stands_unasked() -> None:
    done = Decision("F03:i-bright:c-wexley", Verdict.DONE, NOW)
    later = Decision("F03:i-bright:c-wexley", Verdict.SNOOZED, NOW.after(hours=1), NOW.after(days=2))
    for mine, theirs in ((done, later), (later, done)):
        merge = merged(replace(BASE, decisions=(mine,)), replace(BASE, decisions=(theirs,)))
        assert keys(merge) == []
        assert settled(merge).decisions == (later,)
        assert len(aside(merge, {})) == 1


# Messages


def test_the_text_not_chosen_stays_among_the_earlier_texts() -> None:
    merge = merged(changed(BASE, "letters", body="One."), changed(BASE, "letters", body="Two."))
    for side, stands, kept in ((MINE, "One.", "Two."), (THEIRS, "Two.", "One.")):
        (letter,) = settled(merge, side).letters
        assert (letter.body, [one.body for one in letter.revisions]) == (stands, [kept])


def test_what_was_sent_in_one_copy_stands_before_the_draft_of_the_other() -> None:
    merge = merged(
        changed(BASE, "letters", body="Rewritten."), changed(BASE, "letters", state=LetterState.SENT, at=NOW)
    )
    (conflict,) = merge.asked
    assert conflict.usual is THEIRS
    (letter,) = settled(merge).letters
    assert (letter.state, letter.body) == (LetterState.SENT, BASE.letters[0].body)
    assert letter.revisions[0].body == "Rewritten."


# Records


def test_what_was_removed_in_one_copy_and_left_alone_in_the_other_goes() -> None:
    without = replace(BASE, notes=())
    assert settled(merged(BASE, without)).notes == ()
    assert settled(merged(without, BASE)).notes == ()


@pytest.mark.parametrize("here", [True, False])
def test_what_one_copy_removed_and_the_other_changed_is_asked_and_kept(here: bool) -> None:
    without, rewritten = replace(BASE, notes=()), changed(BASE, "notes", text="Very calm.")
    merge = merged(rewritten, without) if here else merged(without, rewritten)
    (conflict,) = merge.asked
    assert conflict.usual is (MINE if here else THEIRS)
    assert settled(merge).notes == rewritten.notes
    assert settled(merge, conflict.usual.other).notes == ()


def test_a_program_one_copy_trashed_while_the_other_worked_on_it_is_asked_and_kept() -> None:
    trashed = changed(BASE, "programs", trashed=NOW)
    for worked in (
        changed(BASE, "programs", tier="A"),
        changed(BASE, "interviews", link="https://a.example"),
        replace(BASE, letters=(*BASE.letters, a_letter("l-newone"))),
    ):
        for merge in (merged(trashed, worked), merged(worked, trashed)):
            assert keys(merge) == ["programs/p-bright/trashed"]
            assert settled(merge).programs[0].trashed is None
    assert settled(merged(BASE, trashed)).programs[0].trashed == NOW


def test_a_person_one_copy_removed_stays_while_the_other_writes_to_them() -> None:
    gone = replace(BASE, contacts=())
    writes = replace(BASE, letters=(*BASE.letters, a_letter("l-newone", contact_ids=("c-wexley",))))
    for merge in (merged(gone, writes), merged(writes, gone)):
        assert settled(merge).contacts == BASE.contacts
    dangling = replace(writes, contacts=())
    assert settled(merged(dangling, BASE)).contacts == ()


def test_new_records_stand_after_what_they_followed() -> None:
    one, two = a_program("p-newone", "One"), a_program("p-newtwo", "Two")
    first, second = BASE.programs
    merge = merged(replace(BASE, programs=(first, second, one)), replace(BASE, programs=(first, two, second)))
    assert [each.id for each in settled(merge).programs] == ["p-bright", "p-newtwo", "p-second", "p-newone"]


def test_the_order_of_the_copy_that_alone_changed_it_is_taken() -> None:
    turned = replace(BASE, programs=BASE.programs[::-1])
    for merge in (merged(BASE, turned), merged(turned, BASE)):
        assert settled(merge).programs == turned.programs


def test_the_rank_list_is_one_question_and_the_order_passed_over_is_kept() -> None:
    third = replace(BASE, programs=(*BASE.programs, a_program("p-third2", "Alder")))
    orders = {MINE: ("p-second", "p-bright", "p-third2"), THEIRS: ("p-third2", "p-bright", "p-second")}
    mine, theirs = (replace(third, rank_list=RankList(order=orders[side])) for side in Side)
    merge = merged(mine, theirs, third)
    assert keys(merge) == ["rank_list//order"]
    assert said(merge, merge.asked[0], MINE) == "1 Fenwick, 2 Brightwater, 3 Alder"
    far = replace(mine.rank_list, left_out=("p-third2",), why_left_out=(LeftOut("p-third2", "too far", NOW),))
    told = merged(replace(mine, rank_list=far), theirs, third)
    assert said(told, told.asked[0], MINE).endswith("; left out: Alder; Alder because: too far")
    for side in Side:
        ranks = settled(merge, side).rank_list
        assert ranks.order == orders[side]
        assert [one.order for one in ranks.snapshots] == [orders[side.other]]


def test_a_list_that_was_certified_is_not_given_another_order() -> None:
    certified = replace(BASE, rank_list=replace(BASE.rank_list, certified=date(2026, 11, 20), locked=True))
    turned = replace(BASE, rank_list=RankList(order=("p-second", "p-bright")))
    merge = merged(certified, turned)
    assert keys(merge) == ["rank_list//order"]
    ranks = settled(merge, THEIRS).rank_list
    assert (ranks.order, ranks.certified, ranks.locked) == (("p-second", "p-bright"), None, False)


# The same thing added twice


def twice(mine: Program, theirs: Program) -> Merge:
    return merged(replace(BASE, programs=(*BASE.programs, mine)), replace(BASE, programs=(*BASE.programs, theirs)))


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ({"name": "Cold Spring"}, {"name": "cold  SPRING"}, True),
        ({"name": "Sa\u0303o Jose"}, {"name": "S\u00e3o Jose"}, True),  # stored in two ways
        ({"name": "Cold Spring", "state": "OH"}, {"name": "Cold Spring"}, True),
        ({"name": "Cold Spring", "state": "OH"}, {"name": "Cold Spring", "state": "CA"}, False),
        ({"name": "Cold Spring", "nrmp_code": "1"}, {"name": "Spring, Cold", "nrmp_code": "1"}, True),
        ({"name": "Cold Spring", "nrmp_code": "1"}, {"name": "Cold Spring", "nrmp_code": "2"}, False),
        ({"name": "Cold Spring"}, {"name": "Warm Spring"}, False),
    ],
)
def test_programs_added_apart_are_offered_as_one_when_they_seem_so(
    mine: dict[str, Any], theirs: dict[str, Any], same: bool
) -> None:
    merge = twice(replace(a_program("p-mineee"), **mine), replace(a_program("p-theirs"), **theirs))
    assert [pair.key for pair in merge.twins] == (["programs/p-mineee=p-theirs"] if same else [])
    assert len(settled(merge).programs) == (3 if same else 4)
    apart = merge_with(merge.mine, merge.other, apart=[pair.key for pair in merge.twins])
    assert len(settled(apart).programs) == 4


def test_everything_of_a_program_that_is_one_belongs_to_it() -> None:
    mine = replace(BASE, programs=(*BASE.programs, a_program("p-mineee", "Cold Spring")))
    person = a_contact("c-theirs", "p-theirs", "June Harrow", Role.COORDINATOR)
    day = an_interview("i-theirs", "p-theirs", at("2026-12-09 09:00", CENTRAL), contact_ids=("c-theirs",))
    theirs = replace(
        BASE,
        programs=(*BASE.programs, a_program("p-theirs", "cold spring")),
        contacts=(*BASE.contacts, person),
        interviews=(*BASE.interviews, day),
        letters=(*BASE.letters, a_letter("l-theirs", "p-theirs", contact_ids=("c-theirs",), interview_id="i-theirs")),
        decisions=(Decision("F03:i-theirs:c-theirs", Verdict.DONE, NOW), Decision("F01:p-theirs", Verdict.DONE, NOW)),
        rank_list=RankList(
            order=("p-bright", "p-second", "p-theirs"),
            close_calls=(CloseCall("p-theirs", "p-second", "p-theirs", NOW),),
        ),
    )
    season = settled(merged(mine, theirs))
    assert {one.program_id for one in (season.contacts[-1], season.interviews[-1], season.letters[-1])} == {"p-mineee"}
    assert [one.id for one in season.decisions] == ["F03:i-theirs:c-theirs", "F01:p-mineee"]
    assert season.rank_list.order == ("p-bright", "p-second", "p-mineee")
    assert season.rank_list.close_calls == (CloseCall("p-mineee", "p-second", "p-mineee", NOW),)


def test_people_and_interviews_added_apart_are_one_too_and_scores_always() -> None:
    def side(suffix: str, name: str, mail: str, value: int) -> Season:
        person = Contact(f"c-{suffix}", "p-bright", name, Role.RESIDENT, email=mail)
        day = Interview(f"i-{suffix}", "p-second", at("2026-12-09 09:00", CENTRAL))
        return replace(
            BASE,
            contacts=(*BASE.contacts, person),
            interviews=(*BASE.interviews, day),
            scores=(Score(f"s-{suffix}", "p-bright", "k-people", value, NOW),),
        )

    merge = merged(side("mineee", "June Harrow", "j@mail.example", 4), side("theirs", "J. Harrow", "J@mail.example", 4))
    assert [pair.table for pair in merge.twins] == ["contacts", "interviews"]
    season = settled(merge)
    assert (len(season.contacts), len(season.interviews), len(season.scores)) == (2, 2, 1)


@pytest.mark.parametrize("cls", [each for cls in RECORDS.values() for each in (cls, *parts_of(cls))])
def test_every_field_that_holds_an_id_is_known_to_point_somewhere(cls: type) -> None:
    named = {field.name for field in fields(cls) if field.name.endswith(("_id", "_ids"))}
    assert named - {"aamc_id"} <= POINTS_TO.keys()
    assert set(POINTS_TO.values()) <= RECORDS.keys()


def test_a_person_removed_in_one_copy_stays_who_is_told_of_in_a_debrief_of_the_other() -> None:
    mine = replace(BASE, contacts=())
    told = Debrief(NOW, hooks=(Hook("c-wexley", "her clinic by the river"),))
    theirs = replace(BASE, interviews=(replace(BASE.interviews[0], debrief=told),))
    assert [one.id for one in settled(merged(mine, theirs)).contacts] == ["c-wexley"]


# Without common ground


def test_without_common_ground_nothing_is_taken_out_and_only_what_both_say_is_asked() -> None:
    mine = replace(BASE, profile=Profile(name="Noor Halvard", phone="+48", school="Vistula"))
    theirs = replace(BASE, notes=(), profile=Profile(name="Noor Halvard", phone="+1", email="n@mail.example"))
    merge = merge_with(mine, unknown_copy(theirs))
    assert keys(merge) == ["profile//phone"]
    season = settled(merge)
    assert season.notes == BASE.notes
    assert (season.profile.school, season.profile.email) == ("Vistula", "n@mail.example")
    assert kept_unsure(merge) == 1


def test_without_common_ground_what_lies_in_one_trash_is_asked() -> None:
    merge = merge_with(BASE, unknown_copy(changed(BASE, "programs", trashed=NOW)))
    assert keys(merge) == ["programs/p-bright/trashed"]
    assert settled(merge).programs[0].trashed is None


# Who, and what was promised


@pytest.mark.parametrize(
    ("mine", "theirs", "parted", "result"),
    [
        (("Noor", "1"), ("Noor", "1"), False, False),
        (("Noor", "1"), ("noor ", "2"), False, False),  # a mistyped ID
        (("Noor", "1"), ("Ada", "1"), False, False),  # a new family name
        (("Noor", "1"), ("Ada", "2"), True, True),
        (("Noor", ""), ("Ada", ""), False, True),
        (("Noor", ""), ("Ada", ""), True, False),  # both come from one season
        (("", ""), ("Ada", "2"), False, False),
    ],
)
def test_another_applicant_is_told_by_name_and_id(
    mine: tuple[str, str], theirs: tuple[str, str], parted: bool, result: bool
) -> None:
    here, there = (Season(profile=Profile(name=name, aamc_id=number)) for name, number in (mine, theirs))
    other = OtherCopy("hospital.json", there, Ground(parted=NOW if parted else None), "")
    assert strangers(here, other) is result


def test_only_promises_that_meet_through_the_merge_are_told() -> None:
    def told(letter_id: str, program_id: str) -> Letter:
        return a_letter(letter_id, program_id, sent=at("2026-11-20 10:00"), promise=Promise.FIRST)

    base = replace(BASE, rank_list=RankList())
    mine = replace(base, letters=(told("l-mineee", "p-bright"),))
    merge = merged(mine, replace(base, letters=(told("l-theirs", "p-second"),)), base)
    (conflict,) = new_promise_conflicts(merge, settled(merge))
    assert set(conflict.program_ids) == {"p-bright", "p-second"}
    assert new_promise_conflicts(merge, mine) == ()


def test_a_subject_and_a_text_passed_over_are_both_kept_with_the_message() -> None:
    mine = replace(BASE, letters=tuple(replace(one, subject="Mine", body="My words.") for one in BASE.letters))
    theirs = replace(BASE, letters=tuple(replace(one, subject="Theirs", body="Their words.") for one in BASE.letters))
    merge = merge_with(mine, the_copy(theirs, BASE))
    season = decided(merge, {}, now=NOW)
    for before, after in zip(mine.letters, season.letters, strict=True):
        kept = {(one.subject, one.body) for one in after.revisions}
        assert after.body == before.body and any("Their words." in words or "Theirs" in words for words in kept)


def test_as_many_messages_as_differ_are_exchanged_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[int] = []

    def counted(records: tuple[Any, ...], changed: Any) -> tuple[Any, ...]:
        rounds.append(len(records))
        return swapped(records, changed)

    monkeypatch.setattr(loose_ends, "swapped", counted)
    letters = tuple(replace(BASE.letters[0], id=f"l-{number}") for number in range(20))
    base, mine, theirs = (
        replace(BASE, letters=tuple(replace(one, body=words) for one in letters))
        for words in ("Was.", "Mine.", "Theirs.")
    )
    season = decided(merge_with(mine, the_copy(theirs, base)), {}, now=NOW)
    assert all(one.revisions[-1].body == "Theirs." for one in season.letters) and len(rounds) == 1
