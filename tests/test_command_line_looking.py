"""Looking from the command line: agenda, lists, one program, promises, and follow-ups decided."""

from __future__ import annotations

from store.cell_width import width_of
from store.words import Verdict
from tests.command_shell import Shell, no_change
from tui.command_line.listing import NAME_WIDTH


def test_the_agenda_as_json_has_the_promised_shape(demo: Shell) -> None:
    found = demo("agenda", "30d", "--json").json
    assert set(found) == {"format", "now", "now_zone", "items", "interviews", "key_dates", "clashes", "held_back"}
    assert (found["now"], found["now_zone"]) == ("2026-11-24T14:05:00+01:00", "Europe/Warsaw")
    item = next(each for each in found["items"] if each["rule"] == "F03")
    promised = {"id", "rule", "program", "program_id", "what", "kind", "due", "latest", "late", "snoozed_until", "why"}
    assert promised <= set(item)
    assert (item["kind"], item["late"], item["snoozed_until"]) == ("thank-you", True, None)
    interview = found["interviews"][0]
    assert {"program", "starts", "starts_zone", "starts_home", "home_zone", "assumed", "minutes"} <= set(interview)
    assert interview["starts"] == "2026-11-25T09:00:00-05:00"
    assert interview["starts_home"] == "2026-11-25T15:00:00+01:00"
    assert {"what", "at", "at_home", "expected"} <= set(found["key_dates"][0])
    (clash,) = found["clashes"]
    assert set(clash["programs"]) == {"Marrow Lake Pediatrics", "Fenwick Children's"}
    assert clash["from"] < clash["to"]


def test_the_agenda_widens_with_its_span(demo: Shell) -> None:
    sizes = [len(demo("agenda", span, "--json").json["items"]) for span in ("today", "week", "30d", "all")]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[1] < sizes[3]


def test_the_agenda_exits_with_one_only_when_asked_and_late(demo: Shell) -> None:
    assert demo("agenda").code == 0
    assert demo("agenda", "today", "--exit-code").code == 1
    assert demo("agenda", "--exit-code", now="2026-08-01T10:00+02:00").code in (0, 1)


def test_an_empty_season_has_an_agenda_too(shell: Shell) -> None:
    said = shell("agenda", "today", now="2026-07-01T10:00+02:00")
    assert (said.code, "Nothing due." in said.out) == (0, True)
    assert shell("agenda", "today", "--plain", "--exit-code", now="2026-07-01T10:00+02:00").code == 0
    assert not shell.path.exists()


def test_plain_says_one_fact_a_line_status_words_first(demo: Shell) -> None:
    lines = demo("agenda", "--plain").out.splitlines()
    assert "late for 1 day: Kettle Creek Medical Center, answer the invitation, 1 date offered" in "\n".join(lines)
    assert any(
        line.startswith("interview: Brightwater Children's Hospital, Wed 25 Nov 2026 09:00 EST") for line in lines
    )
    assert any(line.startswith("clash: ") for line in lines)
    listed = demo("list", "--plain", "status:bkd").out.splitlines()
    assert all(line.startswith("booked: ") for line in listed) and len(listed) == 8


def test_lists_are_filtered_and_refuse_filters_they_do_not_know(demo: Shell) -> None:
    found = demo("list", "status:bkd", "tier:a", "--json").json["programs"]
    assert {each["name"] for each in found} == {"Marrow Lake Pediatrics", "Brightwater Children's Hospital"}
    assert {"id", "status", "since", "zone", "next", "tags"} <= set(found[0])
    no_change(demo, demo("list", "planet:mars"))


def test_showing_a_program_says_all_there_is(demo: Shell) -> None:
    text = demo("show", "thistledown").out
    for words in ("Anselm Voight", "16:30 CET", "sent first-rank", "Three residents trained abroad", "INT Tue 10 Nov"):
        assert words in text
    for words in ("the swimming club", "first feeling: 5 of 5", "People and culture: 5 of 5", "Polish families in"):
        assert words in text
    found = demo("show", "quillmere", "--json").json
    assert found["status"] == "INT"
    assert {one["role"] for one in found["contacts"]} == {"coordinator", "program-director", "interviewer"}
    assert found["next"] and found["interviews"] and found["letters"] and found["history"]
    assert "status: INT interviewed" in demo("show", "quillmere", "--plain").out


def test_the_ledger_lists_promises_and_what_they_contradict(demo: Shell) -> None:
    said = demo("ledger", "--json")
    assert said.code == 1
    levels = {one["program"]: one["level"] for one in said.json["promises"]}
    assert levels["Thistledown University"] == "first"
    assert {"program", "level", "at", "words", "letter_id"} <= set(said.json["promises"][0])
    assert said.json["conflicts"]
    assert "first: Thistledown University" in demo("ledger").out


def test_follow_ups_are_done_put_off_and_not_needed(demo: Shell) -> None:
    def ids() -> list[str]:
        return [item["id"] for item in demo("agenda", "--json").json["items"]]

    kettle = next(each for each in ids() if each.startswith("F01:p-k6veqc"))
    assert demo("done", kettle).code == 0
    assert demo("snooze", "nettlecombe remind", "3d").code == 0
    assert demo("skip", "osprey").code == 0
    left = ids()
    assert kettle not in left
    assert not any(each.startswith(("F10:l-bvyjt8", "F07:p-chba9d")) for each in left)
    verdicts = {one.id.split(":")[0]: one.verdict for one in demo.season.decisions[-3:]}
    assert verdicts == {"F01": Verdict.DONE, "F10": Verdict.SNOOZED, "F07": Verdict.NOT_NEEDED}
    assert any(item["snoozed_until"] for item in demo("agenda", "all", "--json").json["items"])
    assert demo("undo").code == 0
    assert any(each.startswith("F07:p-chba9d") for each in ids())


def test_an_unclear_follow_up_lists_candidates(demo: Shell) -> None:
    said = demo("done", "thank-you")
    no_change(demo, said)
    assert "F03:" in said.err
    no_change(demo, demo("snooze", "osprey", "2026-01-01"))
    no_change(demo, demo("snooze", "osprey", "someday"))


def test_an_interview_that_is_over_reads_as_interviewed_in_the_list_and_in_full(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--zone", "America/Chicago")
    shell("book", "alder", "2026-12-03T08:00")
    after = "2026-12-04T14:05+01:00"
    assert shell("list", now=after).out.startswith("INT")
    assert shell("show", "alder", "--json", now=after).json["status"] == "INT"
    assert "INT interviewed" in shell("show", "alder", now=after).out


def test_a_clash_names_the_other_program_at_both(demo: Shell) -> None:
    for own, other in (("marrow lake", "Fenwick Children's"), ("fenwick", "Marrow Lake Pediatrics")):
        (told,) = [line for line in demo("show", own).out.splitlines() if "clash on" in line]
        assert f"clash on Thu 3 Dec with {other}" in told and told.count(other) == 1


def test_an_interview_at_a_program_that_was_closed_is_counted_nowhere(demo: Shell) -> None:
    before = demo("timeline", "--json").json["interviews_by_day"]["2026-12-03"]
    assert demo("status", "marrow lake", "REJ").code == 0
    found = demo("timeline", "--json").json
    assert found["interviews_by_day"]["2026-12-03"] == before - 1
    (lane,) = [one for one in found["lanes"] if one["program"] == "Marrow Lake Pediatrics"]
    assert lane["next"] is None and not any(one["kind"] in ("booked", "clash") for one in lane["events"])


def test_lateness_counts_from_the_last_good_moment(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--status", "APP", now="2026-11-20T14:05+01:00")
    shell("invite", "alder", now="2026-11-22T14:05+01:00")

    def first(now: str) -> str:
        return shell("agenda", "--plain", now=now).out.splitlines()[1].partition(":")[0]

    assert first("2026-11-22T14:05+01:00") == "due today"
    assert first("2026-11-24T14:04+01:00") == "due for 2 days"
    assert first("2026-11-24T14:06+01:00") == "late today"  # the 48 hours ended a minute ago
    assert first("2026-11-25T09:00+01:00") == "late for 1 day"


def test_a_filter_nobody_can_mean_is_quoted_in_short(demo: Shell) -> None:
    said = demo("list", "status:" + "x" * 5_000)
    no_change(demo, said)
    assert len(said.err) < 500


def test_who_is_still_to_be_told_of_a_cancelled_interview_stands_apart_from_its_label(demo: Shell) -> None:
    assert demo("cancel", "Brightwater").code == 0
    out = demo("show", "Brightwater").out
    (line,) = (line for line in out.splitlines() if line.startswith("to tell"))
    assert line.startswith("to tell     the ")


def test_names_in_wide_letters_stand_in_columns(shell: Shell) -> None:
    shell("add", "東京小児病院東京小児病院東京小児病院", "--state", "HI")
    shell("add", "Alder Ridge", "--state", "MN")
    lines = shell("list").out.splitlines()
    (wide,) = (line for line in lines if "東" in line)
    assert wide.endswith("…") and width_of(wide) <= width_of("PLN  -  W   ") + NAME_WIDTH
