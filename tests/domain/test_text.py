import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from csu_tui.domain.text import clean, csv_cell, fit, shorten, width, wrap

NEVER_SHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
NAUGHTY = Path(__file__).parents[2] / "../shared/data/blns.txt"

anything = st.text(st.characters(), max_size=60)
"""Any code point, lone surrogates included."""
awkward = st.text(st.sampled_from("ab \t\r\n\x1b\x9b\u200d\u202e\u2066\ufe0f\u0301漢👩é=+'"), max_size=60)


def forbidden(shown: str, *, lines: bool = False) -> set[str]:
    kept = {"\n"} if lines else set()
    return {sign for sign in shown if unicodedata.category(sign) in NEVER_SHOWN} - kept


@given(anything | awkward, st.booleans())
def test_cleaned_text_holds_nothing_a_terminal_acts_on(text: str, lines: bool) -> None:
    assert not forbidden(clean(text, lines=lines), lines=lines)


@given(anything | awkward, st.booleans())
def test_cleaning_twice_changes_nothing(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once


@given(anything)
def test_cleaned_text_can_always_be_written_as_utf_8(text: str) -> None:
    assert clean(text).encode("utf-8")[:0] == b""


@pytest.mark.parametrize(
    "text", ["plain", "Llŷn Café, naïve £5", "漢字かな", "مرحبا", "🚲 👍", "[/x] [@click=app.quit]q[/] :fire: $x", ""]
)
def test_words_that_people_write_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x00\x7f", "␀␡"),
        ("\x9b2J", "‹U+009B›2J"),
        ("a\u202egpj.exe", "a‹U+202E›gpj.exe"),
        ("a\u2066b\u2069", "a‹U+2066›b‹U+2069›"),
        ("no\u200bbreak\ufeff", "no‹U+200B›break‹U+FEFF›"),
        ("\ud800", "‹U+D800›"),
        ("\ue000\uffff", "‹U+E000›‹U+FFFF›"),
        ("x\u2028y", "x‹U+2028›y"),
        ("blank\u3164name", "blank‹U+3164›name"),
        ("heart \u2764\ufe0f", "heart \u2764"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\nd", "a⏎b⏎c⏎d"),
        ("\u0301a", "◌\u0301a"),
    ],
)
def test_what_could_act_or_hide_is_shown_as_a_sign(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_line_ends_of_every_kind_become_newlines_where_lines_are_kept() -> None:
    assert clean("a\r\nb\rc\n\td\x1b", lines=True) == "a\nb\nc\n d␛"


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the shared real files are not here")
def test_no_naughty_string_survives_cleaning() -> None:
    for line in NAUGHTY.read_text(encoding="utf-8").splitlines():
        shown = clean(line)
        assert not forbidden(shown), ascii(line)
        assert clean(shown) == shown
        assert all(width(part) <= 20 for part in wrap(shown, 20))


@given(anything | awkward, st.integers(min_value=1, max_value=30), st.sampled_from(["", "  ", "Comment: ", "・"]))
def test_a_wrapped_line_is_never_wider_than_asked(text: str, room: int, indent: str) -> None:
    lines = wrap(clean(text, lines=True), room, indent, "    ")
    assert lines
    assert all(width(line) <= room for line in lines)


@given(anything | awkward, st.integers(min_value=2, max_value=30))
def test_wrapping_loses_nothing_but_blanks(text: str, room: int) -> None:
    shown = clean(text, lines=True)
    joined = "".join(wrap(shown, room))
    assert "".join(joined.split()) == "".join(shown.split())


@given(awkward, st.integers(min_value=2, max_value=12))
def test_no_wrapped_line_begins_with_a_mark_torn_from_its_letter(text: str, room: int) -> None:
    torn = [line for line in wrap(clean(text), room) if line and unicodedata.category(line[0]) == "Mn"]
    assert torn == []


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("two off-road bikes on the path", 12, ["two off-road", "bikes on the", "path"]),
        ("a https://example.org/1234567890", 12, ["a https://ex", "ample.org/12", "34567890"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("漢字漢字漢字", 5, ["漢字", "漢字", "漢字"]),
        ("", 10, [""]),
        ("exact", 5, ["exact"]),
        ("漢", 1, ["…"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, room: int, lines: list[str]) -> None:
    assert [line.rstrip() for line in wrap(text, room)] == lines


def test_the_first_line_and_the_others_have_their_own_indent() -> None:
    assert wrap("one two three", 9, "- ", "  ") == ["- one two", "  three"]


@given(anything | awkward, st.integers(min_value=0, max_value=30))
def test_shortened_text_fits_and_says_that_it_was_cut(text: str, room: int) -> None:
    shown = clean(text)
    short = shorten(shown, room)
    assert width(short) <= room
    assert short == shown or short.endswith("…") or room == 0


def test_fitting_keeps_accents_with_their_letters() -> None:
    assert fit("cafe\u0301s", 4) == "cafe\u0301"


def test_width_counts_cells_not_characters() -> None:
    assert [width(text) for text in ("abc", "漢字", "e\u0301", "👍")] == [3, 4, 1, 2]


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1x", " =1", "-", "=1\n2"]
)
def test_a_cell_that_begins_like_a_formula_is_prefixed(text: str) -> None:
    assert csv_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["-5", "+3.25", "1042", "0.5", "Kent Police", "a=b", "", "'=1"])
def test_a_number_and_plain_words_are_left_alone(text: str) -> None:
    assert csv_cell(text) == text


def test_no_shown_character_is_drawn_wider_than_it_is_measured() -> None:
    shown = (chr(code) for code in range(0x20, 0x20000) if clean(chr(code)) == chr(code))
    assert [hex(ord(sign)) for sign in shown if width(sign) < cell_len(sign)] == []
