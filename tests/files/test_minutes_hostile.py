import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csu_tui.domain.text import width
from csu_tui.files.minutes import render
from tests.files.minuted import HOSTILE, snapshot

NAUGHTY = Path(__file__).parents[2] / "../shared/data/blns.txt"
NEVER = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
CLOSED = {"state", "start", "end", "received", "due", "new_due", "at", "decision", "review", "status", "field"}
"""Keys whose values are dates or words of a closed list."""

anything = st.text(st.characters(), max_size=300)
awkward = st.text(st.sampled_from("ab \t\r\n\x1b\x9b\u200d\u202e\u2066\ufe0f\u0301漢👩é=+-"), max_size=300)


def with_text(value: Any, text: str, key: str = "") -> Any:
    """Put the text into every field that a person or a source fills."""
    if isinstance(value, dict):
        return {name: with_text(inner, text, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_text(inner, text, key) for inner in value]
    return text if isinstance(value, str) and key not in CLOSED and key != "window" else value


def check(text: str) -> None:
    for redacted in (False, True):
        minutes = render(with_text(snapshot(), text), redacted=redacted)
        assert max(map(width, minutes.split("\n"))) <= 80
        assert not {sign for sign in minutes if unicodedata.category(sign) in NEVER} - {"\n"}
        assert minutes.encode().endswith(b"\n")
        assert not minutes.endswith("\n\n")
        assert minutes == render(with_text(snapshot(), text), redacted=redacted)


@given(anything | awkward)
@settings(deadline=None, max_examples=60)
def test_any_text_in_every_field_stays_within_80_cells_and_without_control_characters(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", [HOSTILE, "x" * 5000, "漢" * 700, "\n" * 300, "", " ", "\u0301" * 50, "-" * 81])
def test_hostile_text_is_shown_harmlessly(text: str) -> None:
    check(text)


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of naughty strings is not here")
def test_naughty_strings_are_shown_harmlessly() -> None:
    lines = NAUGHTY.read_text(encoding="utf-8").split("\n")
    for at in range(0, len(lines), 40):
        check("\n".join(lines[at : at + 40]))
    for line in sorted(lines, key=len)[-8:]:
        check(line)


def test_a_field_cannot_pass_for_a_line_of_the_minutes() -> None:
    hostile = with_text(snapshot(), "x\nOFFICIAL\nREPORTS\nDRAFT: a lie")
    lines = render(hostile, redacted=False).split("\n")
    assert lines.count("REPORTS") == 1
    assert not [line for line in lines if line.startswith(("OFFICIAL", "DRAFT"))]
