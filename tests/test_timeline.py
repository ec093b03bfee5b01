"""What a timeline shows follows from the season, the agenda and the moment, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from store.agenda import Agenda, FollowUp, agenda
from store.folds import Fold, Head, Quiet, cycled, row_of, starting_folds, toggled, visible_rows
from store.lane_cells import Cell, Edge, cells_of, counts_of, shown_events
from store.lanes import Event, EventKind, Lane, Span, SpanKind
from store.moments import Moment
from store.records import Interview, Program, StatusChange
from store.season import Season
from store.time_scale import ZOOMS
from store.timeline import Timeline, timeline
from store.words import InterviewState, LetterState, Status
from tests.examples import CENTRAL, EASTERN, NOW, a_busy_season, a_letter, a_program, a_season, an_interview, at

TODAY = date(2026, 11, 24)
APPLIED = StatusChange(Status.APPLIED, at("2026-09-28 10:00"))


def to_do(
    key: str, program_id: str, due: str, latest: str = "", short: str = "do this", rule: str = "TASK"
) -> FollowUp:
    """Something to do for a program by that moment at home."""
    return FollowUp(key, rule, short, short, "because", at(due), at(latest) if latest else None, None, program_id)


def shown(season: Season, *follow_ups: FollowUp, now: Moment = NOW) -> Timeline:
    """The timeline of that season with just these follow-ups to do."""
    return timeline(season, Agenda(open=tuple(sorted(follow_ups, key=lambda one: one.due.at))), now=now)


def only_lane(season: Season, *follow_ups: FollowUp, now: Moment = NOW) -> Lane:
    """The one lane of that season."""
    (lane,) = shown(season, *follow_ups, now=now).lanes
    return lane


def course(*steps: tuple[Status, str]) -> tuple[StatusChange, ...]:
    """A course of statuses, each with its day."""
    return tuple(StatusChange(status, at(f"{day} 10:00")) for status, day in steps)


INVITED = course((Status.APPLIED, "2026-09-28"), (Status.INVITED, "2026-11-02"))
BOOKED = (*INVITED, *course((Status.BOOKED, "2026-11-03")))


PLAIN, NOTHING = a_season(), Agenda()
HELD = replace(PLAIN, interviews=(an_interview(),))
WRITTEN = replace(PLAIN, letters=(a_letter("l-sent22", sent=at("2026-11-10 10:00")),))
TO_DO = to_do("t-1", "p-bright", "2026-11-24 15:00", "2026-11-24 16:00")


class TestEvents:
    """Every kind of event comes from its own record."""

    @pytest.mark.parametrize(
        ("statuses", "kind", "day"),
        [
            (INVITED, EventKind.INVITED, "2026-11-02"),
            ((APPLIED, *course((Status.WAITLISTED, "2026-11-05"))), EventKind.WAITLISTED, "2026-11-05"),
            ((APPLIED, *course((Status.REJECTED, "2026-11-06"))), EventKind.CLOSED_BY_THEM, "2026-11-06"),
            ((APPLIED, *course((Status.WITHDRAWN, "2026-11-07"))), EventKind.CLOSED_BY_ME, "2026-11-07"),
            ((APPLIED, *course((Status.INTERVIEWED, "2026-11-08"))), EventKind.INTERVIEWED, "2026-11-08"),
        ],
    )
    def test_a_status_leaves_its_event_on_its_day(
        self, statuses: tuple[StatusChange, ...], kind: EventKind, day: str
    ) -> None:
        lane = only_lane(a_season(a_program(statuses=statuses)))
        assert [(event.kind, str(event.day)) for event in lane.events] == [(kind, day)]

    def test_being_planned_or_applied_is_no_event(self) -> None:
        lane = only_lane(a_season(a_program(statuses=(*course((Status.PLANNED, "2026-09-01")), APPLIED))))
        assert lane.events == ()

    @pytest.mark.parametrize(
        ("starts", "kind"),
        [
            ("2026-11-24 14:06", EventKind.BOOKED),
            ("2026-11-24 11:00", EventKind.BOOKED),  # still under way
            ("2026-11-24 10:05", EventKind.INTERVIEWED),  # over this very minute
            ("2026-11-19 09:00", EventKind.INTERVIEWED),
        ],
    )
    def test_an_interview_is_booked_until_it_is_over(self, starts: str, kind: EventKind) -> None:
        season = a_season(a_program(statuses=BOOKED), an_interview(starts=at(starts)))
        assert [event.kind for event in only_lane(season).events] == [EventKind.INVITED, kind]

    def test_an_interview_that_was_marked_as_over_too_is_drawn_once_on_its_own_day(self) -> None:
        over = (*BOOKED, *course((Status.INTERVIEWED, "2026-11-22")))
        season = a_season(a_program(statuses=over), an_interview(starts=at("2026-11-19 15:00")))
        assert [str(event.day) for event in only_lane(season).events] == ["2026-11-02", "2026-11-19"]

    def test_a_cancelled_interview_leaves_nothing(self) -> None:
        cancelled = replace(an_interview(), state=InterviewState.CANCELLED)
        timeline_ = shown(a_season(a_program(statuses=BOOKED), cancelled))
        assert [event.kind for event in timeline_.lanes[0].events] == [EventKind.INVITED]
        assert timeline_.load == {}

    def test_the_day_of_an_event_is_the_day_at_home(self) -> None:
        evening = an_interview(starts=at("2026-12-03 19:00", EASTERN))  # 01:00 on the fourth in Warsaw
        season = a_season(a_program(statuses=BOOKED), evening)
        assert only_lane(season).events[-1].day == date(2026, 12, 4)
        assert only_lane(season, now=NOW.seen_from(EASTERN)).events[-1].day == date(2026, 12, 3)

    @pytest.mark.parametrize(
        ("due", "kind"),
        [
            ("2026-11-21 09:00", EventKind.ACTION_DUE),
            ("2026-11-24 23:59", EventKind.ACTION_DUE),
            ("2026-11-25 00:00", EventKind.ACTION_LATER),
        ],
    )
    def test_an_action_is_due_from_its_day_on(self, due: str, kind: EventKind) -> None:
        lane = only_lane(a_season(), to_do("t-1", "p-bright", due))
        assert [(event.kind, event.record_id) for event in lane.events] == [(kind, "t-1")]

    def test_only_messages_that_went_out_are_events_and_only_where_days_have_cells(self) -> None:
        sent = a_letter("l-sent22", sent=at("2026-11-10 10:00"))
        season = a_season(a_program(), sent, a_letter("l-draft2"), a_letter("l-came22", received=NOW))
        lane = only_lane(season)
        assert shown_events(lane, 2) == ()
        assert [(event.kind, event.record_id) for event in shown_events(lane, 3)] == [(EventKind.MESSAGE, "l-sent22")]

    def test_nothing_lies_ahead_but_interviews_and_actions(self) -> None:
        season = a_busy_season()
        for lane in timeline(season, agenda(season, now=NOW), now=NOW).lanes:
            ahead = {event.kind for event in lane.events if event.day > TODAY}
            assert ahead <= {EventKind.BOOKED, EventKind.CLASH, EventKind.ACTION_LATER}
            assert all(span.last <= TODAY or span.kind is SpanKind.LEAD for span in lane.spans)


class TestLines:
    """Lines tell what the time between the events was spent on."""

    @pytest.mark.parametrize(
        ("statuses", "spans"),
        [
            ((APPLIED,), [("waiting", "2026-09-28", "2026-11-24")]),
            (INVITED, [("waiting", "2026-09-28", "2026-11-02"), ("in play", "2026-11-02", "2026-11-24")]),
            (BOOKED, [("waiting", "2026-09-28", "2026-11-02"), ("in play", "2026-11-02", "2026-11-24")]),
            (
                (APPLIED, *course((Status.WAITLISTED, "2026-11-05"))),
                [("waiting", "2026-09-28", "2026-11-05"), ("after", "2026-11-05", "2026-11-24")],
            ),
            ((APPLIED, *course((Status.REJECTED, "2026-11-06"))), [("waiting", "2026-09-28", "2026-11-06")]),
            (course((Status.PLANNED, "2026-09-01")), []),
        ],
    )
    def test_a_course_becomes_lines_up_to_today(
        self, statuses: tuple[StatusChange, ...], spans: list[tuple[str, str, str]]
    ) -> None:
        lane = only_lane(a_season(a_program(statuses=statuses)))
        assert [(span.kind.value, str(span.first), str(span.last)) for span in lane.spans] == spans

    def test_a_booked_interview_leads_the_line_on_into_the_future(self) -> None:
        lane = only_lane(a_season(a_program(statuses=BOOKED), an_interview()))
        assert lane.spans[-1] == Span(SpanKind.LEAD, TODAY + timedelta(days=1), date(2026, 12, 3), ends=1)

    def test_after_an_interview_the_line_changes_on_the_day_it_was_held(self) -> None:
        over = (*BOOKED, *course((Status.INTERVIEWED, "2026-11-22")))
        season = a_season(a_program(statuses=over), an_interview(starts=at("2026-11-19 15:00")))
        assert only_lane(season).spans[-1] == Span(SpanKind.AFTER, date(2026, 11, 19), TODAY, begins=1)


class TestNext:
    """The next step is the first thing that comes, interview or follow-up."""

    def test_the_earlier_of_follow_up_and_interview_comes_next(self) -> None:
        season = a_season(a_program(statuses=BOOKED), an_interview())
        step = only_lane(season, to_do("t-1", "p-bright", "2026-12-01 10:00")).next
        assert step is not None
        assert (step.signed, step.words) == (" +7d", "do this")
        step = only_lane(season, to_do("t-1", "p-bright", "2026-12-09 10:00")).next
        assert step is not None
        assert (step.signed, step.words, step.key) == (" +9d", "interview Thu", "i-bright")

    def test_an_interview_today_shows_its_time_at_home(self) -> None:
        season = a_season(a_program(statuses=BOOKED), an_interview(starts=at("2026-11-24 09:30", EASTERN)))
        step = only_lane(season).next
        assert step is not None
        assert (step.signed, step.words) == (" now", "interview 15:30 CET")

    def test_what_is_late_is_flagged_and_what_is_only_due_is_not(self) -> None:
        late = only_lane(a_season(), to_do("t-1", "p-bright", "2026-11-21 10:00", "2026-11-22 10:00")).next
        due = only_lane(a_season(), to_do("t-1", "p-bright", "2026-11-21 10:00", "2026-11-26 10:00")).next
        assert late is not None
        assert due is not None
        assert (late.signed, late.late, late.flagged) == (" -3d", True, True)
        assert (due.late, due.flagged) == (False, False)

    def test_what_was_put_off_shows_when_it_comes_back_and_that_it_was_put_off(self) -> None:
        hidden = replace(to_do("t-1", "p-bright", "2026-11-20 10:00"), snoozed_until=at("2026-11-30 08:00"))
        (lane,) = timeline(a_season(), Agenda(snoozed=(hidden,)), now=NOW).lanes
        assert lane.next is not None
        assert (lane.next.signed, lane.next.snoozed) == (" +6d", True)
        assert [(event.kind, str(event.day)) for event in lane.events] == [(EventKind.ACTION_LATER, "2026-11-30")]

    def test_without_anything_to_do_there_is_no_next_step(self) -> None:
        assert only_lane(a_season()).next is None

    @pytest.mark.parametrize(("due", "quiet"), [("2026-12-08 10:00", False), ("2026-12-09 10:00", True)])
    def test_a_lane_is_quiet_when_nothing_is_due_within_fourteen_days(self, due: str, quiet: bool) -> None:
        assert only_lane(a_season(), to_do("t-1", "p-bright", due)).quiet is quiet


def clashing_season() -> Season:
    """Two interviews far ahead that overlap: 15:00 to 19:00 and 16:30 to 20:30 at home."""
    return a_season(
        a_program(statuses=BOOKED),
        a_program("p-aldrid", "Alder Ridge", statuses=BOOKED, zone=CENTRAL),
        an_interview(starts=at("2027-01-12 09:00", EASTERN)),
        an_interview("i-aldrid", "p-aldrid", at("2027-01-12 09:30", CENTRAL)),
    )


class TestClashes:
    """A clash shows on both lanes, on the ruler, and by name."""

    def test_both_lanes_carry_it_on_the_same_day_and_name_each_other(self) -> None:
        one, other = shown(clashing_season()).lanes
        assert [[event.kind for event in lane.events if event.day.year == 2027] for lane in (one, other)] == [
            [EventKind.CLASH],
            [EventKind.CLASH],
        ]
        assert {lane.next.words for lane in (one, other) if lane.next} == {
            "clash with Brightwater",
            "clash with Alder Ridge",
        }

    def test_a_clash_is_flagged_and_never_folded_away(self) -> None:
        lanes = shown(clashing_season()).lanes
        assert all(lane.next is not None and lane.next.flagged and not lane.quiet for lane in lanes)

    def test_the_ruler_knows_the_day(self) -> None:
        assert shown(clashing_season()).clash_days == {date(2027, 1, 12)}

    def test_the_follow_up_about_it_names_the_other_program(self) -> None:
        resolve = to_do("F05:x", "p-bright", "2026-11-24 08:00", short="resolve the clash", rule="F05")
        lane = next(lane for lane in shown(clashing_season(), resolve).lanes if lane.program_id == "p-bright")
        assert lane.next is not None
        assert (lane.next.signed, lane.next.words) == (" now", "clash with Alder Ridge")

    def test_once_it_is_over_nothing_is_left_of_it(self) -> None:
        later = at("2027-01-13 10:00")
        past = shown(clashing_season(), now=later)
        assert past.clash_days == frozenset()
        assert {event.kind for lane in past.lanes for event in lane.events} == {
            EventKind.INVITED,
            EventKind.INTERVIEWED,
        }


class TestGroups:
    """Lanes stand in groups by status, the most urgent first."""

    def test_groups_stand_in_the_order_of_what_asks_most(self) -> None:
        found = shown(
            a_season(
                *(a_program(f"p-{status.value}", status.value, status) for status in reversed(Status)),
            )
        )
        assert [group.key for group in found.groups] == [
            "invited",
            "booked",
            "interviewed",
            "waitlist",
            "applied",
            "planned",
            "matched",
            "closed",
        ]
        assert sorted(lane.code for lane in found.groups[-1].lanes) == ["REJ", "WDN"]

    def test_a_booked_interview_that_is_over_counts_as_interviewed(self) -> None:
        season = a_season(a_program(statuses=BOOKED), an_interview(starts=at("2026-11-19 15:00")))
        assert [(group.key, group.lanes[0].code) for group in shown(season).groups] == [("interviewed", "INT")]

    def test_lanes_go_by_next_step_then_tier_then_name(self) -> None:
        programs = [
            a_program("p-1", "Zephyr Ford", tier="A"),
            a_program("p-2", "Wren Hollow", tier="B"),
            a_program("p-3", "Umber Vale", tier="B"),
            a_program("p-4", "Tern Point"),
            a_program("p-5", "Sorrel", tier="C"),
        ]
        found = shown(
            a_season(*programs), to_do("t-1", "p-5", "2026-11-20 10:00"), to_do("t-2", "p-4", "2026-11-24 10:00")
        )
        assert [lane.program_id for lane in found.lanes] == ["p-5", "p-4", "p-1", "p-3", "p-2"]

    def test_programs_in_the_trash_have_no_lane_and_no_load(self) -> None:
        season = a_season(a_program(statuses=BOOKED, trashed=NOW), an_interview())
        found = shown(season)
        assert (found.groups, found.load) == ((), {})

    def test_a_filter_takes_lanes_away_but_not_from_the_ruler(self) -> None:
        season = a_busy_season()
        every = timeline(season, Agenda(), now=NOW)
        some = timeline(season, Agenda(), now=NOW, only={"p-tamsin"})
        assert [lane.program_id for lane in some.lanes] == ["p-tamsin"]
        assert (some.scale, some.load) == (every.scale, every.load)


class TestRuler:
    """The ruler counts interviews and knows the key dates, all in days at home."""

    def test_interviews_are_counted_by_day_and_three_make_a_busy_week(self) -> None:
        interviews = [
            an_interview(f"i-{number}", "p-bright", at(f"2026-12-{day} 15:00"))
            for number, day in enumerate(("01", "01", "03", "08", "09"))
        ]
        found = shown(a_season(a_program(statuses=BOOKED), *interviews))
        assert found.load[date(2026, 12, 1)] == 2
        assert found.busy_weeks == {date(2026, 11, 30)}

    def test_the_certification_deadline_falls_on_the_next_day_east_of_the_atlantic(self) -> None:
        days = {one.id: one.day for one in shown(a_season()).key_days}
        at_home = {one.id: one.day for one in shown(a_season(), now=NOW.seen_from(EASTERN)).key_days}
        assert (days["rank-deadline"], at_home["rank-deadline"]) == (date(2027, 3, 4), date(2027, 3, 3))

    def test_a_season_runs_from_the_first_key_date_to_the_end_of_march(self) -> None:
        scale = shown(a_season()).scale
        assert (scale.first, scale.weeks) == (date(2026, 8, 31), 31)

    def test_once_the_match_is_over_the_season_goes_on_to_its_last_date(self) -> None:
        before, after = (shown(a_season(), now=at(f"2027-03-{day} 10:00")) for day in (19, 20))
        last = max(one.day for one in before.key_days)
        assert (before.scale.last, after.scale.last) == (date(2027, 4, 4), last + timedelta(days=6 - last.weekday()))

    def test_an_interview_in_april_makes_the_season_longer(self) -> None:
        late = an_interview(starts=at("2027-04-20 15:00"))
        assert shown(a_season(a_program(statuses=BOOKED), late)).scale.last == date(2027, 4, 25)

    @pytest.mark.parametrize(
        ("sent", "first", "weeks"), [("2026-05-06", "2026-05-04", 57), ("2027-06-08", "2026-08-31", 41)]
    )
    def test_the_season_has_room_for_a_message_sent_before_all_else_or_after_it(
        self, sent: str, first: str, weeks: int
    ) -> None:
        season = a_season(a_program(), a_letter("l-sent22", sent=at(f"{sent} 10:00")))
        found = shown(season, now=at("2027-06-09 10:00"))
        assert (str(found.scale.first), found.scale.weeks) == (first, weeks)
        scale = found.scale.zoomed(3)
        cells = cells_of(found.lanes[0], scale, 0, scale.cells)
        assert cells[scale.cell_of(date.fromisoformat(sent))].mark is EventKind.MESSAGE
        draft = replace(season, letters=(replace(season.letters[0], state=LetterState.DRAFT),))
        trashed = replace(season, letters=(replace(season.letters[0], trashed=NOW),))
        assert {shown(one, now=NOW).scale.weeks for one in (draft, trashed)} == {31}

    def test_a_message_of_a_season_before_or_of_a_mistyped_year_stretches_nothing(self) -> None:
        season = a_season(a_program(), a_letter("l-sent22", sent=at("2019-11-10 10:00")))
        assert shown(season).scale == shown(a_season()).scale
        scale = shown(season).scale.zoomed(3)
        assert cells_of(shown(season).lanes[0], scale, 0, scale.cells)[0].mark is Edge.EARLIER


class TestCells:
    """Each cell shows one sign; what it hides is underlined."""

    def lane(self, *events: tuple[EventKind, str], spans: tuple[Span, ...] = ()) -> Lane:
        """A lane with just those events."""
        made = (Event(kind, date.fromisoformat(day), NOW, kind.name, "x") for kind, day in events)
        return replace(only_lane(a_season()), events=tuple(made), spans=spans)

    def cells(self, lane: Lane, zoom: int = 1, first: int = 0, count: int = 31) -> tuple[Cell, ...]:
        """Its cells in the scale of a usual season."""
        return cells_of(lane, shown(a_season()).scale.zoomed(zoom), first, count)

    def test_of_several_events_the_most_pressing_is_drawn_and_underlined(self) -> None:
        lane = self.lane((EventKind.INTERVIEWED, "2026-11-23"), (EventKind.ACTION_DUE, "2026-11-25"))
        assert self.cells(lane)[12] == Cell(EventKind.ACTION_DUE, several=True)
        assert [cell.mark for cell in self.cells(lane, 3, 84, 7)] == [
            EventKind.INTERVIEWED,
            None,
            EventKind.ACTION_DUE,
            None,
            None,
            None,
            None,
        ]

    def test_beyond_the_edges_of_a_blank_lane_something_is_signed(self) -> None:
        lane = self.lane((EventKind.INVITED, "2026-10-01"), (EventKind.BOOKED, "2027-01-12"))
        cells = self.cells(lane, 3, 63, 56)
        assert (cells[0].mark, cells[-1].mark) == (Edge.EARLIER, Edge.LATER)

    def test_a_line_over_the_edge_says_enough_of_what_is_past_but_not_of_what_is_due(self) -> None:
        line = (Span(SpanKind.IN_PLAY, date(2026, 9, 28), TODAY),)
        past = self.lane((EventKind.INVITED, "2026-10-01"), spans=line)
        due = self.lane((EventKind.ACTION_DUE, "2026-10-01"), spans=line)
        assert self.cells(past, 3, 63, 56)[0].mark is SpanKind.IN_PLAY
        assert self.cells(due, 3, 63, 56)[0].mark is Edge.EARLIER

    def test_an_event_at_the_edge_stays_and_is_underlined_for_those_beyond(self) -> None:
        lane = self.lane((EventKind.INVITED, "2026-11-02"), (EventKind.WAITLISTED, "2026-10-01"))
        assert self.cells(lane, 3, 63, 56)[0] == Cell(EventKind.INVITED, several=True)

    def test_the_line_ahead_begins_after_the_cell_of_today(self) -> None:
        line = (
            Span(SpanKind.IN_PLAY, date(2026, 11, 2), TODAY),
            Span(SpanKind.LEAD, TODAY + timedelta(days=1), date(2026, 12, 10)),
        )
        marks = [cell.mark for cell in self.cells(self.lane(spans=line))]
        assert marks[9:15] == [SpanKind.IN_PLAY] * 4 + [SpanKind.LEAD] * 2

    def test_a_folded_group_counts_the_events_of_each_cell(self) -> None:
        lanes = (self.lane((EventKind.INVITED, "2026-11-02")), self.lane((EventKind.INVITED, "2026-11-03")))
        assert counts_of(lanes, shown(a_season()).scale, 8, 3) == (0, 2, 0)

    @pytest.mark.parametrize("zoom", ZOOMS)
    def test_every_event_of_a_season_is_drawn_or_underlined_in_its_cell(self, zoom: int) -> None:
        season = a_busy_season()
        found = timeline(season, agenda(season, now=NOW), now=NOW)
        scale = found.scale.zoomed(zoom)
        seen = 0
        for lane in found.lanes:
            cells = cells_of(lane, scale, 0, scale.cells)
            for event in shown_events(lane, zoom):
                cell = cells[lane.cell_of(event, scale)]
                assert cell.mark is event.kind or cell.several
                seen += 1
        assert seen > 10


def quiet_program(number: int, status: Status = Status.INTERVIEWED) -> Program:
    """A program with nothing to do."""
    return a_program(f"p-{number}", f"Fern Reach {number}", status)


class TestFolds:
    """Folding hides what asks for nothing, and never everything."""

    def rows(self, season: Season, folds: dict[str, Fold] | None = None, *follow_ups: FollowUp) -> list[str]:
        """Keys of the rows."""
        return [row.key for row in visible_rows(shown(season, *follow_ups), folds or {})]

    def test_two_quiet_lanes_or_more_become_one_line(self) -> None:
        season = a_season(*map(quiet_program, range(3)))
        rows = self.rows(season, {}, to_do("t-1", "p-1", "2026-11-25 10:00"))
        assert rows == ["head:interviewed", "p-1", "quiet:interviewed"]

    def test_one_quiet_lane_is_shown_as_it_takes_no_more_room(self) -> None:
        assert self.rows(a_season(quiet_program(1))) == ["head:interviewed", "p-1"]

    def test_applied_planned_and_closed_start_as_headings(self) -> None:
        statuses = (Status.INVITED, Status.APPLIED, Status.PLANNED, Status.REJECTED)
        season = a_season(*(quiet_program(number, status) for number, status in enumerate(statuses)))
        assert self.rows(season) == ["head:invited", "p-0", "head:applied", "head:planned", "head:closed"]

    @pytest.mark.parametrize("status", [Status.PLANNED, Status.APPLIED, Status.REJECTED])
    def test_a_fresh_list_is_never_folded_away(self, status: Status) -> None:
        season = a_season(*(quiet_program(number, status) for number in range(217)))
        assert len(self.rows(season)) == 218

    def test_folding_a_group_and_opening_it_again_brings_lanes_to_sight(self) -> None:
        season = a_season(quiet_program(1, Status.INVITED), *(quiet_program(n, Status.APPLIED) for n in (2, 3)))
        found = shown(season)
        opened = toggled(found, {}, "applied")
        assert opened == {"applied": Fold.OPEN}
        assert toggled(found, opened, "applied") == {"applied": Fold.HEAD}

    def test_folds_go_from_how_they_start_to_headings_to_all_open_and_back(self) -> None:
        found = shown(a_busy_season())
        headings = cycled(found, {})
        opened = cycled(found, headings)
        assert set(headings.values()) == {Fold.HEAD}
        assert set(opened.values()) == {Fold.OPEN}
        assert cycled(found, opened) == {}

    def test_where_all_groups_start_open_two_states_take_turns(self) -> None:
        found = shown(a_season(quiet_program(1, Status.PLANNED)))
        assert starting_folds(found) == {"planned": Fold.OPEN}
        headings = cycled(found, {})
        assert cycled(found, cycled(found, headings)) == headings

    def test_a_hidden_lane_is_found_in_the_row_that_hides_it(self) -> None:
        rows = visible_rows(shown(a_season(*map(quiet_program, range(3)), quiet_program(9, Status.INVITED))), {})
        assert row_of(rows, "p-9") == 1
        assert isinstance(rows[row_of(rows, "p-1") or 0], Quiet)
        folded = visible_rows(shown(a_season(*map(quiet_program, range(3)))), {"interviewed": Fold.HEAD})
        assert isinstance(folded[row_of(folded, "p-1") or 0], Head)
        assert row_of(rows, "p-nobody") is None

    def test_a_closed_group_tells_how_it_divides(self) -> None:
        season = a_season(*(quiet_program(n, Status.REJECTED) for n in (1, 2)), quiet_program(3, Status.WITHDRAWN))
        head = visible_rows(shown(season), {"closed": Fold.HEAD})[0]
        assert isinstance(head, Head)
        assert head.summary == "2 rejected, 1 withdrawn"


class TestReuse:
    """A lane is computed again only when something it is made of has changed."""

    def test_unchanged_programs_keep_their_lanes_and_a_changed_one_gets_a_new_lane(self) -> None:
        season = a_busy_season()
        first = timeline(season, agenda(season, now=NOW), now=NOW)
        renamed = replace(season.programs[0], name="Brightwater Falls")
        changed = replace(season, programs=(renamed, *season.programs[1:]))
        again = timeline(changed, agenda(changed, now=NOW), now=NOW, before=first)
        differ = [new.program_id for old, new in zip(first.every_lane, again.every_lane, strict=True) if old is not new]
        assert differ == ["p-bright", "p-aldrid"]  # the second names the first in its clash
        assert again.every_lane == timeline(changed, agenda(changed, now=NOW), now=NOW).every_lane

    @pytest.mark.parametrize(
        "later", [partial(NOW.after, hours=12), partial(NOW.after, days=10), partial(NOW.seen_from, EASTERN)]
    )
    def test_lanes_follow_the_clock_and_the_zone(self, later: partial[Moment]) -> None:
        season, now = a_busy_season(), later()
        reused = timeline(season, agenda(season, now=now), now=now, before=timeline(season, Agenda(), now=NOW))
        assert reused == timeline(season, agenda(season, now=now), now=now)

    @pytest.mark.parametrize(
        ("seasons", "agendas", "now"),
        [
            ((PLAIN, a_season(a_program(statuses=INVITED))), (NOTHING, NOTHING), NOW),
            ((PLAIN, HELD), (NOTHING, NOTHING), NOW),
            ((HELD, replace(HELD, interviews=())), (NOTHING, NOTHING), NOW),
            ((PLAIN, WRITTEN), (NOTHING, NOTHING), NOW),
            ((PLAIN, PLAIN), (NOTHING, Agenda(open=(TO_DO,))), NOW),
            ((PLAIN, PLAIN), (Agenda(open=(TO_DO,)), NOTHING), NOW),
            ((PLAIN, PLAIN), (NOTHING, Agenda(snoozed=(replace(TO_DO, snoozed_until=TO_DO.latest),))), NOW),
            ((PLAIN, PLAIN), (Agenda(open=(TO_DO,)), Agenda(open=(TO_DO,))), NOW.after(hours=3)),
            ((PLAIN, PLAIN), (NOTHING, NOTHING), NOW.after(days=1)),
            ((PLAIN, PLAIN), (NOTHING, NOTHING), NOW.seen_from(EASTERN)),
        ],
        ids=["status", "booked", "free", "letter", "to do", "done", "put off", "late", "next day", "elsewhere"],
    )
    def test_a_lane_is_new_when_anything_in_it_is_and_stays_while_nothing_is(
        self, seasons: tuple[Season, Season], agendas: tuple[Agenda, Agenda], now: Moment
    ) -> None:
        before = timeline(seasons[0], agendas[0], now=NOW)
        after = timeline(seasons[1], agendas[1], now=now, before=before)
        assert after.every_lane[0] is not before.every_lane[0]
        fresh = timeline(seasons[1], agendas[1], now=now)
        assert (after, after.every_lane[0].made_of) == (fresh, fresh.every_lane[0].made_of)
        again = timeline(seasons[1], agendas[1], now=now.after(seconds=1), before=after)
        assert again.every_lane[0] is after.every_lane[0]

    def test_the_end_of_an_interview_is_noticed_within_the_day(self) -> None:
        season = a_season(a_program(statuses=BOOKED), an_interview(starts=at("2026-11-24 12:00")))
        before = timeline(season, Agenda(), now=NOW)
        after = timeline(season, Agenda(), now=NOW.after(hours=3), before=before)
        assert (before.lanes[0].code, after.lanes[0].code) == ("BKD", "INT")


def test_an_interview_of_two_at_one_program_leaves_it_booked_until_the_last_is_over() -> None:
    second: Interview = an_interview("i-second", starts=at("2026-12-10 15:00"))
    season = a_season(a_program(statuses=BOOKED), an_interview(starts=at("2026-11-19 15:00")), second)
    lane = only_lane(season)
    assert (lane.code, lane.next.words if lane.next else "") == ("BKD", "interview Thu")
