import json
from typing import Any

import pytest

from csu_tui.domain.snapshot import Snapshot
from csu_tui.files.minutes import file_name, render
from csu_tui.files.minutes.markdown import render_markdown
from tests.files.minuted import report, reviewed, sensitive, snapshot, task

SECTIONS = [
    "ACTIONS REVIEWED",
    "REPORTS",
    "ACTIONS BY AGENCY",
    "HELD OVER",
    "HOTSPOTS AND CASE REVIEW FLAGS",
    "TOTALS",
    "AMENDMENTS",
]


def full(**more: Any) -> str:
    return render(snapshot(**more), redacted=False)


def section(text: str, title: str) -> str:
    """Cut out one section: from the line after its underline to the next heading."""
    lines = text.splitlines()
    start = lines.index(title) + 2
    rest = [lines.index(other) for other in SECTIONS if other in lines and lines.index(other) > start]
    return "\n".join(lines[start : min(rest, default=len(lines))]).strip()


def meeting(**more: Any) -> dict[str, Any]:
    return {"meeting": snapshot()["meeting"] | more}


@pytest.mark.parametrize(("redacted", "marking"), [(False, "OFFICIAL-SENSITIVE"), (True, "OFFICIAL")])
def test_first_and_last_line_are_the_marking(redacted: bool, marking: str) -> None:
    lines = render(snapshot(), redacted=redacted).split("\n")
    assert (lines[0], lines[-2], lines[-1]) == (marking, marking, "")


@pytest.mark.parametrize("redacted", [False, True])
def test_minutes_are_the_same_after_the_snapshot_was_stored_and_read_back(redacted: bool) -> None:
    stored: Snapshot = json.loads(json.dumps(snapshot()))
    assert render(stored, redacted=redacted) == render(snapshot(), redacted=redacted)


def test_rendering_leaves_the_snapshot_as_it_was() -> None:
    minuted = snapshot()
    render(minuted, redacted=True)
    render(minuted, redacted=False)
    assert minuted == snapshot()


@pytest.mark.parametrize("redacted", [False, True])
def test_draft_of_an_open_meeting_says_so_at_top_and_bottom(redacted: bool) -> None:
    lines = render(snapshot(**meeting(state="open", end=None)), redacted=redacted).split("\n")
    assert lines[1].startswith("DRAFT")
    assert lines[-3].startswith("DRAFT")


def test_closed_meeting_is_no_draft() -> None:
    assert "DRAFT" not in full()


def test_sections_come_in_the_order_of_the_specification() -> None:
    assert [line for line in full().splitlines() if line in SECTIONS] == SECTIONS


def test_empty_sections_say_none() -> None:
    text = full(
        actions_reviewed=[],
        reports=[],
        held_over=[],
        flags={"hotspots": [], "case_reviews": []},
        totals={},
        amendments=[],
        present=[],
        apologies=[],
    )
    assert {section(text, title).split("\n")[0] for title in SECTIONS} == {"None."}
    assert "Present    None." in text
    assert "Apologies  None." in text


def test_times_are_read_off_a_london_clock() -> None:
    text = full(**meeting(start="2022-04-01T08:00:00+00:00", end="2022-04-01T08:40:00+00:00"))
    assert "Friday 1 April 2022, 09:00–09:40" in text


def test_window_over_the_clock_change_counts_the_hours_that_passed() -> None:
    window = {"start": "2022-03-26T09:00:00+00:00", "end": "2022-03-28T09:00:00+01:00"}
    assert "Since Sat 26 Mar 09:00 (47 h)" in full(window=window)


def test_meeting_left_open_overnight_names_the_day_it_ended() -> None:
    assert "09:04 – Tue 15 Mar 08:00" in full(**meeting(end="2022-03-15T08:00:00+00:00"))


def test_full_minutes_name_the_reporter_the_house_and_the_whole_postcode() -> None:
    text = section(full(reports=[report()]), "REPORTS")
    assert "Resident, Jane Example" in text
    assert "12 Lullingstone Avenue, Swanley BR8 7AB" in text


def test_report_says_everything_the_meeting_made_of_it() -> None:
    text = section(full(reports=[report()], amendments=[]), "REPORTS")
    assert text == "\n".join(
        (
            "R1042  Nuisance Bikes",
            "  Place      12 Lullingstone Avenue, Swanley BR8 7AB",
            "  Source     Kent Police, 46-0871-22, received Sun 13 Mar 16:40",
            "  Category   Nuisance Bikes (ASB nuisance)",
            "  Risk       Medium",
            "  Reporter   Resident, Jane Example",
            "  Summary    Bikes behind the garages: Two off-road bikes ridden on the footpath",
            "             behind the garages, third evening running. Caller says the riders",
            "             live locally.",
            "  Decision   Task",
            "  Action     A2214  Kent Police, PCSO Amir, by Wed 16 Mar",
            "                    Visit the owner of the bikes and report back",
            "  Feedback   Due Thu 17 Mar, Kent Police",
            "  Comment    Wardens to bring the camera plan next week.",
        )
    )


def test_reports_stand_in_the_order_taken() -> None:
    text = section(full(reports=[report(report="R9"), report(report="R2"), report(report="R5")]), "REPORTS")
    assert [line.split()[0] for line in text.splitlines() if not line.startswith(" ") and line] == ["R9", "R2", "R5"]


@pytest.mark.parametrize(
    ("stated", "said"),
    [("2022-03-09", "Wed 9 Mar"), ("2021-12", "Dec 2021"), ("2021-12-31T23:59:00+00:00", "Fri 31 Dec 2021 23:59")],
)
def test_received_is_said_as_exactly_as_it_was_stated(stated: str, said: str) -> None:
    assert f"received {said}\n" in full(reports=[report(received=stated)])


def test_undecided_report_is_never_passed_over_silently() -> None:
    assert "Decision   None: undecided" in full(reports=[report(decision=None, actions=[])])


def test_same_incident_names_the_other_report() -> None:
    linked = report(decision="same incident", same_incident_as="R1040", actions=[])
    assert "Decision   Same incident as R1040" in full(reports=[linked])


def test_long_narrative_is_cut_and_says_so() -> None:
    long = report(free={"title": "", "text": "word " * 1000, "comment": ""})
    text = " ".join(full(reports=[long]).split())
    assert "… (cut: the first 1,200 of 4,999 characters)" in text
    assert text.count("word") == 240


@pytest.mark.parametrize(
    ("feedback", "said"),
    [
        ({"state": "attempted", "attempts": 2}, "Attempted (2 times without answer), due Thu 17 Mar, Kent Police"),
        ({"state": "given"}, "Given by Kent Police"),
        ({"state": "declined"}, "None: the reporter does not want it"),
        ({"state": "via organisation"}, "Via the organisation that passed it on"),
        ({"state": "not appropriate", "free": {"reason": "safety"}}, "Not appropriate (safety)"),
        ({"state": "unknown", "due": None}, "Not planned: the source did not say who reported it"),
    ],
)
def test_feedback_plan_is_said_in_words(feedback: dict[str, Any], said: str) -> None:
    planned = report()["feedback"] | feedback
    assert f"Feedback   {said}\n" in full(reports=[report(feedback=planned)])


def test_the_two_ways_of_not_being_done_stay_different() -> None:
    actions = [reviewed(review="not possible"), reviewed(action="A2", review="not undertaken")]
    text = section(full(actions_reviewed=actions), "ACTIONS REVIEWED")
    assert text.count("Outcome    Not possible: ") == 1
    assert text.count("Outcome    Not undertaken: ") == 1


def test_action_handed_to_a_colleague_is_listed_under_the_colleague() -> None:
    handed = reviewed(review="handed over", handed_to="Kent Police", handed_to_officer="PC Hale")
    text = full(actions_reviewed=[handed], reports=[])
    assert "A2190  Kent Police, PCSO Amir\n" in text
    assert "Outcome    Handed over to Kent Police, PC Hale: " in text
    assert "PC Hale: speak to the owner" in section(text, "ACTIONS BY AGENCY")
    assert "Amir" not in section(text, "ACTIONS BY AGENCY")


def test_action_nobody_reached_is_minuted_as_not_reviewed() -> None:
    waiting = reviewed(review=None, free={"text": "", "outcome": "", "comment": ""})
    assert "Outcome    Not reviewed; it stays due\n" in full(actions_reviewed=[waiting])


def test_each_agency_finds_its_new_actions_and_those_that_stay_open() -> None:
    text = section(
        full(
            reports=[report(actions=[task(), task(action="A2216", agency="Council", status="cancelled")])],
            actions_reviewed=[
                reviewed(action="A1", review="done"),
                reviewed(action="A2", review="carried over", new_due="2022-03-15"),
                reviewed(action="A3", review="handed over", handed_to="Housing"),
                reviewed(action="A4", review=None),
                reviewed(action="A5", review=None, status="done"),
            ],
        ),
        "ACTIONS BY AGENCY",
    )
    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert heads == ["Housing: 1 action", "Kent Police: 3 actions"]
    numbers = [line.split()[0] for line in text.splitlines() if line.startswith("  A")]
    assert numbers == ["A3", "A4", "A2", "A2214"]


def test_held_over_says_what_comes_back_and_why() -> None:
    assert section(full(), "HELD OVER") == "R1045  Nuisance Bikes, Lullingstone Avenue, Swanley BR8: not reached"


def test_amendment_stands_under_the_old_line_and_again_at_the_end() -> None:
    text = full()
    assert "Decision   No further action: advice given" in text
    assert "Amended Tue 15 Mar 10:00 by Jo Marsh: Decision" in section(text, "REPORTS")
    assert "Amended Tue 15 Mar 10:00 by Jo Marsh: Decision" in section(text, "AMENDMENTS")


def test_purged_report_says_that_its_details_are_gone() -> None:
    purged = report()
    del purged["personal"], purged["free"]
    text = full(reports=[purged])
    assert "Reporter   Resident; personal details have been purged" in text
    assert "Lullingstone Avenue, Swanley BR8\n" in text


def test_sensitive_report_in_full_minutes_has_its_true_category() -> None:
    assert "Category   Prevent\n" in full(reports=[sensitive()])


def test_file_is_named_after_the_london_day() -> None:
    late = snapshot(**meeting(start="2022-03-30T23:30:00+00:00"))
    assert file_name(late) == "2022-03-31 Daily tasking M57.txt"
    assert file_name(late, redacted=True) == "2022-03-31 Daily tasking M57 redacted.txt"


def test_the_mark_of_an_action_left_is_no_outcome_in_older_snapshots_either() -> None:
    left = reviewed(review=None, free={"text": "speak to the owner", "outcome": "not reviewed", "comment": ""})
    assert section(full(actions_reviewed=[left]), "ACTIONS REVIEWED").endswith("Not reviewed; it stays due")


@pytest.mark.parametrize("redacted", [False, True])
def test_totals_say_which_tasked_reports_stand_in_another_line_too(redacted: bool) -> None:
    taken = [
        report(),
        report(report="R1045", decision="hold over", reason="not reached", reason_standard=True),
        report(report="R1046", decision="hold over", reason="not reached", reason_standard=True),
        report(report="R1047", decision="task and finish group"),
        report(report="R1048", decision="hold over", actions=[]),
        report(report="R1049", decision="hold over", taken_back=True),
    ]
    totals = {"reports": 5, "tasked": 4, "held_over": 3, "group": 1}
    minuted = snapshot(reports=taken, totals=totals)
    (line,) = [line for line in render(minuted, redacted=redacted).splitlines() if line.startswith("  tasked")]
    assert line.split(maxsplit=1)[1] == "4 (2 of them held over, 1 in a group)"
    assert "**tasked** 4 (2 of them held over, 1 in a group)" in render_markdown(minuted, redacted=redacted)


def test_totals_say_no_more_where_each_report_stands_in_one_line() -> None:
    assert "of them" not in section(full(), "TOTALS")
