from collections.abc import Callable

import pytest

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import IncomingFile
from csu_tui.files.intake import FieldMap, shipped_maps

Read = Callable[..., IncomingFile]
UNKNOWN = FieldMap("unknown", {"received": ("Logged",), "title": ("What",)})


def _stored(read: Read, *dates: str, **options: object) -> list[str]:
    return [row.received.stored() for row in read(_own(*dates), **options).rows]


def _own(*dates: str) -> str:
    return "received,title\n" + "".join(f'"{date}",x\n' for date in dates)


def _other(*dates: str) -> str:
    return "Logged,What\n" + "".join(f"{date},x\n" for date in dates)


@pytest.mark.parametrize(
    ("stated", "stored"),
    [
        ("2022-03-31", "2022-03-31"),
        ("2022-03-31T16:40:05", "2022-03-31T15:40:05Z"),
        ("2022-03-31 16:40:05.123456", "2022-03-31T15:40:05Z"),
        ("2022-03-31T16:40Z", "2022-03-31T16:40:00Z"),
        ("2022-03-31 16:40:05 UTC", "2022-03-31T16:40:05Z"),
        ("2022-03-31T16:40:05+05:30", "2022-03-31T11:10:05Z"),
        ("2022-03-31T16:40:05-0500", "2022-03-31T21:40:05Z"),
        ("2022-03-31T16:40:05+01", "2022-03-31T15:40:05Z"),
        ("2022-03-31 16:40 BST", "2022-03-31T15:40:00Z"),
        ("2022-03", "2022-03"),
        ("Jan 2024", "2024-01"),
        ("31/03/2022", "2022-03-31"),
        ("31.3.22", "2022-03-31"),
        ("31-03-2022 4:40 pm", "2022-03-31T15:40:00Z"),
        ("31/03/2022 12:05 AM", "2022-03-30T23:05:00Z"),
        ("31/03/2022 12:05:00 PM", "2022-03-31T11:05:00Z"),
        ("31 March 2022", "2022-03-31"),
        ("Thursday 31st March 2022 at 16:40", "2022-03-31T15:40:00Z"),
        ("31-Mar-22 09:00", "2022-03-31T08:00:00Z"),
        ("Mar 31, 2022 9:00 AM", "2022-03-31T08:00:00Z"),
        ("31/12/99", "1999-12-31"),
    ],
)
def test_a_date_is_kept_as_exactly_as_it_was_stated(read: Read, stated: str, stored: str) -> None:
    assert _stored(read, stated) == [stored]


@pytest.mark.parametrize(
    "garbage",
    [
        *("yesterday", "32/01/2022", "30/02/2022", "2022-02-30", "31/31/2022", "2022-13-01", "2022-03-31 25:00"),
        *(
            "13:00",
            "0000-00-00",
            "9999-12-31T23:59:59-23:00",
            "44651",
            "2022-03-31 13:00 AM",
            "٢٠٢٢-٠٣-٣١",
            "-",
            "2022",
        ),
    ],
)
def test_a_garbage_date_costs_its_row_alone(read: Read, garbage: str) -> None:
    taken = read(_own("2022-03-30", garbage, "2022-03-31"))
    assert [row.received.stored() for row in taken.rows] == ["2022-03-30", "2022-03-31"]
    assert [(row.line, row.record) for row in taken.refused] == [(3, 2)]
    assert garbage in taken.refused[0].reason


def test_a_missing_date_costs_its_row(read: Read) -> None:
    assert [row.reason for row in read(_own("2022-03-30", " ")).refused] == ["it has no date received"]


def test_a_future_date_is_taken(read: Read) -> None:
    assert _stored(read, "2031-01-01 10:00") == ["2031-01-01T10:00:00Z"]


def test_one_late_row_decides_the_order_of_all(read: Read) -> None:
    taken = read(_other(*["03/04/2022"] * 300, "04/13/2022"), map_=UNKNOWN)
    assert (taken.date_order, taken.date_proof) == ("mdy", 1)
    assert {row.received.stored() for row in taken.rows} == {"2022-03-04", "2022-04-13"}


def test_nothing_proved_is_british_under_a_uk_map(read: Read) -> None:
    taken = read(_own("03/04/2022"))
    assert (taken.date_order, taken.date_proof, taken.rows[0].received.stored()) == ("dmy", 0, "2022-04-03")


def test_nothing_proved_elsewhere_asks_for_the_order(read: Read) -> None:
    with pytest.raises(RuleError, match="--date-order"):
        read(_other("03/04/2022"), map_=UNKNOWN)


def test_a_proposed_map_also_asks_for_the_order(read: Read) -> None:
    with pytest.raises(RuleError, match="--date-order"):
        read("Date logged,Description\n03/04/2022,Bins\n")


def test_the_order_asked_for_is_used_where_nothing_proves_it(read: Read) -> None:
    assert _stored(read, "03/04/2022", date_order="mdy") == ["2022-03-04"]


def test_an_order_that_every_proof_contradicts_is_refused(read: Read) -> None:
    with pytest.raises(RuleError, match="line 3 proves the opposite"):
        read(_own("03/04/2022", "13/04/2022"), date_order="mdy")


def test_rows_that_contradict_each_other_are_shown_and_refused(read: Read) -> None:
    with pytest.raises(RuleError, match=r"line 2: 13/04/2022.*line 3: 04/13/2022.*--date-order"):
        read(_own("13/04/2022", "04/13/2022"))


def test_iso_is_iso_whatever_the_order(read: Read) -> None:
    assert _stored(read, "2022-04-03", "2022/04/03", "04/13/2022", date_order="mdy") == [
        "2022-04-03",
        "2022-04-03",
        "2022-04-13",
    ]


def test_each_column_has_its_own_order(read: Read) -> None:
    taken = read("received,occurred,title\n13/04/2022,04/13/2022,x\n03/04/2022,04/03/2022,y\n")
    row = taken.rows[1]
    assert row.occurred
    assert (row.received.stored(), row.occurred.stored()) == ("2022-04-03", "2022-04-03")


def test_the_date_of_the_behaviour_follows_the_date_received_where_it_is_in_doubt(read: Read) -> None:
    taken = read("Date logged,Incident date,Description\n04/13/2022,03/04/2022,Bins\n")
    assert taken.rows[0].occurred
    assert taken.rows[0].occurred.stored() == "2022-03-04"


def test_an_order_asked_for_leaves_a_proved_date_of_the_behaviour_alone(read: Read) -> None:
    taken = read("received,occurred,title\n03/04/2022,13/04/2022,x\n", date_order="mdy")
    assert taken.rows[0].occurred
    assert (taken.rows[0].received.stored(), taken.rows[0].occurred.stored()) == ("2022-03-04", "2022-04-13")


def test_the_ambiguous_hour_is_the_first_one(read: Read) -> None:
    assert _stored(read, "2021-10-31 01:30") == ["2021-10-31T00:30:00Z"]


def test_the_missing_hour_is_moved_forward(read: Read) -> None:
    assert _stored(read, "2022-03-27 01:30") == ["2022-03-27T01:30:00Z"]


def test_midnight_is_a_time_unless_every_row_has_it(read: Read) -> None:
    assert _stored(read, "2022-01-10 00:00", "2022-01-11 09:00") == ["2022-01-10T00:00:00Z", "2022-01-11T09:00:00Z"]
    assert _stored(read, "2022-01-10 00:00", "2022-01-11 00:00:00") == ["2022-01-10", "2022-01-11"]


def test_midnight_is_no_time_in_council_service_requests(read: Read) -> None:
    taken = read("Ref,ReceivedDate,Type\nq1,31/03/2022 12:00:00 AM,Noise complaint\nq2,31/03/2022 12:10:00 PM,x\n")
    assert [row.received.stored() for row in taken.rows] == ["2022-03-31", "2022-03-31T11:10:00Z"]


def test_a_separate_column_gives_the_time(read: Read) -> None:
    taken = read(
        "Date reported,Time reported,Description\n31/03/2022,16:40,a\n30/03/2022 00:00:00,30/12/1899 09:00:00,b\n"
        "29/03/2022,about tea,c\n"
    )
    assert [row.received.stored() for row in taken.rows] == [
        "2022-03-31T15:40:00Z",
        "2022-03-30T08:00:00Z",
        "2022-03-29",
    ]


def test_a_garbage_date_of_the_behaviour_costs_nothing_else(read: Read) -> None:
    row = read("received,occurred,title\n2022-03-31,the other night,x\n").rows[0]
    assert (row.occurred, row.title) == (None, "x")


def test_only_the_shipped_maps_are_british_by_themselves() -> None:
    assert all(map_.uk for map_ in shipped_maps().values())
    assert not UNKNOWN.uk
