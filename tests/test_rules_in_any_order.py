"""Whatever rules are applied, in whatever order: the season stays one that can be kept and planned from."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from store.agenda import agenda, urgency
from store.counts import counts
from store.errors import RuleBroken
from store.filters import parse_filter
from store.moments import Moment
from store.record_json import read_season, season_to_tables
from store.records import Contact, ContactRule, Debrief, Hook, Interview, Letter, Task
from store.rules import follow_ups, interviews, letters, people, programs, ranking
from store.rules.bringing_back import bring_back
from store.rules.close_calls import answer_close_call
from store.season import Season
from store.standing import promise_conflicts
from store.words import Channel, ContactRuleName, Kind, Promise, Role, Status
from tests.examples import NOW, a_busy_season

Change = Callable[[Season, Moment], Season]

PROGRAMS = tuple(program.id for program in a_busy_season().programs)
NUMBERS = st.integers(min_value=0, max_value=9)
WORDS = st.text(max_size=40)
HOURS = st.integers(min_value=-24 * 60, max_value=24 * 120)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """One rule with arguments that may or may not be allowed."""
    program_id = draw(st.sampled_from(PROGRAMS))
    number, words, hours = draw(NUMBERS), draw(WORDS), draw(HOURS)
    other_id = PROGRAMS[number % len(PROGRAMS)]
    kind, status = draw(st.sampled_from(Kind)), draw(st.sampled_from(Status))
    contact_id, interview_id, letter_id = f"c-drawn{number}", f"i-drawn{number}", f"l-drawn{number}"
    contact = Contact(contact_id, program_id, words, Role.INTERVIEWER)
    letter = Letter(letter_id, program_id, kind, body=words, contact_ids=draw(st.sampled_from(((), (contact_id,)))))
    rule = ContactRule(draw(st.sampled_from(ContactRuleName)), words, channel=Channel.PORTAL, until=NOW.day)

    def when(now: Moment) -> Moment:
        return now.after(hours=hours)

    def interview(now: Moment) -> Interview:
        return Interview(interview_id, program_id, when(now), contact_ids=letter.contact_ids)

    def key(season: Season, now: Moment) -> tuple[str, ...]:
        return tuple(one.key for one in agenda(season, now=now).open)[number : number + 2]

    choices: tuple[Change, ...] = (
        lambda season, now: programs.set_status(season, (program_id,), status, at=when(now), now=now),
        lambda season, now: programs.invite(season, program_id, at=now, offered=(when(now),), now=now),
        lambda season, now: programs.edit_program(season, program_id, name=words, now=now),
        lambda season, now: programs.set_contact_rule(season, program_id, rule, now=now),
        lambda season, now: programs.trash_programs(season, (program_id,), now=now),
        lambda season, now: programs.untrash_programs(season, PROGRAMS, now=now),
        lambda season, now: people.add_contact(season, contact, now=now),
        lambda season, now: people.remove_contact(season, contact_id, now=now),
        lambda season, now: interviews.book_interview(season, interview(now), past=hours < 0, now=now),
        lambda season, now: interviews.move_interview(season, interview_id, when(now), past=True, now=now),
        lambda season, now: interviews.cancel_interview(season, "i-bright", withdraw=number > 4, now=now),
        lambda season, now: interviews.debrief(
            season, "i-fenwck", Debrief(now, (Hook("c-irigoy", words),), gut=number), now=now
        ),
        lambda season, now: letters.write_letter(season, letter, now=now),
        lambda season, now: letters.log_received(season, letter, now=now),
        lambda season, now: letters.mark_ready(season, letter_id, now=now),
        lambda season, now: letters.mark_sent(season, letter_id, at=when(now), promise=Promise.FIRST, now=now),
        lambda season, now: letters.trash_letters(season, (letter_id,), now=now),
        lambda season, now: bring_back(season, (letter_id,), now=now),
        lambda season, now: follow_ups.mark_done(season, key(season, now), now=now),
        lambda season, now: follow_ups.snooze(season, key(season, now), when(now), now=now),
        lambda season, now: follow_ups.add_task(
            season, Task(f"t-drawn{number}", words, when(now), program_id), now=now
        ),
        lambda season, now: follow_ups.edit_task(season, f"t-drawn{number}", what=words, due=when(now), now=now),
        lambda season, now: follow_ups.remove_tasks(season, (f"t-drawn{number}",), now=now),
        lambda season, now: ranking.rank_program(season, program_id, now=now),
        lambda season, now: ranking.move_program(season, program_id, number, now=now),
        lambda season, now: ranking.leave_out(season, program_id, words, now=now),
        lambda season, now: ranking.keep_save_point(season, words, now=now),
        lambda season, now: answer_close_call(season, program_id, other_id, program_id, now=now),
    )
    return draw(st.sampled_from(choices))


@given(st.lists(st.tuples(changes(), st.integers(min_value=0, max_value=24 * 20)), max_size=12))
@settings(max_examples=120)
def test_any_course_of_changes_leaves_a_whole_season(steps: list[tuple[Change, int]]) -> None:
    season, now = a_busy_season(), NOW
    for change, hours in steps:
        now = now.after(hours=hours)
        try:
            season = change(season, now)
        except RuleBroken as refusal:
            assert str(refusal).endswith((".", "?"))
    assert read_season(season_to_tables(season)).season == season
    for program in season.programs:
        moments = [step.at.at for step in program.statuses]
        assert moments == sorted(moments) and program.statuses[-1].at.at <= now.at


@given(st.lists(changes(), max_size=12), HOURS)
@settings(max_examples=120)
def test_the_agenda_of_any_season_has_unique_keys_and_is_in_order(steps: list[Change], hours: int) -> None:
    season, now = a_busy_season(), NOW
    for change in steps:
        try:
            season = change(season, now)
        except RuleBroken:
            continue
    later = now.after(hours=hours)
    found = agenda(season, now=later)
    keys = [one.key for one in (*found.open, *found.snoozed)]
    assert len(keys) == len(set(keys))
    assert all(follow_ups.KEY.fullmatch(key) for key in keys)
    assert all(len(one.short) <= 22 and urgency(one, later) for one in found.open)
    assert counts(season, found, later).programs == len(season.followed)
    assert all(conflict.message.endswith(".") for conflict in promise_conflicts(season))
    due = parse_filter("due !late quiet>3d")
    assert all(program in season.followed for program in season.programs if due.matches(season, found, program, later))
