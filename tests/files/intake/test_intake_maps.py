from collections.abc import Callable
from pathlib import Path

import pytest

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import IncomingFile
from csu_tui.domain.standard import CATEGORIES
from csu_tui.domain.words import Precision
from csu_tui.files.intake import OWN_COLUMNS, FieldMap, dump_map, load_map, propose, shipped_maps
from csu_tui.files.intake.categories import category_of

Read = Callable[..., IncomingFile]


def test_columns_are_matched_by_name_in_any_order_and_others_ignored(read: Read) -> None:
    row = read("shoe size,title,received,colour\n9,Drums,2022-03-31,red\n").rows[0]
    assert (row.title, row.received.stored(), row.category) == ("Drums", "2022-03-31", "Other Concern")


def test_all_our_own_columns_arrive(read: Read) -> None:
    cells = (
        "Kent Police,46-1,2022-03-31 16:40,2022-03-30,nuisance bikes,nuisance,high,Bikes,Two bikes,12,High Street,"
        "Swanley,BR8 7AA,resident,Ada First,01322 1,a@example.org,yes,by phone"
    )
    taken = read(",".join(OWN_COLUMNS) + "\n" + cells + "\n")
    row = taken.rows[0]
    assert (taken.map, taken.source, row.source_ref) == ("own", "Kent Police", "46-1")
    assert (row.category, row.source_category, row.text) == ("Nuisance Bikes", "nuisance bikes", "Two bikes")
    assert row.place.line() == "12 High Street, Swanley BR8 7AA"
    assert (row.reporter.phone, row.reporter.email, row.reporter.route) == ("01322 1", "a@example.org", "by phone")


def test_headers_that_differ_in_case_are_different_columns(read: Read) -> None:
    row = read("title,url,created,state,ward,Ward\nx,https://f/report/77,2022-03-31 10:00:00 UTC,hidden,Lea,23\n").rows[
        0
    ]
    assert (row.source_ref, row.place.locality, row.status) == ("77", "Lea", "hidden")


def test_the_sources_name_is_the_option_else_the_rows_else_the_maps_else_the_files(read: Read) -> None:
    own = "source,received,title\nWardens,2022-03-31,x\n,2022-03-31,y\n"
    assert [row.source for row in read(own, source="Council").rows] == ["Council", "Council"]
    assert [row.source for row in read(own, name="march.csv").rows] == ["Wardens", "march"]
    assert read("title,url,created,state\nx,u/1,2022-03-31,fixed\n").source == "FixMyStreet"


def test_police_rows_without_crime_id_are_all_kept_and_known_again(read: Read) -> None:
    row = ",2025-12,Swan Police,Swan Police,0.1,51.1,On or near Mill Lane,E0,S,Anti-social behaviour,,\n"
    content = (
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        f"Last outcome category,Context\n{row * 3}"
    )
    first, again = read(content), read(content, name="again.csv")
    assert len({each.identity for each in first.rows}) == 3
    assert [each.identity for each in first.rows] == [each.identity for each in again.rows]
    assert (first.rows[0].place.street, first.rows[0].received.precision) == ("Mill Lane", Precision.MONTH)
    assert first.rows[0].source == "Swan Police"


def test_a_reference_is_known_again_when_its_content_changed(read: Read) -> None:
    old, new = (
        read(f"Report ID,Title,Detail,Created,Status\n7,t,{text},2022-03-31T10:00:00,{status}\n").rows[0]
        for text, status in (("a", "open"), ("b", "closed"))
    )
    assert old.identity == new.identity
    assert old.content != new.content


def test_a_new_status_does_not_make_a_row_without_reference_another_report(read: Read) -> None:
    old, new = (read(f"title,url,created,state\nx,,2022-03-31,{status}\n").rows[0] for status in ("confirmed", "fixed"))
    assert old.identity == new.identity
    assert old.content != new.content


def test_the_same_reference_of_two_sources_is_two_reports(read: Read) -> None:
    content = "source,reference,received,title\nA,1,2022-03-31,x\nB,1,2022-03-31,x\n"
    assert len({row.identity for row in read(content).rows}) == 2


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ("Type,Date,Gender,Self-defined ethnicity,Legislation,Object of search,Outcome", "stop-and-search"),
        ("Crime ID,Month,Reported by,Falls within,Location,Outcome type", "outcomes"),
        ("Report ID,Update ID,Date,Status,Problem state,Text,User Name,Reported As", "log of updates"),
        ("Title,ContactType,MonthNumber,Count", "counts"),
        ("Date,Category,Number of reports", "counts"),
        ("id,created,created_by_id,case_id,type,notes", "log of actions"),
        ("id,date,perpetrator,description", "perpetrators"),
    ],
)
def test_files_that_are_not_reports_are_refused_by_their_headers(read: Read, headers: str, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        read(headers + "\n" + "2022-03-31," * headers.count(",") + "1\n")


def test_every_shipped_map_survives_being_written_and_read(tmp_path: Path) -> None:
    for name, map_ in shipped_maps().items():
        path = tmp_path / f"{name}.toml"
        path.write_text(dump_map(map_), encoding="utf-8")
        assert load_map(path) == map_


def test_a_map_with_hostile_headers_survives_too(tmp_path: Path) -> None:
    map_ = FieldMap(
        'q"\\', {"received": ('When "\\\n\t\x1b\x7f',)}, "S", date_order="mdy", strip_prefix={"street": "a\r"}
    )
    path = tmp_path / "m.toml"
    path.write_text(dump_map(map_), encoding="utf-8", newline="")
    assert load_map(path) == map_


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = \nuk = true", "line 1"),
        ('uk = "yes"\n[columns]\nreceived = "a"', "line 1: `uk` must be true or false"),
        ('[columns]\nreceived = "a"\nrecieved = "b"', "line 3: `recieved` is not a field"),
        ("[columns]\nreceived = 4", "line 2: `received` must be a header"),
        ('colums = "x"', "line 1: `colums` is not an entry"),
        ('date_order = "ymd"\n[columns]\nreceived="a"', 'line 1: `date_order` must be "dmy" or "mdy"'),
        ('[columns]\ntitle = "a"', "needs an entry `received`"),
        ("columns = 3", "must be a table"),
    ],
)
def test_a_wrong_entry_of_a_map_is_named_with_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(RuleError) as refusal:
        load_map(path)
    assert says in str(refusal.value)
    assert str(path) in str(refusal.value)


def test_a_map_file_that_is_missing_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="There is no map file"):
        load_map(tmp_path / "gone.toml")
    with pytest.raises(RuleError, match="cannot be read"):
        load_map(tmp_path)
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(RuleError, match="not UTF-8"):
        load_map(tmp_path / "b.toml")


def test_a_map_that_does_not_fit_the_file_is_refused(read: Read) -> None:
    with pytest.raises(RuleError, match="has no column 'When'"):
        read("received,title\n2022-03-31,x\n", map_=FieldMap("mine", {"received": ("When",)}))


def test_the_sources_saved_map_comes_before_the_shipped_ones(read: Read) -> None:
    mine = FieldMap("mine", {"received": ("received",), "title": ("colour",)}, uk=True)
    taken = read("received,title,colour\n2022-03-31,x,red\n", source="wardens", saved={"Wardens": mine})
    assert (taken.map, taken.rows[0].title) == ("mine", "red")


def test_an_unknown_file_is_read_by_what_its_headers_mean(read: Read) -> None:
    taken = read(
        "Case Ref,DateReported,Incident date,ASB Type,Incident Details,Site Address,Post Code,Caller name,Tel No,"
        "E-mail address,Feedback Required,Date closed\n"
        'C1,31/03/2022 10:00,30/03/2022,Loud music,Drums,"12 High Street, Swanley",BR8 7AA,Ada First,01322,a@b,N,\n'
    )
    row = taken.rows[0]
    assert (taken.map, row.source_ref, row.received.stored()) == ("proposed", "C1", "2022-03-31T09:00:00Z")
    assert row.occurred
    assert (row.occurred.stored(), row.category, row.text) == ("2022-03-30", "Noise", "Drums")
    assert row.place.line() == "12 High Street, Swanley BR8 7AA"
    assert (row.reporter.name, row.reporter.phone, row.reporter.feedback_wanted) == ("Ada First", "01322", False)


def test_values_decide_where_a_header_alone_would_mislead() -> None:
    rows = [("2022-03-31", "27", "Lea", "4", "Row"), ("2022-03-30", "3", "Ash", "5", "Din")]
    map_ = propose(("Logged on", "Ward", "ward", "Type", "Notes"), rows)
    assert dict(map_.columns) == {"received": ("Logged on",), "locality": ("ward",), "text": ("Notes",)}


def test_a_date_of_something_else_is_not_the_date_received() -> None:
    rows = [("2022-03-31", "2022-03-31", "x")]
    assert "received" not in propose(("Date of birth", "Date closed", "Notes"), rows).columns


@pytest.mark.parametrize("name", [category.name for category in CATEGORIES])
def test_every_standard_category_is_itself_in_any_case(name: str) -> None:
    assert category_of(name.upper(), {}) == name


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("Abandoned vehicles", "Vehicle Abandoned"),
        ("Flytipping", "Fly-tipping"),
        ("Noise complaint", "Noise"),
        ("Domestic violence (noise)", "Domestic Abuse"),
        ("ASB - youths", "Rowdy or Inconsiderate Behaviour"),
        ("Dog fouling", "Animal Problems"),
        ("Potholes", "Other Concern"),
        ("", "Other Concern"),
    ],
)
def test_a_sources_word_becomes_the_units_category(word: str, category: str) -> None:
    assert category_of(word, {}) == category


def test_a_maps_own_word_comes_first() -> None:
    assert category_of("Noise", {"noise": "Licensed Premises"}) == "Licensed Premises"


def test_every_category_that_maps_lead_to_is_a_standard_one() -> None:
    names = {category.name for category in CATEGORIES}
    led_to = {name for map_ in shipped_maps().values() for name in map_.categories.values()}
    assert led_to <= names
