"""The CSV rows of the table in the data folder's README."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import IncomingFile
from csu_tui.domain.words import Precision
from csu_tui.files.intake import read_file

FOLDER = (Path(__file__).parents[3] / "../shared/data").resolve()
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder of real files is not beside the project")


def _read(name: str) -> IncomingFile:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    return read_file(FOLDER / name, source=None, map_=None, date_order=None, now=now)


def test_fixmystreet_sample() -> None:
    taken = _read("Fix_My_Street_Sample_Dataset.csv")
    states = Counter(row.status for row in taken.rows)
    assert (len(taken.rows), len(taken.refused), taken.map) == (1_576, 0, "fixmystreet")
    assert (states["hidden"], states["unconfirmed"]) == (4, 68)
    assert taken.rows[0].place.locality == "Lambridge"
    assert taken.rows[0].source_ref.isdecimal()
    assert len({row.identity for row in taken.rows}) == 1_576


def test_council_service_requests() -> None:
    taken = _read("BANES_Environmental_Protection_Service_Requests.csv")
    dates = [row.received for row in taken.rows]
    assert (len(taken.rows), taken.date_order, taken.date_proof) == (5_000, "dmy", 2_933)
    assert min(date.iso() for date in dates) == "2015-01-01T06:04:00+00:00"
    assert max(date.iso() for date in dates) == "2019-11-22T10:28:00+00:00"
    assert not any(row.place.line() or row.text for row in taken.rows)
    assert len({(row.latitude, row.longitude) for row in taken.rows}) == 1_384


def test_police_street_level() -> None:
    taken = _read("2025-12-kent-street.csv")
    assert (len(taken.rows), taken.source) == (14_512, "Kent Police")
    assert {row.received.precision for row in taken.rows} == {Precision.MONTH}
    assert sum(not row.source_ref for row in taken.rows) == 2_339
    identities = [row.identity for row in taken.rows]
    assert len(set(identities)) == 14_512
    assert identities == [row.identity for row in _read("2025-12-kent-street.csv").rows]


@pytest.mark.parametrize(
    ("name", "says"),
    [("2024-03-bedfordshire-stop-and-search.csv", "stop-and-search"), ("BANES_Contact_to_the_Council.csv", "counts")],
)
def test_files_that_are_not_reports(name: str, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        _read(name)


def _rows_or_sentence(name: str) -> str:
    try:
        return "rows" if _read(name).rows else "neither"
    except RuleError as refusal:
        return str(refusal)


@pytest.mark.parametrize("folder", ["csv-spectrum", "frictionless", "."])
def test_awkward_files_are_read_right_or_refused_with_a_sentence(folder: str) -> None:
    for path in sorted((FOLDER / folder).glob("*.*")):
        said = _rows_or_sentence(f"{folder}/{path.name}")
        assert path.name in said or said == "rows"
        assert "\n" not in said


def test_strings_that_break_programs_are_titles_unchanged(tmp_path: Path) -> None:
    strings = [line for line in (FOLDER / "blns.txt").read_text(encoding="utf-8").split("\n") if line]
    path = tmp_path / "own.csv"
    quoted = ('"' + string.replace('"', '""') + '"' for string in strings)
    path.write_text(
        "received,title\n" + "".join(f"2022-03-31,{each}\n" for each in quoted), encoding="utf-8", newline=""
    )
    now = datetime(2022, 4, 1, tzinfo=UTC)
    taken = read_file(path, source=None, map_=None, date_order=None, now=now)
    assert [row.title for row in taken.rows] == strings
