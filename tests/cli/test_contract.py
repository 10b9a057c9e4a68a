"""The JSON shapes of SPEC section 5: each is a contract."""

from pathlib import Path

from csu_tui.desk.desk import Desk
from tests.cli.conftest import Ask, parsed

ACTION = {
    "action", "report", "headline", "agency", "officer", "kind", "text", "due", "overdue", "status", "outcome",
    "carried_over",
}  # fmt: skip
STEP = {
    "step", "kind", "report", "action", "headline", "place", "category", "risk", "sensitive", "late", "decision",
    "reason", "actions", "feedback",
}  # fmt: skip


def test_agenda_before_a_meeting_says_what_the_next_would_hold(ask: Ask, desk: Desk) -> None:
    status, out, _ = ask("agenda", "--json")
    found = parsed(out)
    assert (status, found["meeting"]) == (0, None)
    assert set(found) == {"meeting", "window", "steps"}
    assert found["window"] == {"start": "2022-03-31T09:00:00+01:00", "end": "2022-04-01T09:00:00+01:00"}
    assert [step["headline"] for step in found["steps"]] == ["Sensitive concern", "Nuisance Bikes", "Noise"]
    assert all(set(step) >= STEP for step in found["steps"])
    assert desk.meeting() is None


def test_agenda_of_an_open_meeting_names_its_chair_and_decisions(ask: Ask, desk: Desk) -> None:
    from csu_tui.domain.stroke import Roll

    desk.open_meeting(Roll("Sgt Ellis"))
    desk.task(desk.agenda().steps[0], desk.agencies()[0].id)
    _, out, _ = ask("agenda", "--json")
    found = parsed(out)
    assert set(found["meeting"]) >= {"meeting", "state", "chair", "start", "end", "step", "present", "apologies"}
    assert (found["meeting"]["meeting"], found["meeting"]["chair"]) == ("M1", "Sgt Ellis")
    first = found["steps"][0]
    assert first["decision"] == "task"
    assert set(first["actions"][0]) == ACTION
    assert set(first["feedback"]) == {"state", "due", "agency"}


def test_actions_are_a_list_of_the_contract_s_shape(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    status, out, _ = ask("actions", "--json")
    (one,) = parsed(out)
    assert status == 0
    assert set(one) == ACTION
    assert (one["action"], one["report"], one["status"], one["overdue"]) == ("A1", "R2", "open", False)


def test_import_says_for_each_file_what_became_of_it(ask: Ask, reports: Path, tmp_path: Path) -> None:
    absent = tmp_path / "absent.csv"
    status, out, _ = ask("import", str(reports), str(absent), "--json")
    first, second = parsed(out)["files"]
    assert status == 1
    assert set(first) == {
        "import", "file", "source", "format", "map", "encoding", "date_order", "read", "added", "updated", "unchanged",
        "conflicts", "refused", "error",
    }  # fmt: skip
    assert (first["import"], first["read"], first["added"], first["error"]) == ("I1", 3, 3, None)
    assert second["error"]


def test_feedback_counts_every_state_over_decided_reports(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    _, out, _ = ask("feedback", "--json")
    found = parsed(out)
    states = {"due", "attempted", "given", "anonymous", "declined", "via_organisation", "not_appropriate", "unknown"}
    assert set(found) == states | {"owed"}
    assert {state: found[state] for state in ("due", "anonymous")} == {"due": 1, "anonymous": 1}
    assert set(found["owed"][0]) == {"report", "agency", "due", "overdue", "attempts", "route"}


def test_minutes_are_the_snapshot(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    _, out, _ = ask("minutes", "--format", "json")
    assert set(parsed(out)) >= {
        "meeting", "window", "chair", "present", "apologies", "actions_reviewed", "reports", "held_over", "flags",
        "totals", "amendments",
    }  # fmt: skip


def test_show_has_the_report_with_everything_about_it(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    _, out, _ = ask("show", "R2", "--json")
    assert set(parsed(out)) >= {"report", "actions", "contacts", "feedback", "seen_before", "changes"}
