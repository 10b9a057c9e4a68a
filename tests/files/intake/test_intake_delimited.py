import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import IncomingFile
from csu_tui.files.intake import read_file

Read = Callable[..., IncomingFile]
PLAIN = "reference,received,category,title\nA1,2022-03-31 16:40,Noise,Café music — again\nA2,2022-03-31,Noise,Drums\n"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "^", "~", "\x1f"])
def test_any_delimiter_is_found(read: Read, sign: str) -> None:
    taken = read(PLAIN.replace(",", sign))
    assert [row.source_ref for row in taken.rows] == ["A1", "A2"]
    assert taken.format == ("tsv" if sign == "\t" else "csv")


def test_a_stated_separator_line_is_obeyed(read: Read) -> None:
    taken = read("sep=;\n" + PLAIN.replace(",", ";"))
    assert [(row.line, row.title) for row in taken.rows] == [(3, "Café music — again"), (4, "Drums")]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (PLAIN.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + PLAIN.encode(), "utf-8-sig"),
        (b"\xff\xfe" + PLAIN.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), "utf-16-be"),
        (PLAIN.encode("utf-16-le"), "utf-16-le"),
        (PLAIN.encode("utf-16-be"), "utf-16-be"),
        (PLAIN.encode("cp1252"), "cp1252"),
    ],
)
def test_every_usual_encoding_gives_the_same_words(read: Read, content: bytes, encoding: str) -> None:
    taken = read(content)
    assert taken.encoding == encoding
    assert taken.rows[0].title == "Café music — again"


def test_one_stray_byte_does_not_spoil_the_accents_of_a_utf8_file(read: Read) -> None:
    taken = read(PLAIN.encode() + b"A3,2022-03-31,Noise,caf\xe9\n")
    assert [row.title for row in taken.rows] == ["Café music — again", "Drums", "café"]


def test_a_cell_of_several_lines_keeps_the_files_line_numbers(read: Read) -> None:
    taken = read('received,title,text\n2022-03-31,One,"first\nsecond\r\nthird"\n\n2022-03-31,Two,plain\nsoon,Three,x\n')
    assert [(row.line, row.record) for row in taken.rows] == [(2, 1), (6, 2)]
    assert taken.rows[0].text == "first\nsecond\r\nthird"
    assert [(row.line, row.record) for row in taken.refused] == [(7, 3)]


def test_blank_rows_are_skipped_and_not_counted(read: Read) -> None:
    taken = read("\nreceived,title\n\n , \n2022-03-31,One\n,,,\n2022-03-31,Two\n")
    assert [(row.title, row.record) for row in taken.rows] == [("One", 1), ("Two", 2)]
    assert taken.refused == ()


def test_ragged_rows_are_refused_with_line_record_and_reason(read: Read) -> None:
    taken = read("received,category,title\n2022-03-31,Noise\n2022-03-31,Noise,One\n2022-03-31,Noise,One,more\n")
    assert [(row.line, row.record) for row in taken.refused] == [(2, 1), (4, 3)]
    assert [row.reason for row in taken.refused] == [
        "it has 2 cells under 3 headers",
        "it has 4 cells under 3 headers",
    ]
    assert taken.refused[1].cells == ("2022-03-31", "Noise", "One", "more")
    assert len(taken.rows) == 1


def test_blank_cells_beyond_the_headers_do_no_harm(read: Read) -> None:
    assert [row.title for row in read("received,title,,\n2022-03-31,One,,\n2022-03-31,Two,,,,\n").rows] == [
        "One",
        "Two",
    ]


def test_an_unclosed_quotation_mark_costs_its_own_row_only(read: Read) -> None:
    taken = read('received,category,title\n2022-03-31,Noise,"open\n2022-03-31,Noise,Two\n2022-03-31,Noise,Three\n')
    assert [(row.line, row.reason) for row in taken.refused] == [(2, "a quotation mark is not closed")]
    assert [row.title for row in taken.rows] == ["Two", "Three"]


def test_an_unclosed_quotation_mark_does_not_swallow_up_to_the_next_one(read: Read) -> None:
    taken = read(
        'received,category,title\n2022-03-31,Noise,"open\n2022-03-31,Noise,Two\n2022-03-31,Noise,say" it\n'
        '2022-03-31,Noise,"Four, quoted"\n'
    )
    assert [row.line for row in taken.refused] == [2]
    assert [row.title for row in taken.rows] == ["Two", 'say" it', "Four, quoted"]


def test_a_quotation_mark_inside_a_quoted_cell_is_refused_not_guessed(read: Read) -> None:
    taken = read('received,title\n2022-03-31,"He said "hello" to me"\n2022-03-31,Two\n')
    assert [row.reason for row in taken.refused] == ["a quotation mark stands inside a quoted cell"]
    assert [row.title for row in taken.rows] == ["Two"]


def test_many_stray_quotation_marks_end_in_good_time(read: Read) -> None:
    taken = read("received,title\n" + '2022-03-31,"""\n' * 20_000 + "2022-03-31,last\n")
    assert taken.rows[-1].title == "last"


def test_control_characters_are_data(read: Read) -> None:
    title = "nul \x00 esc \x1b]52;c;eA==\x07 c1 \x9b bidi \u202e markup [/x] "
    assert read(f"received,title\n2022-03-31,{title}\n").rows[0].title == title


def test_a_lone_carriage_return_inside_quotes_is_data(read: Read) -> None:
    assert read('received,title\n2022-03-31,"a\rb"\n').rows[0].title == "a\rb"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\n \r\n\n", "is empty"),
        (b"received,title\n", "headers only"),
        (b"received,title\n\n,\n", "headers only"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e" * 20, "not a text file"),
        (bytes(range(256)) * 4, "not a text file"),
        (b"PK\x03\x04....", "CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "CSV"),
        (b'[{"service_request_id": 1}]', "JSON"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"<!DOCTYPE html><html>", "XML or a web page"),
        (b"\xff\xfea\x00b", "damaged"),
        (b'received,"title\n2022-03-31,x\n', "line 1"),
        (b"a,b\n1,2\n", "no column that could be the date received"),
        (b"id,timestamp\n1,2022-03-31\n", "no column that says what happened or where"),
    ],
)
def test_what_is_no_file_of_reports_gets_one_sentence(read: Read, content: bytes, says: str) -> None:
    with pytest.raises(RuleError) as refusal:
        read(content)
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert "reports.csv" in str(refusal.value)


def _refusal(path: Path) -> str:
    with pytest.raises(RuleError) as refusal:
        read_file(path, source=None, map_=None, date_order=None, now=datetime(2022, 4, 1, tzinfo=UTC))
    return str(refusal.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "gone.csv") == f"There is no file {tmp_path / 'gone.csv'}."


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in _refusal(tmp_path)


def test_a_device_is_refused_rather_than_read_for_ever() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no such device here")
    assert "is not a file" in _refusal(Path("/dev/zero"))


def test_a_name_that_no_system_takes_is_refused() -> None:
    assert "cannot be read" in _refusal(Path("a\x00b.csv"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "closed.csv"
    path.write_text(PLAIN)
    path.chmod(0)
    assert "may not be read" in _refusal(path)


def test_progress_is_told_up_to_the_last_row(read: Read) -> None:
    told: list[tuple[int, int]] = []
    read(
        "received,title\n" + "2022-03-31,One\n" * 2_500,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1_000, 2_500), (2_000, 2_500), (2_500, 2_500)]
