"""The year's figures: each equals its list, moves with its own records and with no others (SPEC 8)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from csu_tui.domain.figure import By, Measure, worked_out
from csu_tui.domain.figure_proof import YearProof, prove_year
from csu_tui.domain.span import month_of, read_year
from csu_tui.domain.standard import KINDS
from csu_tui.domain.words import Family
from tests.desk.figured import DIRECT, NOON, YEAR, Unit, busy, days
from tests.factories import PLANTED, refused


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    made = busy(tmp_path)
    yield made
    made.desk.close()


def moved(unit: Unit, change: Callable[[], object]) -> dict[str, Any]:
    """Return by how much each figure of the year moves with a change."""
    before = unit.values()
    change()
    after = unit.values()
    found = {name: round(after.get(name, 0) - before.get(name, 0), 1) for name in before | after}
    return {name: by for name, by in found.items() if by}


def test_the_standard_figures_are_counted(unit: Unit) -> None:
    values = unit.values()
    assert {name: values.get(name, 0) for name in (
        "daily_taskings", "contacts", "groups", "site_visits", "case_reviews_raised", "case_reviews_taken_forward",
        "cbo", "cpw", "cpn", "vehicle_warning_letters", "prevent_referrals", "resident_asb_reports", "feedback_told",
    )} == {
        "daily_taskings": 3, "contacts": 2, "groups": 1, "site_visits": 0, "case_reviews_raised": 1,
        "case_reviews_taken_forward": 1, "cbo": 0, "cpw": 1, "cpn": 0, "vehicle_warning_letters": 1,
        "prevent_referrals": 1, "resident_asb_reports": 1, "feedback_told": 3,
    }  # fmt: skip


def test_every_standard_intervention_and_referral_has_a_figure_of_its_own(unit: Unit) -> None:
    names = {figure.name for figure in unit.figures().figures}
    for kind in KINDS:
        if kind.family not in (Family.INTERVENTION, Family.REFERRAL):
            continue
        report, meeting = unit.report(f"2019-01-01{NOON}"), unit.meeting(f"2019-01-02{NOON}")
        by = moved(unit, lambda r=report, m=meeting, k=kind: unit.done(r, m, k.name, k.topic))  # type: ignore[misc]
        by.pop("share_achieved", None)
        (name,) = set(by) - {"actions_done"}
        assert name in names
        names.remove(name)


def test_a_figure_and_its_list_never_differ(unit: Unit) -> None:
    unit.link(unit.report(), 1)
    unit.link(unit.report(source="Council"), 1, shares_feedback=1)
    figures = unit.figures()
    assert len({figure.name for figure in figures.figures}) == len(figures.figures)
    for figure in figures.figures:
        if figure.definition.measure is Measure.COUNT:
            listed = unit.desk.figure_records(figure.name, YEAR)
            before = unit.desk.figure_records(figure.definition, figures.before)
            assert (figure.name, len(listed), len(before)) == (figure.name, figure.value, figure.before)


@pytest.mark.parametrize("by", list(By))
def test_what_a_figure_is_split_into_adds_up_to_it(unit: Unit, by: By) -> None:
    unit.link(unit.report(f"2021-12-01{NOON}", source="Council", category="Trespass", street="Elsewhere"), 1)
    figures = unit.desk.figures(YEAR, by)
    assert figures.splits
    for split in figures.splits:
        if split.definition.measure is Measure.COUNT:
            assert sum(value for _, value in split.values) == figures.count(split.definition.name), split.definition


def test_records_show_nothing_that_a_room_may_not_read(unit: Unit) -> None:
    for figure in unit.figures().figures:
        said = repr(list(unit.desk.figure_records(figure.name, YEAR))) + repr(figure)
        assert not [word for word in (*PLANTED, "Domestic Abuse", "7AA") if word in said]


def test_sensitive_categories_are_one_figure(unit: Unit) -> None:
    unit.report(category="Hate Incident")
    assert unit.value("reports_of_sensitive_concern") == 2


def test_no_figure_and_no_picture_names_the_street_of_a_sensitive_report(unit: Unit) -> None:
    assert unit.value("reports_at_swanley") == 1
    for by in (None, By.PLACE):
        assert "High Street" not in repr(unit.desk.figures(YEAR, by))
    assert "High Street" not in repr(unit.desk.pictures(YEAR))


def test_there_is_no_figure_of_another_name(unit: Unit) -> None:
    assert "no figure nonsense" in refused(lambda: unit.desk.figure_records("nonsense", YEAR))


CHANGES: list[tuple[str, str, dict[str, float]]] = [
    ("a contact undone", "UPDATE contact SET undone = 1 WHERE id = 1", {
        "contacts": -1, "contact_visits": -1, "contacts_police_csu": -1, "days_to_first_contact_mean": 0.2,
    }),
    ("a call is a letter", "UPDATE contact SET means = 'letter' WHERE id = 2", {
        "contacts": -1, "contact_calls": -1, "contacts_dc_safety": -1,
    }),
    ("a contact reached", "UPDATE contact SET reached = 1 WHERE id = 2", {}),
    ("a group undone", "UPDATE taskgroup SET undone = 1", {"groups": -1}),
    ("a review not forward", "UPDATE case_review SET taken_forward = 0", {"case_reviews_taken_forward": -1}),
    ("a review undone", "UPDATE case_review SET undone = 1", {
        "case_reviews_raised": -1, "case_reviews_taken_forward": -1,
    }),
    ("a done action withdrawn", "UPDATE action SET withdrawn = 1 WHERE id = 1", {
        "daily_taskings": -1, "tasking_actions": -1, "tasking_actions_taken_forward": -1, "actions_done": -1, "cpw": -1,
    }),
    ("one of two actions withdrawn", "UPDATE action SET withdrawn = 1 WHERE id = 4", {
        "tasking_actions": -1, "tasking_actions_open": -1,
    }),
    ("an action of another kind", "UPDATE action SET kind_id = (SELECT id FROM kind WHERE name = 'CBO') WHERE id = 1", {
        "cpw": -1, "cbo": 1,
    }),
    ("a site visit done", "UPDATE action SET status = 'done', finished = '2021-07-01T12:00:00Z' WHERE id = 4", {
        "site_visits": 1, "actions_done": 1, "tasking_actions_open": -1, "tasking_actions_taken_forward": 1,
    }),
    ("an action cancelled", "UPDATE action SET status = 'cancelled' WHERE id = 4", {"tasking_actions_open": -1}),
    ("finished a year late", "UPDATE action SET finished = '2022-04-01T09:00:00Z' WHERE id = 1", {
        "actions_done": -1, "cpw": -1,
    }),
    ("an action made outside a meeting", "UPDATE action SET meeting_id = NULL WHERE id = 1", {
        "daily_taskings": -1, "tasking_actions": -1, "tasking_actions_taken_forward": -1,
    }),
    ("an answer declined", "UPDATE feedback SET state = 'declined' WHERE report_id = 1", {
        "feedback_told": -1, "feedback_declined": 1,
    }),
    ("an answer attempted", "UPDATE feedback SET state = 'attempted' WHERE report_id = 1", {
        "feedback_told": -1, "feedback_outstanding": 1,
    }),
    ("the organisation is to tell", "UPDATE feedback SET state = 'via organisation' WHERE report_id = 1", {
        "feedback_told": -1, "feedback_outstanding": 1,
    }),
    ("the organisation told", "UPDATE feedback SET state = 'via organisation', via_done = 1 WHERE report_id = 1", {
        "feedback_via_organisation": 1,
    }),
    ("a decision held over", "UPDATE agenda_step SET decision = 'hold over' WHERE report_id = 1", {
        "feedback_told": -1,
    }),
    ("a decision taken away", "UPDATE agenda_step SET decision = NULL WHERE report_id = 1", {"feedback_told": -1}),
    ("a report not from a resident", "UPDATE report SET source = 'Council' WHERE id = 1", {
        "resident_asb_reports": -1, "reports_from_resident_direct_to_the_unit": -1, "reports_from_council": 1,
    }),
    ("a report elsewhere", "UPDATE report SET locality = 'Hextable' WHERE id = 1", {
        "reports_at_mill_lane_swanley": -1, "reports_at_mill_lane_hextable": 1,
    }),
    ("another street's house", "UPDATE report SET house = '1', name = 'x', text = 'y', title = 'z'", {}),
    ("an agency renamed", "UPDATE agency SET name = 'New name' WHERE id = 1", {}),
    ("a kind renamed and retired", "UPDATE kind SET name = 'Our CPW', retired = 1 WHERE name = 'CPW'", {}),
    ("the meeting abandoned", "UPDATE meeting SET state = 'abandoned' WHERE id = 1", {
        "daily_taskings": -3, "tasking_actions": -4, "tasking_actions_taken_forward": -3, "tasking_actions_open": -1,
        "feedback_told": -3,
    }),
    ("the meeting a year before", "UPDATE meeting SET start = '2020-06-16T12:00:00Z' WHERE id = 1", {
        "daily_taskings": -3, "tasking_actions": -4, "tasking_actions_taken_forward": -3, "tasking_actions_open": -1,
        "feedback_told": -3,
    }),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "by"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_one_changed_record_moves_its_own_figures_and_no_other(unit: Unit, sql: str, by: dict[str, float]) -> None:
    unit.done(2, None, finished=f"2019-01-01{NOON}")  # of another year: moves nothing
    assert moved(unit, lambda: unit.run(sql)) == by


@pytest.mark.parametrize(("column", "value"), [("taken_back", "2021-06-16T12:00:00Z"), ("history", 1)])
def test_history_and_what_was_taken_back_never_count(tmp_path: Path, column: str, value: Any) -> None:
    unit = Unit(tmp_path)
    unit.report(**{column: value})
    assert unit.values() == {}


def test_a_taken_back_report_is_no_tasking_and_owed_no_answer(unit: Unit) -> None:
    by = moved(unit, lambda: unit.run("UPDATE report SET taken_back = ? WHERE id = 1", f"2021-06-17{NOON}"))
    assert (by["daily_taskings"], by["feedback_told"], by["reports"]) == (-1, -1, -1)


def test_a_linked_pair_counts_once(unit: Unit) -> None:
    by = moved(unit, lambda: unit.link(2, 1))
    assert by == {
        "daily_taskings": -1, "reports": -1, "reports_from_police": -1, "reports_of_sensitive_concern": -1,
        "reports_at_swanley": -1,
        "days_to_first_contact_mean": 0.2,  # of 2, 2 and 3 days one 2
        "days_to_finish_mean": -10.0, "days_to_finish_p90": -10,  # the other one is not finished
    }  # fmt: skip


@pytest.mark.parametrize("head", [1, 2])
def test_a_linked_pair_is_contacted_once_when_either_first_is(tmp_path: Path, head: int) -> None:
    unit = Unit(tmp_path)
    for day in ("2021-06-20", "2021-06-17"):
        unit.contact(unit.report(), at=f"{day}{NOON}")
    assert unit.value("days_to_first_contact_mean") == 3.5
    unit.link(3 - head, head)
    listed = unit.desk.figure_records("days_to_first_contact_mean", YEAR)
    assert [(one.ref, one.what) for one in listed] == [(f"R{head}", "first visit 2021-06-17")]
    assert (unit.value("days_to_first_contact_mean"), unit.value("days_to_first_contact_p90")) == (2.0, 2)


@pytest.mark.parametrize("head", [1, 2])
def test_a_linked_pair_is_finished_once_when_both_are(tmp_path: Path, head: int) -> None:
    unit = Unit(tmp_path)
    for _ in range(2):
        unit.report()
    unit.link(3 - head, head)
    unit.run("UPDATE report SET finished_on = ? WHERE id = 1", f"2021-06-18{NOON}")
    assert unit.value("days_to_finish_mean") is None
    unit.run("UPDATE report SET finished_on = ? WHERE id = 2", f"2021-06-25{NOON}")
    listed = unit.desk.figure_records("days_to_finish_mean", YEAR)
    assert [(one.ref, one.what) for one in listed] == [(f"R{head}", "finished 2021-06-25")]
    assert (unit.value("days_to_finish_mean"), unit.value("days_to_finish_p90")) == (10.0, 10)


@pytest.mark.parametrize("gone", ["history = 1", "taken_back = '2021-06-16T09:00:00Z'"])
def test_of_those_linked_to_history_one_stands_for_all_in_the_days_too(tmp_path: Path, gone: str) -> None:
    unit = Unit(tmp_path)
    for day in ("15", "16", "18", "20"):
        unit.contact(unit.report(), at=f"2021-06-{day}{NOON}")
    unit.run("UPDATE report SET finished_on = ?", f"2021-06-25{NOON}")
    for number in (2, 3, 4):
        unit.link(number, 1)
    unit.run(f"UPDATE report SET {gone} WHERE id = 1")
    for name in ("days_to_first_contact_mean", "days_to_finish_mean"):
        assert [one.ref for one in unit.desk.figure_records(name, YEAR)] == ["R2"]
    assert unit.value("days_to_first_contact_mean") == 1.0


@pytest.mark.parametrize("name", ["reports", "resident_asb_reports", "days_to_first_contact_mean"])
def test_a_pair_astride_two_years_is_one_record_of_both_together(tmp_path: Path, name: str) -> None:
    unit = Unit(tmp_path)
    for received in (f"2021-03-31{NOON}", f"2021-04-01{NOON}"):
        unit.contact(unit.report(received, source=DIRECT), at=f"2021-04-02{NOON}")
    unit.link(2, 1)
    assert [len(unit.desk.figure_records(name, span)) for span in (YEAR, YEAR.before())] == [0, 1]


def test_a_link_undone_counts_twice_again(unit: Unit) -> None:
    unit.link(2, 1)
    assert moved(unit, lambda: unit.run("UPDATE incident_link SET undone = 1"))["daily_taskings"] == 1


def test_linked_reporters_are_told_each_unless_one_answer_tells_both(unit: Unit) -> None:
    assert "feedback_told" not in moved(unit, lambda: unit.link(2, 1))
    assert moved(unit, lambda: unit.run("UPDATE incident_link SET shares_feedback = 1")) == {"feedback_told": -1}


def test_who_is_owed_an_answer_still_is_outstanding_whatever_they_are_linked_to(unit: Unit) -> None:
    unit.link(2, 1, shares_feedback=1)
    for state in ("given", "anonymous", "declined"):
        unit.run("UPDATE feedback SET state = ? WHERE report_id = 1", state)
        unit.run("UPDATE feedback SET state = 'due' WHERE report_id = 2")
        assert unit.value("feedback_outstanding") == 1


def test_a_pair_astride_two_spans_counts_where_the_report_that_counts_lies(unit: Unit) -> None:
    unit.run("UPDATE report SET received = '2021-03-31T10:00:00Z' WHERE id = 1")
    assert moved(unit, lambda: unit.link(2, 1))["reports"] == -1


def test_a_pair_in_two_meetings_is_two_taskings(unit: Unit) -> None:
    later = unit.meeting(f"2021-06-17{NOON}")
    assert moved(unit, lambda: unit.action(1, later))["daily_taskings"] == 1


def test_a_report_held_over_and_decided_later_is_owed_one_answer(unit: Unit) -> None:
    later = unit.meeting(f"2021-06-17{NOON}")
    assert moved(unit, lambda: unit.step(later, 1)) == {}


def test_a_renamed_kind_still_counts_under_its_new_name(unit: Unit) -> None:
    unit.run("UPDATE kind SET name = 'Community warning' WHERE name = 'CPW'")
    figure = unit.figures().named("cpw")
    assert figure is not None
    assert (figure.value, figure.label) == (1, "Community warning")


def test_a_kind_of_the_unit_s_own_has_a_figure_by_its_name(unit: Unit) -> None:
    unit.desk.add_kind("Dog control order", Family.INTERVENTION)
    own = unit.one("SELECT max(id) FROM kind")
    unit.run("UPDATE action SET kind_id = ? WHERE id = 1", own)
    assert unit.value("dog_control_order") == 1


def test_a_kind_named_like_a_figure_does_not_take_its_name(unit: Unit) -> None:
    unit.desk.add_kind("contacts", Family.INTERVENTION)
    names = [figure.name for figure in unit.figures().figures]
    assert len(names) == len(set(names))
    assert "contacts_2" in names


def test_an_empty_span_and_an_empty_database_have_figures_of_nothing(tmp_path: Path) -> None:
    unit = Unit(tmp_path)
    assert unit.values() == {}
    figures = unit.figures()
    assert figures.named("share_achieved").value is None  # type: ignore[union-attr]
    proof = prove_year(figures)
    assert (proof.say(), proof.holds, proof.missing) == ("No report was decided in this span.", False, ())
    assert len(unit.desk.figure_records("daily_taskings", YEAR)) == 0


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2021-06-30T22:59:59Z", "2021-06-30"),
        ("2021-06-30T23:00:00Z", "2021-07-01"),
        ("2021-07-01", "2021-07-01"),
        ("2021-12-31T23:59:59Z", "2021-12-31"),
        ("2022-01-01T00:00:00Z", "2022-01-01"),
        ("2022-01-01", "2022-01-01"),
        ("2021-03-27T23:30:00Z", "2021-03-27"),
        ("2021-03-28T00:30:00Z", "2021-03-28"),
        ("2021-03-28T22:30:00Z", "2021-03-28"),
        ("2021-03-28T23:00:00Z", "2021-03-29"),
        ("2021-10-30T23:30:00Z", "2021-10-31"),
        ("2021-10-31T23:30:00Z", "2021-10-31"),
        ("2021-11-01", "2021-11-01"),
        ("2024-02-29T10:00:00Z", "2024-02-29"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_day_is_london_s_whatever_the_clocks_do(tmp_path: Path, at: str, day: str) -> None:
    unit = Unit(tmp_path)
    unit.report(at)
    span = days(day)
    assert unit.value("reports", span) == 1
    assert unit.value("reports", span.moved(1)) == 0
    assert unit.value("reports", span.moved(-1)) == 0
    (record,) = unit.desk.figure_records("reports", span)
    assert record.day == span.start
    (split, *_) = [
        s for s in unit.desk.figures(month_of(span.start), By.MONTH).splits if s.definition.name == "reports"
    ]
    assert [value for _, value in split.values] == [1]


def test_a_meeting_just_after_midnight_of_a_summer_s_year_end_is_next_year_s(tmp_path: Path) -> None:
    unit = Unit(tmp_path)
    unit.action(unit.report(), unit.meeting("2022-03-31T23:30:00Z"))
    assert unit.value("daily_taskings") == 0
    assert unit.value("daily_taskings", read_year("2022-23")) == 1


def test_days_to_first_contact_and_to_finish_are_whole_london_days(tmp_path: Path) -> None:
    unit = Unit(tmp_path)
    for number, contacted in enumerate(("2021-06-15T14:00:00Z", "2021-06-15T23:30:00Z", "2021-06-25T12:00:00Z")):
        report = unit.report(source=str(number))
        unit.contact(report, "letter", contacted)
        unit.contact(report, "visit", f"2021-07-01{NOON}")
        unit.contact(report, "visit", f"2021-06-15{NOON}", undone=1)
    unit.report()
    assert unit.value("days_to_first_contact_mean") == 3.7  # 0, 1 and 10 days
    assert unit.value("days_to_first_contact_p90") == 10
    unit.run("UPDATE report SET finished_on = '2021-06-17T12:00:00Z' WHERE id < 3")
    assert (unit.value("days_to_finish_mean"), len(unit.desk.figure_records("days_to_finish_mean", YEAR))) == (2.0, 2)


def test_the_share_achieved_is_of_done_not_possible_and_not_undertaken(unit: Unit) -> None:
    unit.action(1, 1, status="not undertaken", finished=f"2021-06-18{NOON}")
    unit.action(1, 1, status="cancelled", finished=f"2021-06-18{NOON}")
    assert unit.value("share_achieved") == 75.0


def test_the_proof_names_exactly_what_is_missing(unit: Unit) -> None:
    unit.run("UPDATE feedback SET state = 'due' WHERE report_id = 2")
    proof = prove_year(unit.figures())
    said = "3 taskings: all actions taken forward but 1 (1 open); 2 reporters told, 0 anonymous, 0 declined;"
    assert proof.say() == f"{said} 1 outstanding."
    assert not proof.holds
    for name, number in proof.missing:
        assert len(unit.desk.figure_records(name, YEAR)) == number
    unit.run("UPDATE feedback SET state = 'anonymous' WHERE report_id = 2")
    unit.run("UPDATE action SET status = 'not possible', finished = '2021-07-01T12:00:00Z' WHERE status = 'open'")
    assert prove_year(unit.figures()).holds


def test_the_proof_of_a_month_is_that_of_the_feedback_screen(unit: Unit) -> None:
    unit.run("UPDATE feedback SET state = 'anonymous' WHERE report_id = 2")
    june = month_of(days("2021-06-01").start)
    here, there = prove_year(unit.figures(june)), unit.desk.proof(june.start)
    assert (here.told, here.anonymous, here.outstanding) == (there.told, there.anonymous, there.outstanding)
    assert there.reports == 3


def test_a_mean_of_nothing_is_nothing() -> None:
    from csu_tui.domain.figure import Definition, Section

    mean = Definition("x", "x", "x", Section.TIMES, "finish", (), Measure.MEAN)
    assert worked_out(mean, ("days",), {}) is None


def test_the_proof_of_a_whole_year_keeps_the_form_of_the_annual_report() -> None:
    proof = YearProof(626, 0, 0, told=610, anonymous=9, declined=7, not_appropriate=0, outstanding=0)
    said = "626 taskings: all actions taken forward but 0; 610 reporters told, 9 anonymous, 7 declined; 0 outstanding."
    assert (proof.say(), proof.holds) == (said, True)
    decided = replace(proof, taskings=0, told=0, declined=0)
    assert (decided.holds, decided.say().split(":")[0]) == (True, "0 taskings")
