"""The day's progress: counted against what was due this morning, however it was cleared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.agenda import agenda
from store.progress import Progress, as_it_was, progress
from store.records import Debrief, Move, Score, StatusChange, Task
from store.rules import follow_ups
from store.season import Season
from store.words import Kind, Status
from tests.examples import EASTERN, NOW, a_contact, a_letter, a_program, a_season, an_interview, at
from tui.review_sections import progress_words

MORNING = at("2026-11-24 00:00")
OVER = an_interview(starts=at("2026-11-20 09:00", EASTERN), contact_ids=("c-wexley",))
INTERVIEWED = a_season(a_program(status=Status.INTERVIEWED), a_contact(), OVER)


def so_far(season: Season) -> Progress:
    return progress(season, agenda(season, now=NOW), NOW)


def test_nothing_done_leaves_everything_due() -> None:
    day = so_far(INTERVIEWED)
    assert day.cleared == 0
    assert {one.rule for one in day.left} == {"F02", "F03"}


def test_a_decision_of_today_counts_whatever_it_was() -> None:
    season = a_season(a_program(), *(Task(f"t-task{one}0", "Pack", at("2026-11-24 18:00")) for one in range(3)))
    season = follow_ups.mark_done(season, ("TASK:t-task00",), now=NOW)
    season = follow_ups.mark_not_needed(season, ("TASK:t-task10",), now=NOW)
    season = follow_ups.snooze(season, ("TASK:t-task20",), at("2026-11-26 08:00"), now=NOW)
    day = so_far(season)
    assert (day.cleared, day.total, day.settled, day.late_put_off) == (3, 3, (), ())


def test_what_is_late_leaves_the_list_when_it_is_put_off_and_is_told() -> None:
    thanks, debrief = sorted((one.key for one in so_far(INTERVIEWED).due), reverse=True)
    season = follow_ups.mark_done(INTERVIEWED, (thanks,), now=NOW)
    season = follow_ups.snooze(season, (debrief,), at("2026-11-26 08:00"), now=NOW)
    day = so_far(season)
    assert (day.cleared, day.total, day.left) == (2, 2, ())
    assert [one.key for one in day.late_put_off] == [debrief]
    assert progress_words(day, ascii_only=True)[0] == "#- 2 of 2 cleared, 1 late put off"


def test_what_was_put_off_late_on_an_earlier_day_keeps_the_day_from_being_all_cleared() -> None:
    *_, debrief = sorted((one.key for one in so_far(INTERVIEWED).due), reverse=True)
    season = follow_ups.snooze(INTERVIEWED, (debrief,), at("2026-11-26 08:00"), now=at("2026-11-23 20:00"))
    season = follow_ups.mark_done(season, [one.key for one in so_far(season).left], now=NOW)
    day = so_far(season)
    assert (day.cleared, day.total) == (1, 2)
    assert progress_words(day, ascii_only=True)[0] == "#- 1 of 2 cleared, 1 late put off"


def test_a_decision_of_yesterday_was_no_work_of_today() -> None:
    (key, *_) = (one.key for one in so_far(INTERVIEWED).due)
    season = follow_ups.mark_done(INTERVIEWED, (key,), now=at("2026-11-23 20:00"))
    assert key not in {one.key for one in so_far(season).due}


def test_a_letter_sent_today_clears_what_it_answers() -> None:
    sent = a_letter(sent=at("2026-11-24 13:00"), contact_ids=("c-wexley",), interview_id="i-bright")
    season = a_season(a_program(status=Status.INTERVIEWED), a_contact(), OVER, sent)
    assert [one.rule for one in so_far(season).settled] == ["F03"]


def test_what_came_up_today_adds_nothing() -> None:
    came = a_letter("l-came", kind=Kind.REPLY, received=at("2026-11-24 09:00"))
    invited = a_program("p-alder", "Alder Ridge", statuses=(
        StatusChange(Status.APPLIED, at("2026-09-28 10:00")),
        StatusChange(Status.INVITED, at("2026-11-24 08:00"), exact=True),
    ))  # fmt: skip
    season = a_season(a_program(), invited, came)
    assert agenda(season, now=NOW).open
    assert so_far(season).due == ()


def test_what_falls_due_later_does_not_count() -> None:
    season = a_season(a_program(), Task("t-bags01", "Pack", at("2026-11-26 18:00")))
    assert so_far(season).due == ()


def test_a_debrief_and_scores_of_today_are_taken_back() -> None:
    told = replace(OVER, debrief=Debrief(at("2026-11-24 10:00")))
    season = a_season(a_program(status=Status.INTERVIEWED), a_contact(), told)
    season = replace(season, scores=(Score("s-one111", "p-bright", "culture", 4, at("2026-11-24 11:00")),))
    before = as_it_was(season, MORNING)
    assert before.interviews[0].debrief is None
    assert before.scores == ()


def test_a_move_of_today_is_taken_back_and_older_ones_stay() -> None:
    first, second = at("2026-12-01 09:00", EASTERN), at("2026-12-02 09:00", EASTERN)
    moves = (Move(first, at("2026-11-20 10:00")), Move(second, at("2026-11-24 10:00")))
    season = a_season(a_program(), replace(an_interview(), moves=moves))
    (interview,) = as_it_was(season, MORNING).interviews
    assert (interview.starts, interview.moves) == (second, moves[:1])


def test_the_trash_of_today_is_taken_back() -> None:
    thrown = at("2026-11-24 12:00")
    season = a_season(a_program(trashed=thrown), replace(a_letter(), trashed=thrown))
    before = as_it_was(season, MORNING)
    assert (before.programs[0].trashed, before.letters[0].trashed) == (None, None)


def test_a_program_that_began_today_keeps_its_status() -> None:
    season = a_season(a_program(since=at("2026-11-24 09:00")))
    assert as_it_was(season, MORNING).programs == season.programs


def test_a_season_in_which_nothing_happened_today_is_its_own_morning() -> None:
    assert as_it_was(INTERVIEWED, MORNING) is INTERVIEWED
    sent = a_letter(sent=at("2026-11-24 13:00"))
    assert as_it_was(a_season(a_program(), sent), MORNING).letters[0].at is None


@pytest.mark.parametrize(
    ("cleared", "left", "hidden", "said"),
    [
        (0, 3, 0, "--- 0 of 3 cleared, 3 left"),
        (4, 7, 0, "###------- 4 of 11 cleared, 7 left"),
        (10, 0, 1, "#########- 10 of 11 cleared, 1 late put off"),
        (99, 1, 0, "#########- 99 of 100 cleared, 1 left"),
        (3, 0, 0, "### 3 of 3 cleared"),
    ],
)
def test_progress_is_told_as_it_is_and_is_full_only_when_all_is_cleared(
    cleared: int, left: int, hidden: int, said: str
) -> None:
    open_items = agenda(
        a_season(a_program(), *(Task(f"t-{one:06}", "Pack", at("2026-11-24 18:00")) for one in range(100))), now=NOW
    ).open
    day = Progress(
        open_items[: cleared + left], open_items[cleared : cleared + left], (), open_items[-hidden:] if hidden else ()
    )
    assert progress_words(day, ascii_only=True)[0] == said
