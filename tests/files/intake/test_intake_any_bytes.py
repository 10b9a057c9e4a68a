import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import IncomingFile
from csu_tui.files.intake import FieldMap, dump_map
from csu_tui.files.intake.map_file import parse_map
from csu_tui.files.intake.reading import read_content

NOW = datetime(2022, 4, 1, 8, tzinfo=UTC)
HEADS = (
    b"received,title,text,name,postcode\n",
    b"Report ID;Title;Detail;Created;User Name;Query\r\n",
    b"Date reported\tDescription\tAddress\tTime reported\n",
    b"\xef\xbb\xbfMonth,Reported by,Location,Crime type\n",
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["2022-03-31", "13/04/2022", "04/13/2022", "01/02/03", "(anonymous)", '"', '""', "12 High Street", "\r"]
    ),
    st.datetimes().map(str),
)


def _read(content: bytes) -> IncomingFile | None:
    try:
        return read_content(content, "any.csv", source=None, map_=None, date_order=None, now=NOW)
    except RuleError:
        return None


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=300)
def test_no_bytes_whatever_break_the_intake(content: bytes) -> None:
    _read(content)


@given(st.sampled_from(HEADS), st.binary(max_size=300))
@settings(deadline=None, max_examples=300)
def test_no_bytes_below_good_headers_break_the_intake(head: bytes, content: bytes) -> None:
    _read(head + content)


@given(st.sampled_from(HEADS), st.lists(st.lists(CELLS, max_size=6), max_size=6))
@settings(deadline=None, max_examples=300)
def test_every_record_is_taken_or_refused_once(head: bytes, rows: list[list[str]]) -> None:
    sign = "\t" if b"\t" in head else ";" if b";" in head else ","
    content = head + "".join(sign.join(row) + "\n" for row in rows).encode("utf-8", "replace")
    taken = _read(content)
    if taken:
        numbers = sorted([row.record for row in taken.rows] + [row.record for row in taken.refused])
        assert numbers == list(range(1, len(numbers) + 1))
        assert len({row.identity for row in taken.rows if not row.source_ref}) == sum(
            not row.source_ref for row in taken.rows
        )


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None, max_examples=100)
def test_no_text_whatever_breaks_the_reading_of_a_map(text: str, header: str) -> None:
    with contextlib.suppress(RuleError):
        parse_map(text, "any.toml", "any")
    map_ = FieldMap("any", {"received": (header,)})
    assert parse_map(dump_map(map_), "any.toml", "any") == map_


@pytest.mark.parametrize("content", [b"\x00" * 4_000, b"\xff\xfe" * 500, b'"' * 5_001, b"," * 5_000, b"\r" * 5_000])
def test_degenerate_files_are_refused(content: bytes) -> None:
    assert _read(content) is None
