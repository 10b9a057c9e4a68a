import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.errors import RuleError
from csu_tui.domain.reference import action_ref, import_ref, meeting_ref, read_reference, report_ref


def test_each_kind_has_its_letter() -> None:
    assert [report_ref(1042), action_ref(2207), meeting_ref(57), import_ref(12)] == ["R1042", "A2207", "M57", "I12"]


@pytest.mark.parametrize("text", ["R1042", "r1042", " R 1042 ", "r\t1042", "R01042", "1042"])
def test_case_and_blanks_do_not_matter(text: str) -> None:
    assert read_reference(text, "R") == 1042


@pytest.mark.parametrize(
    "text", ["A1042", "", "R", "R-1", "R1.5", "R1042x", "RR1", "R0", "R١٠", "R99999999999999999999"]
)
def test_anything_else_is_refused_naming_the_form(text: str) -> None:
    with pytest.raises(RuleError, match="is not a report: it is written like R1042"):
        read_reference(text, "R")


def test_a_meeting_is_not_taken_for_an_action() -> None:
    with pytest.raises(RuleError, match="“M57” is not an action: it is written like A2207"):
        read_reference("M57", "A")


def test_a_refused_reference_is_repeated_harmlessly() -> None:
    with pytest.raises(RuleError) as refusal:
        read_reference("\x1b]52;c;x\x07", "R")
    assert "\x1b" not in str(refusal.value)


@given(st.integers(1, 2**63 - 1))
def test_a_written_reference_reads_back(number: int) -> None:
    assert read_reference(meeting_ref(number), "M") == number
