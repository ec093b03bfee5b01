"""Review: what is due is cleared by keys, one at a time or together, and comes back when it should."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.message import Message

from store.agenda import agenda
from store.demo.demo_season import demo_season
from store.records import News, Task
from store.rules import follow_ups
from store.season import Season
from store.words import Kind, LetterState, Status, Verdict
from tests.examples import EASTERN, NOW, a_contact, a_letter, a_profile, a_program, a_season, an_interview, at
from tests.on_screen import SIZES, OnScreen, cursor_line, on_screen, status
from tui.commands import REVIEW
from tui.requests import OpenLetter, ShowProgram, WriteEach, WriteLetter
from tui.screens.dialogs.debrief_form import DebriefForm
from tui.screens.dialogs.menu import Menu
from tui.screens.review import ReviewScreen
from tui.settings import Settings
from tui.widgets.preview_pane import PreviewPane

DEMO = demo_season(NOW)
HOSTILE = "[/b][red]Fenwick[@click=app.quit]x[/]"
MORNING = at("2026-11-24 09:00")


def tasks(count: int) -> Season:
    """A program with so many tasks due this morning, and one for the season."""
    own = (Task(f"t-task{one:02}", f"Task {one:02}", MORNING.after(minutes=one), "p-bright") for one in range(count))
    return a_season(a_program(), *own)


def the_review(screen: OnScreen) -> ReviewScreen:
    found = screen.app.screen
    assert isinstance(found, ReviewScreen)
    return found


def verdicts(season: Season) -> dict[str, Verdict]:
    return {one.id: one.verdict for one in season.decisions}


async def previewed(screen: OnScreen, words: str) -> bool:
    """Whether these words come to stand in the preview."""
    for _ in range(300):
        await screen.pilot.pause(0.01)
        if words in screen.text:
            return True
    return False


# Clearing


async def test_done_clears_one_and_the_cursor_lands_on_the_next(tmp_path: Path) -> None:
    async with on_screen(tasks(3), tmp_path, at=REVIEW) as screen:
        await screen.press("j", "d")
        assert verdicts(screen.reloaded()) == {"TASK:t-task01": Verdict.DONE}
        assert "Task 02" in cursor_line(screen)
        assert "Task 01" not in "\n".join(screen.lines[:-2])
        assert status(screen).startswith("Done: Task 01, Brightwater")


async def test_after_the_last_one_the_cursor_is_on_the_one_before(tmp_path: Path) -> None:
    async with on_screen(tasks(3), tmp_path, at=REVIEW) as screen:
        await screen.press("G", "x")
        assert verdicts(screen.reloaded()) == {"TASK:t-task02": Verdict.NOT_NEEDED}
        assert "Task 01" in cursor_line(screen)


async def test_ten_due_items_take_twenty_keys_at_most(tmp_path: Path) -> None:
    keys = ["d", "d", "s", "t", "x", "d", "w", "3", "d", "d", "s", "f", "d"]
    assert len(keys) <= 20
    async with on_screen(DEMO, tmp_path, at=REVIEW) as screen:
        due = {one.key for one in screen.app.state.agenda.open}
        await screen.press(*keys)
        left = {one.key for one in agenda(screen.reloaded(), now=NOW).open}
        assert len(due - left) == 10


async def test_a_snooze_takes_its_key_from_the_popup_and_nothing_reaches_the_list(tmp_path: Path) -> None:
    async with on_screen(tasks(3), tmp_path, at=REVIEW) as screen:
        await screen.press("s")
        assert isinstance(screen.app.screen, Menu)
        before = screen.season
        await screen.press("x", "u", "X", "3")
        assert isinstance(screen.app.screen, ReviewScreen)
        assert before.decisions == ()
        (decision,) = screen.reloaded().decisions
        assert (decision.verdict, decision.until) == (Verdict.SNOOZED, at("2026-11-27 00:00"))


async def test_esc_leaves_the_popup_without_a_change(tmp_path: Path) -> None:
    async with on_screen(tasks(1), tmp_path, at=REVIEW) as screen:
        await screen.press("w", "escape")
        assert isinstance(screen.app.screen, ReviewScreen)
        assert screen.season.decisions == ()
        assert "Task 00" in cursor_line(screen)


async def test_several_are_cleared_in_one_step_that_one_undo_takes_back(tmp_path: Path) -> None:
    async with on_screen(tasks(5), tmp_path, at=REVIEW) as screen:
        await screen.press("space", "j", "v", "d")
        assert sorted(verdicts(screen.season)) == ["TASK:t-task00", "TASK:t-task01", "TASK:t-task02"]
        assert "Task 03" in cursor_line(screen)
        assert the_review(screen).table.selected == frozenset()
        await screen.press("u")
        assert screen.reloaded().decisions == ()


async def test_everything_in_view_is_selected_and_let_go(tmp_path: Path) -> None:
    async with on_screen(tasks(4), tmp_path, at=REVIEW) as screen:
        row = status(screen)
        await screen.press("A")
        assert len(the_review(screen).table.selected) == 4
        assert status(screen).startswith("4 selected")
        await screen.press("escape")
        assert the_review(screen).table.selected == frozenset()
        assert status(screen) == row
        await screen.press("A", "s", "t")
        assert len(screen.season.decisions) == 4


async def test_undo_brings_the_row_back_under_the_cursor(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=REVIEW) as screen:
        await screen.press("j", "j", "j")
        before = cursor_line(screen)
        await screen.press("d", "j", "j", "u")
        assert cursor_line(screen) == before
        assert status(screen).startswith("Undone: Done:")


async def test_undo_goes_to_the_section_the_row_returns_to(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=REVIEW) as screen:
        await screen.press("d", "tab", "tab", "u")
        assert the_review(screen).section == "due"


async def test_a_dot_repeats_what_was_done_last(tmp_path: Path) -> None:
    async with on_screen(tasks(4), tmp_path, at=REVIEW) as screen:
        await screen.press("full_stop")
        assert status(screen) == "There is nothing to repeat yet."
        await screen.press("s", "t", "full_stop", "x", "full_stop")
        assert list(verdicts(screen.reloaded()).values()) == [
            Verdict.SNOOZED,
            Verdict.SNOOZED,
            Verdict.NOT_NEEDED,
            Verdict.NOT_NEEDED,
        ]
        assert screen.season.decisions[0].until == screen.season.decisions[1].until


async def test_the_programs_turn_is_nothing_to_clear(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=REVIEW) as screen:
        await screen.press("tab", "tab", "tab")
        assert "no answer to your application" in cursor_line(screen)
        await screen.press("d")
        assert status(screen).startswith("It is their turn")
        assert screen.season.decisions == ()


# What was cleared


async def test_u_on_a_cleared_one_brings_that_one_back(tmp_path: Path) -> None:
    season = follow_ups.mark_done(tasks(3), ("TASK:t-task00",), now=NOW)
    season = follow_ups.mark_not_needed(season, ("TASK:t-task01",), now=NOW.after(minutes=-20))
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        await screen.press("shift+tab")
        assert "14:05" in cursor_line(screen)
        assert "Task 00" in cursor_line(screen)
        await screen.press("j", "u")
        assert list(verdicts(screen.reloaded())) == ["TASK:t-task00"]
        assert "Task 00" in cursor_line(screen)
        await screen.press("enter")
        assert screen.reloaded().decisions == ()


async def test_what_was_put_off_comes_back_with_r(tmp_path: Path) -> None:
    season = follow_ups.snooze(tasks(1), ("TASK:t-task00",), at("2026-12-01 08:00"), now=NOW)
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        await screen.press("r")
        assert status(screen).startswith("Nothing here was put off")
        await screen.press("shift+tab", "shift+tab")
        assert "Tue 1 Dec" in cursor_line(screen)
        await screen.press("r")
        assert screen.reloaded().decisions == ()


async def test_what_a_sent_message_settled_is_shown_and_stays(tmp_path: Path) -> None:
    sent = a_letter(sent=NOW.after(hours=-1), contact_ids=("c-wexley",))
    over = an_interview(starts=at("2026-11-22 09:00", EASTERN), contact_ids=("c-wexley",))
    season = a_season(a_program(status=Status.INTERVIEWED), a_contact(), over, sent)
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        await screen.press("shift+tab")
        assert "settled" in cursor_line(screen)
        await screen.press("d")
        assert status(screen).startswith("That one went by itself")
        await screen.press("r")
        assert status(screen).startswith("That one went by itself")


async def test_progress_counts_what_was_due_this_morning(tmp_path: Path) -> None:
    async with on_screen(tasks(7), tmp_path, at=REVIEW) as screen:
        assert "0 of 7, 7 left" in screen.lines[1]
        await screen.press("d", "d")
        assert "2 of 7, 5 left" in screen.lines[1]


async def test_progress_counts_what_left_the_list_and_its_bar_is_not_full_while_something_late_is_put_off(
    tmp_path: Path,
) -> None:
    late = Task("t-late01", "Late one", at("2026-11-22 09:00"))
    season = replace(tasks(1), tasks=(late, *tasks(1).tasks))
    async with on_screen(season, tmp_path, size=(120, 36), at=REVIEW) as screen:
        assert "0 of 2 cleared, 2 left" in screen.lines[1]
        await screen.press("s", "t", "d")
        assert "■□ 2 of 2 cleared, 1 late put off" in screen.lines[1]


# Answering


def asked(screen: OnScreen, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the review asks the app to open from here on."""
    requests: list[object] = []
    post = screen.app.screen.post_message

    def kept(message: Message) -> bool:
        if isinstance(message, WriteLetter | WriteEach | OpenLetter | ShowProgram):
            requests.append(message)
            return True
        return post(message)

    monkeypatch.setattr(screen.app.screen, "post_message", kept)
    return requests


THANKS = a_season(
    a_program(status=Status.INTERVIEWED),
    a_contact(),
    a_contact("c-arbor", name="Milo Arbor"),
    an_interview(starts=at("2026-11-22 09:00", EASTERN), contact_ids=("c-wexley", "c-arbor")),
)


async def to_row(screen: OnScreen, words: str) -> None:
    for _ in range(40):
        if words in cursor_line(screen):
            return
        await screen.press("j")
    raise AssertionError(f"no row says {words}")


async def test_m_begins_the_message_that_answers_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_screen(THANKS, tmp_path, at=REVIEW) as screen:
        requests = asked(screen, monkeypatch)
        await to_row(screen, "thank-you to Dr. Arbor")
        await screen.press("m")
        (request,) = requests
        assert isinstance(request, WriteLetter)
        begin = request.begin
        assert (begin.program_id, begin.kind) == ("p-bright", Kind.THANK_YOU)
        assert (begin.contact_ids, begin.interview_id) == (("c-arbor",), "i-bright")


async def test_m_opens_the_draft_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = a_letter(contact_ids=("c-arbor",), interview_id="i-bright")
    async with on_screen(replace(THANKS, letters=(draft,)), tmp_path, at=REVIEW) as screen:
        requests = asked(screen, monkeypatch)
        await to_row(screen, "thank-you to Dr. Arbor")
        await screen.press("m")
        (request,) = requests
        assert isinstance(request, OpenLetter)
        assert request.letter_id == draft.id


async def test_m_on_several_thank_yous_asks_for_all_of_them_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_screen(THANKS, tmp_path, at=REVIEW) as screen:
        requests = asked(screen, monkeypatch)
        await to_row(screen, "thank-you to Dr.")
        await screen.press("space", "v", "m")
        (request,) = requests
        assert isinstance(request, WriteEach)
        assert sorted(one.contact_id for one in request.owed) == ["c-arbor", "c-wexley"]


async def test_m_on_news_for_many_programs_begins_a_draft_for_each_in_one_step(tmp_path: Path) -> None:
    met = [a_program(f"p-{n:06}", f"Program {n:02}", Status.INTERVIEWED, at("2026-11-20 10:00")) for n in range(7)]
    season = a_season(*met, News("w-passed", date(2026, 11, 23), "I passed Step 2 CK."), profile=a_profile())
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        await to_row(screen, "tell 7 programs")
        await screen.press("m")
        assert "Begin 7 drafts, one for each program?" in screen.text
        await screen.press("enter")
        assert "1 of 7" in screen.text
        drafts = screen.reloaded().letters
        assert {one.kind for one in drafts} == {Kind.UPDATE} and {one.program_id for one in drafts} == {
            one.id for one in met
        }
        await screen.press("escape", "escape", "u")
        assert screen.reloaded().letters == ()


async def test_m_on_a_mixed_selection_takes_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_screen(THANKS, tmp_path, at=REVIEW) as screen:
        requests = asked(screen, monkeypatch)
        await screen.press("A")
        selected = the_review(screen).table.selected
        await screen.press("m", "escape")  # the first is a debrief, whose form opens
        assert len(selected) > 2 and len(the_review(screen).table.selected) == len(selected) - 1
        assert not [one for one in requests if isinstance(one, WriteEach)]


async def test_a_message_of_theirs_asks_which_kind_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came = a_letter(kind=Kind.REPLY, received=at("2026-11-23 12:00"), contact_ids=("c-wexley",), subject="A paper")
    async with on_screen(a_season(a_program(), a_contact(), came), tmp_path, at=REVIEW) as screen:
        requests = asked(screen, monkeypatch)
        await to_row(screen, "A paper")
        await screen.press("m", "enter")
        (request,) = requests
        assert isinstance(request, WriteLetter)
        assert request.begin.answers == came.id


async def test_m_on_a_debrief_opens_its_form_and_o_its_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_screen(THANKS, tmp_path, at=REVIEW) as screen:
        requests = asked(screen, monkeypatch)
        await to_row(screen, "debrief")
        await screen.press("m")
        assert requests == []
        assert isinstance(screen.app.screen, DebriefForm)
        await screen.write("A slide for every child")
        await screen.press("escape")
        notes = screen.reloaded().interviews[0].debrief
        assert notes is not None and notes.hooks[0].words == "A slide for every child"
        await screen.press("o")
        (request,) = requests
        assert isinstance(request, ShowProgram)
        assert (request.program_id, request.among) == ("p-bright", ("p-bright",))


async def test_what_is_about_no_program_says_so(tmp_path: Path) -> None:
    season = replace(a_season(), tasks=(Task("t-camera", "Try the camera", MORNING),))
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        await screen.press("m")
        assert status(screen).startswith("That is about no program")
        await screen.press("o")
        assert status(screen).startswith("That is about no program")
        await screen.press("d")
        assert list(verdicts(screen.reloaded())) == ["TASK:t-camera"]


async def test_a_follow_up_of_ones_own_is_added(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=REVIEW) as screen:
        await screen.press("tab", "tab", "tab", "a")
        await screen.write("Call them")
        await screen.press("tab")
        await screen.write("fri")
        await screen.press("enter")
        (task,) = screen.reloaded().tasks
        assert (task.what, task.due.day_in(NOW.zone), task.program_id) == (
            "Call them",
            at("2026-11-27").day,
            "p-bright",
        )


# Finding and moving


async def test_the_filter_looks_at_programs_and_at_words(tmp_path: Path) -> None:
    other = replace(tasks(2), tasks=(*tasks(2).tasks, Task("t-camera", "Try the camera", MORNING)))
    season = replace(other, programs=(*other.programs, a_program("p-fenwck", "Fenwick", tier="A")))
    season = replace(season, tasks=(*season.tasks, Task("t-fenwck", "Pack", MORNING, "p-fenwck")))
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        await screen.press("slash")
        await screen.write("camera")
        await screen.press("enter")
        assert the_review(screen).table.keys == ("TASK:t-camera",)
        assert "filter: camera" in screen.lines[1]
        await screen.press("escape", "slash")
        await screen.write("tier:a")
        assert the_review(screen).table.keys == ("TASK:t-fenwck",)
        await screen.press("escape")
        assert len(the_review(screen).table.keys) == 4


async def test_the_cursor_keeps_its_place_in_each_section(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=REVIEW) as screen:
        await screen.press("j", "j")
        before = cursor_line(screen)
        await screen.press("tab", "j", "shift+tab")
        assert cursor_line(screen) == before


async def test_tab_goes_round_all_sections(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=REVIEW) as screen:
        seen = []
        for _ in range(6):
            seen.append(the_review(screen).section)
            await screen.press("tab")
        assert seen == ["due", "week", "later", "waiting", "snoozed", "cleared"]
        assert the_review(screen).section == "due"


async def test_go_leads_to_a_program_by_name(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=REVIEW) as screen:
        await screen.press("g", "p")
        await screen.write("osprey")
        await screen.press("enter")
        assert "Osprey" in cursor_line(screen)
        await screen.press("g", "e")
        assert the_review(screen).table.key == the_review(screen).table.keys[-1]
        await screen.press("g", "g")
        assert the_review(screen).table.key == the_review(screen).table.keys[0]


# What it shows


@pytest.mark.parametrize("size", SIZES)
async def test_heads_and_keys_are_never_cut(size: tuple[int, int], tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=size, at=REVIEW) as screen:
        for _ in range(6):
            assert all(len(line) == size[0] for line in screen.lines)
            assert "…" not in screen.lines[1] + screen.lines[-1]
            assert screen.lines[1].count("[") == 1
            assert " left" in screen.lines[1]
            assert screen.lines[-1].rstrip().endswith("? keys")
            await screen.press("tab")


async def test_the_narrow_screen_says_why_where_the_wide_one_shows_it(tmp_path: Path) -> None:
    async with on_screen(THANKS, tmp_path, at=REVIEW) as screen:
        await to_row(screen, "thank-you to Dr. Arbor")
        assert not screen.app.screen.query_one(PreviewPane).display
        assert status(screen).startswith("The interview ended")
        assert len(status(screen)) <= 78
        await screen.press("right_square_bracket")
        assert status(screen).startswith("The preview needs a wider screen")


async def test_the_preview_holds_the_message_before_it_is_begun(tmp_path: Path) -> None:
    async with on_screen(THANKS, tmp_path, size=(120, 50), at=REVIEW) as screen:
        await to_row(screen, "thank-you to Dr. Arbor")
        assert await previewed(screen, "m begins this message")
        assert await previewed(screen, "Dear Dr. Arbor,")
        assert "Why it is here" in screen.text
        assert "Checks" in screen.text
        assert screen.season.letters == ()


async def test_the_preview_shows_the_draft_and_what_they_wrote(tmp_path: Path) -> None:
    came = a_letter(
        "l-came", kind=Kind.LOGISTICS, received=at("2026-11-23 12:00"), contact_ids=("c-wexley",), body="Bring a pen."
    )
    draft = a_letter(kind=Kind.LOGISTICS, answers="l-came", contact_ids=("c-wexley",), body="A blue one then.")
    season = a_season(a_program(status=Status.BOOKED), a_contact(), came, draft, an_interview())
    async with on_screen(season, tmp_path, size=(120, 50), at=REVIEW) as screen:
        await to_row(screen, "answer")
        assert await previewed(screen, "Bring a pen.")
        assert "A blue one then." in screen.text
        assert "Your draft" in screen.text


async def test_a_long_preview_says_that_it_goes_on_and_scrolls(tmp_path: Path) -> None:
    async with on_screen(THANKS, tmp_path, size=(120, 24), at=REVIEW) as screen:
        await to_row(screen, "thank-you to Dr. Arbor")
        assert await previewed(screen, "]  more below")
        assert "checks passed" not in screen.text
        await screen.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert await previewed(screen, "[  back up")
        assert "checks passed" in screen.text
        await screen.press("left_square_bracket")
        assert await previewed(screen, "]  more below")
        await screen.press("right_square_bracket")
        assert await previewed(screen, "[  back up")
        pane = screen.app.screen.query_one(PreviewPane)
        await screen.pilot._post_mouse_events([events.MouseScrollUp], widget=pane)
        assert await previewed(screen, "]  more below")


async def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    season = a_season(a_program(name=HOSTILE), Task("t-evil01", f"do {HOSTILE}", MORNING, "p-bright"))
    async with on_screen(season, tmp_path, size=(200, 50), at=REVIEW) as screen:
        assert f"do {HOSTILE}" in cursor_line(screen)
        assert await previewed(screen, "Why it is here")
        await screen.press("d")
        assert HOSTILE in status(screen)


async def test_nothing_due_names_the_next_interview_and_what_is_put_off(tmp_path: Path) -> None:
    season = a_season(a_program(status=Status.BOOKED), an_interview(), Task("t-later1", "Pack", MORNING))
    season = follow_ups.snooze(season, ("TASK:t-later1",), at("2026-11-30 08:00"), now=NOW)
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        words = " ".join(line.strip() for line in screen.lines[2:6])
        assert "Nothing is due." in words
        assert "Next interview: Brightwater, Thu 3 Dec (+9d)." in words
        assert "1 snoozed, the first until Mon 30 Nov." in words
        await screen.press("d", "s", "m", "o", "space", "v", "j")
        assert screen.season.decisions == season.decisions


async def test_an_empty_season_leads_to_the_first_program(tmp_path: Path) -> None:
    season = replace(Season(), profile=a_season().profile)
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        assert "n adds one" in " ".join(line.strip() for line in screen.lines[2:6])
        for _ in range(5):
            await screen.press("tab")
            assert screen.lines[3].strip()


async def test_plain_ascii_is_enough_for_the_head(tmp_path: Path) -> None:
    async with on_screen(tasks(2), tmp_path, size=(120, 36), at=REVIEW, settings=Settings(glyphs="ascii")) as screen:
        await screen.press("d")
        assert screen.lines[1].isascii()
        assert "#- 1 of 2 cleared" in screen.lines[1]


async def test_a_ready_message_is_among_what_is_due(tmp_path: Path) -> None:
    ready = a_letter(ready=True, subject="Thanks")
    async with on_screen(a_season(a_program(), ready), tmp_path, at=REVIEW) as screen:
        assert "send the thank-you message" in cursor_line(screen)
        await screen.press("d")
        assert screen.reloaded().letters[0].state is LetterState.READY
        assert list(verdicts(screen.reloaded())) == ["F16:l-letter"]


@pytest.mark.parametrize("size", SIZES)
async def test_why_a_line_is_here_by_when_and_what_ends_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=size, at=REVIEW) as screen:
        item = next(one for one in screen.app.state.agenda.open if one.rule == "F14")
        the_review(screen).table.show_key(item.key)
        await screen.press("W")
        text = " ".join(screen.text.replace("│", " ").split())
        assert "Why it is here" in text and "Eligibility changes with it" in text
        assert "By when" in text and "at the latest Mon 23 Nov 2026" in text
        assert "F14, tell every program" in text and "after 60 days." in text
        await screen.press("escape")
        assert isinstance(screen.app.screen, ReviewScreen)
