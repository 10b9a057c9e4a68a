from collections.abc import Callable

import pytest

from csu_tui.domain.incoming import IncomingFile
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import Qualifier, ReporterKind, Risk
from csu_tui.files.intake import FieldMap

Read = Callable[..., IncomingFile]
OWN = "reference,received,title,reporter,name,phone,email,feedback_wanted,route,risk,qualifier,text\n"
PRO = "Report ID,Title,Detail,User Name,Category,Created,Status,Query,Ward,Reported As,User Email,User Phone"
ROW = (
    '9001,Title,"this report\nis split",{name},Graffiti,2022-03-31T16:40:00,confirmed,,Swanley,{kind},q@example.org,07'
)


def _own(read: Read, **cells: str) -> Reporter:
    names = OWN.strip().split(",")
    values = {"received": "2022-03-31", "title": "x", **cells}
    return read(OWN + ",".join(f'"{values.get(name, "")}"' for name in names) + "\n").rows[0].reporter


def _pro(read: Read, name: str, kind: str = "", more: tuple[str, str] = ("", "")) -> Reporter:
    return read(f"{PRO}{more[0]}\n{ROW.format(name=name, kind=kind)}{more[1]}\n").rows[0].reporter


@pytest.mark.parametrize("name", ["(anonymous)", "(anonymous 12345)", "(Anonymous)", "Anonymous", " (anonymous) "])
def test_an_anonymous_name_keeps_nothing_of_the_person(read: Read, name: str) -> None:
    assert _pro(read, name) == Reporter(ReporterKind.ANONYMOUS)


def test_of_two_equal_headers_the_first_wins(read: Read) -> None:
    reporter = _pro(read, "(anonymous)", more=(",User Name", ",Wilhelmina Testing"))
    assert reporter == Reporter(ReporterKind.ANONYMOUS)
    assert _pro(read, "Ada First", more=(",User Name", ",Bea Second")).name == "Ada First"


def test_anonymity_in_the_second_of_two_equal_headers_counts_too(read: Read) -> None:
    assert _pro(read, "Ada First", more=(",User Name", ",(anonymous)")) == Reporter(ReporterKind.ANONYMOUS)


def test_reported_as_anonymous_user_is_anonymous(read: Read) -> None:
    assert _pro(read, "Ada First", "anonymous_user") == Reporter(ReporterKind.ANONYMOUS)


def test_a_report_made_for_another_user_is_that_residents(read: Read) -> None:
    assert _pro(read, "Ada First", "another_user").kind is ReporterKind.RESIDENT


def test_a_report_made_as_the_body_is_an_organisations(read: Read) -> None:
    assert _pro(read, "Swanshire Council", "body").kind is ReporterKind.ORGANISATION


def test_a_named_person_is_a_resident_unless_stated(read: Read) -> None:
    assert _own(read, name="Ada First") == Reporter(ReporterKind.RESIDENT, "Ada First")
    assert _own(read, name="Ada First", reporter="Cllr").kind is ReporterKind.COUNCILLOR
    assert _own(read, name="Ada First", reporter="not stated").kind is ReporterKind.NOT_STATED
    assert _own(read).kind is ReporterKind.NOT_STATED


@pytest.mark.parametrize("kind", list(ReporterKind))
def test_every_kind_is_read_in_its_own_word_in_any_case(read: Read, kind: ReporterKind) -> None:
    assert _own(read, reporter=kind.value.upper()).kind is kind


def test_an_anonymous_row_of_our_own_keeps_no_name_phone_email_or_route(read: Read) -> None:
    reporter = _own(
        read, reporter="Anonymous", name="Ada", phone="07", email="a@b", route="ring Ada", feedback_wanted="yes"
    )
    assert reporter == Reporter(ReporterKind.ANONYMOUS, feedback_wanted=True)


def test_an_anonymous_flag_of_an_unknown_file_counts(read: Read) -> None:
    taken = read("Date received,Description,Caller name,Anonymous\n2022-03-31,Row,Ada,Yes\n2022-03-31,Row,Bea,No\n")
    assert [row.reporter.name for row in taken.rows] == ["", "Bea"]
    assert taken.rows[0].reporter.kind is ReporterKind.ANONYMOUS


def test_a_kind_in_place_of_a_name_is_a_kind(read: Read) -> None:
    taken = read("Date received,Description,Reported by\n2022-03-31,a,Councillor\n2022-03-31,b,Anonymous caller\n")
    assert [row.reporter for row in taken.rows] == [
        Reporter(ReporterKind.COUNCILLOR),
        Reporter(ReporterKind.ANONYMOUS),
    ]


def test_a_source_that_names_nobody_states_nothing(read: Read) -> None:
    map_ = FieldMap("m", {"received": ("received",), "name": ("name",)}, names_reporter=False, uk=True)
    assert read(OWN + '1,2022-03-31,x,,"Ada",,,,,,,\n', map_=map_).rows[0].reporter == Reporter()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("yes", True), ("Y", True), ("TRUE", True), ("no", False), ("Declined", False), ("0", False), ("", None)],
)
def test_the_wish_for_feedback_is_read(read: Read, said: str, wanted: bool | None) -> None:
    assert _own(read, name="Ada", feedback_wanted=said).feedback_wanted is wanted


def test_an_unreadable_wish_is_not_stated_and_costs_nothing(read: Read) -> None:
    assert _own(read, name="Ada", feedback_wanted="if raining") == Reporter(ReporterKind.RESIDENT, "Ada")


@pytest.mark.parametrize(
    ("said", "risk"), [("HIGH", Risk.HIGH), ("amber", Risk.MEDIUM), ("Low", Risk.STANDARD), ("", None)]
)
def test_risk_is_read_in_common_words(read: Read, said: str, risk: Risk | None) -> None:
    assert read(f"received,title,risk\n2022-03-31,x,{said}\n").rows[0].risk is risk


def test_an_unknown_risk_is_kept_in_words(read: Read) -> None:
    row = read("received,text,risk,qualifier\n2022-03-31,Dogs,Band 7,Nuisance\n").rows[0]
    assert (row.risk, row.qualifier) == (None, Qualifier.NUISANCE)
    assert row.text == "Dogs\nRisk as stated by the source: Band 7"
