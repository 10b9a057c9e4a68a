"""Hotspots: places with many reports in a few weeks, each incident once (SPEC 3.6)."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.hotspot import Hotspot, Trend
from csu_tui.domain.place import Place
from tests.counted import counting, plan
from tests.factories import (
    PLANTED,
    SENSITIVE,
    clock_of,
    import_reports,
    make_desk,
    open_meeting,
    rows_of,
    step_of,
)

HERE = {"postcode": "BR8 1AA", "street": "Mill Lane"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path)


def days(first: int, count: int, month: str = "03/2022", **more: str) -> tuple[dict[str, str], ...]:
    """Return a report a day from the first on."""
    return tuple(HERE | {"received": f"{first + n:02}/{month} 10:00"} | more for n in range(count))


def only(desk: Desk) -> Hotspot:
    (spot,) = desk.hotspots()
    return spot


def test_five_reports_in_28_days_make_a_hotspot_and_four_do_not(desk: Desk) -> None:
    import_reports(desk, *days(10, 4))
    assert desk.hotspots() == ()
    import_reports(desk, HERE)
    spot = only(desk)
    assert (spot.reports, spot.days, spot.before, spot.trend) == (5, 28, 0, Trend.RISING)
    assert desk.opening().hotspots == (spot,)


@pytest.mark.parametrize(
    ("received", "counts"),
    [
        ("04/03/2022", False),
        ("04/03/2022 23:59", False),
        ("05/03/2022 00:00", True),
        ("05/03/2022", True),
        ("01/04/2022", True),
        ("01/04/2022 23:59", True),
        ("2022-04-02", False),
        ("2022-04-02T00:00:00+01:00", False),
        ("2022-03", False),
        ("2022-04", False),
    ],
)
def test_the_28_days_are_london_s_today_included_and_a_month_is_no_day(desk: Desk, received: str, counts: bool) -> None:
    import_reports(desk, *days(20, 4), HERE | {"received": received}, history=True)
    assert bool(desk.hotspots()) is counts


def test_clock_change_within_the_weeks_moves_no_edge(desk: Desk) -> None:
    clock_of(desk).set("2022-04-24T09:00:00+01:00")  # the 28 days begin on 28 March, the first whole day of summer time
    import_reports(desk, *days(10, 4, "04/2022"), HERE | {"received": "27/03/2022 23:59"}, history=True)
    assert desk.hotspots() == ()
    import_reports(desk, HERE | {"received": "28/03/2022 00:00"}, history=True)
    assert only(desk).reports == 5


@pytest.mark.parametrize(("before", "trend"), [(4, Trend.RISING), (5, Trend.STEADY), (6, Trend.FALLING)])
def test_trend_compares_with_the_28_days_before(desk: Desk, before: int, trend: Trend) -> None:
    import_reports(desk, *days(10, 5), *days(5, before, "02/2022"), HERE | {"received": "03/02/2022 10:00"})
    spot = only(desk)
    assert (spot.before, spot.trend) == (before, trend)
    assert spot.said() == f"5 reports in 28 days, {before} in the 28 before: {trend}"


def test_numbers_are_the_unit_s_settings(desk: Desk) -> None:
    import_reports(desk, *days(29, 3), *days(10, 4))
    desk.set_setting("hotspot_days", 4)
    assert desk.hotspots() == ()
    desk.set_setting("hotspot_reports", 3)
    spot = only(desk)
    assert (spot.reports, spot.days, spot.before) == (3, 4, 0)


def test_linked_pair_counts_once(desk: Desk) -> None:
    one, two, *_ = import_reports(desk, *days(10, 5))
    open_meeting(desk)
    assert only(desk).reports == 5
    desk.same_incident(step_of(desk, two), one)
    assert desk.hotspots() == ()
    desk.undo()
    assert only(desk).reports == 5


def test_incident_reported_again_counts_in_these_days_only(desk: Desk) -> None:
    *_, last, earlier = import_reports(desk, *days(10, 5), *days(5, 1, "02/2022"))
    open_meeting(desk)
    assert only(desk).before == 1
    desk.same_incident(step_of(desk, last), earlier)
    assert (only(desk).reports, only(desk).before) == (5, 0)


def test_what_was_taken_back_counts_nowhere(desk: Desk) -> None:
    import_reports(desk, *days(10, 5))
    open_meeting(desk)
    desk.take_back(desk.imports()[0].id)
    assert desk.hotspots() == ()


def test_history_counts(desk: Desk) -> None:
    import_reports(desk, *days(10, 5), history=True)
    assert only(desk).reports == 5


def test_reports_without_a_place_are_no_place(desk: Desk) -> None:
    import_reports(desk, *days(10, 6, postcode="", street="", house=""))
    assert desk.hotspots() == ()


def test_place_is_that_of_the_newest_report_and_only_what_a_room_may_read(desk: Desk) -> None:
    import_reports(desk, *days(10, 4), HERE | {"street": "The Mill", "received": "20/03/2022 10:00"})
    spot = only(desk)
    assert spot.place == Place(street="The Mill", locality="Swanley", postcode="BR8")
    assert not [word for word in PLANTED if word in spot.place.line()]


def test_address_that_could_not_be_split_leaves_the_name_to_another_report(desk: Desk) -> None:
    import_reports(desk, *days(10, 4), HERE | {"street": "Flats behind the shops, unit 4, BR8 1AA", "house": ""})
    assert only(desk).place.street == "Mill Lane"


def test_sensitive_reports_count_and_name_nothing(desk: Desk) -> None:
    *_, four, hidden = import_reports(desk, *days(10, 4), SENSITIVE | HERE | {"street": "Refuge Close"})
    spot = only(desk)
    assert (spot.reports, spot.sensitive, spot.place.street) == (5, 1, "Mill Lane")
    assert spot.listed[0] == four
    assert hidden not in spot.listed
    assert hidden not in {one.report_id for one in desk.hotspot_reports(spot)}


def test_place_of_sensitive_reports_alone_is_not_named(desk: Desk) -> None:
    import_reports(desk, *days(10, 5, **SENSITIVE))
    spot = only(desk)
    assert (spot.place, spot.listed) == (Place(locality="Swanley", postcode="BR8"), ())
    assert desk.hotspot_reports(spot) == ()


def test_most_reports_come_first_then_those_that_grow(desk: Desk) -> None:
    for postcode, now, before in (("BR8 1AA", 5, 3), ("BR8 2AA", 6, 9), ("BR8 3AA", 5, 1)):
        import_reports(
            desk, *days(10, now, postcode=postcode), *days(5, before, "02/2022", postcode=postcode), history=True
        )
    assert [spot.key for spot in desk.hotspots()] == ["BR82AA", "BR83AA", "BR81AA"]


def test_one_statement_reads_these_weeks_by_their_index(tmp_path: Path) -> None:
    with counting() as count:
        desk = make_desk(tmp_path)
        import_reports(desk, *days(10, 6))
        asked = count(desk.hotspots).statements
        assert len(asked) == 2  # the settings, and the places
        with desk._db.read() as connection:
            lines = plan(connection, asked[1])
        desk.close()
    assert any("report_received" in line for line in lines)
    assert any("report_place" in line for line in lines)
    assert not [line for line in lines if line.startswith("SCAN r")]


def test_minutes_keep_the_hotspots_and_the_flags_of_their_day(desk: Desk) -> None:
    import_reports(desk, *days(10, 5))
    open_meeting(desk)
    flags = desk.snapshot()["flags"]
    assert flags["hotspots"] == [
        {
            "place": {"street": "Mill Lane", "locality": "Swanley", "outward": "BR8"},
            "reports": 5,
            "before": 0,
            "trend": "rising",
            "days": 28,
        }
    ]
    said = [(flag["report"], flag["qualifying"], flag["words"]) for flag in flags["case_reviews"]]
    assert said == [
        ("R2", 2, "explain the Case Review, 2 counted by date received"),
        ("R3", 3, "threshold looks met, 3 counted by date received"),
        ("R4", 4, "threshold looks met, 4 counted by date received"),
        ("R5", 5, "threshold looks met, 5 counted by date received"),
    ]
    desk.hold_over_rest("not reached")
    closed = desk.close_meeting()
    import_reports(desk, *days(20, 5))
    desk.set_setting("case_review_met", 9)
    assert desk.snapshot(closed.meeting_id)["flags"] == flags


def test_minutes_tell_the_reviews_that_the_meeting_moved_and_no_others(desk: Desk) -> None:
    people = [{"phone": f"01632 96011{n}", "email": "", "house": str(n)} for n in range(4)]
    *before, here, undone = import_reports(desk, *people)
    desk.raise_case_review(before[0])
    desk.raise_case_review(before[1])
    open_meeting(desk)
    desk.raise_case_review(here)
    desk.decide_case_review(desk.case_reviews()[0], threshold_met=True, taken_forward=True)
    desk.decide_case_review(desk.case_reviews()[2], threshold_met=False, why="one incident")
    desk.raise_case_review(undone)
    desk.undo()
    moved = desk.snapshot()["flags"]["reviews"]
    assert [(one["case_review"], one["report"], one["words"]) for one in moved] == [
        ("V1", "R1", "threshold not met"),
        ("V3", "R3", "threshold met, taken forward"),
    ]
    assert moved[0]["free"] == {"reason": "one incident", "outcome": ""}
    assert rows_of(desk, "SELECT count(*) FROM case_review WHERE undone = 1") == [(1,)]
