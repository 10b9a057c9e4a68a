"""References as people say them: R1042 a report, A2207 an action, M57 a meeting, I12 an import, T3, V2."""

import re

from csu_tui.domain.errors import RuleError
from csu_tui.domain.text import clean, shorten

_NOUNS = {"R": "a report", "A": "an action", "M": "a meeting", "I": "an import", "T": "a group", "V": "a case review"}
_EXAMPLES = {"R": "R1042", "A": "A2207", "M": "M57", "I": "I12", "T": "T3", "V": "V2"}
_LARGEST = 2**63 - 1  # what the database can number


def report_ref(number: int) -> str:
    """Write a report's number: `R1042`."""
    return f"R{number}"


def action_ref(number: int) -> str:
    """Write an action's number: `A2207`."""
    return f"A{number}"


def meeting_ref(number: int) -> str:
    """Write a meeting's number: `M57`."""
    return f"M{number}"


def import_ref(number: int) -> str:
    """Write an import's number: `I12`."""
    return f"I{number}"


def group_ref(number: int) -> str:
    """Write a Task and Finish Group's number: `T3`."""
    return f"T{number}"


def case_review_ref(number: int) -> str:
    """Write an ASB Case Review's number: `V2`."""
    return f"V{number}"


def read_reference(text: str, letter: str) -> int:
    """Read a reference of one kind (`letter` R, A, M, I, T or V); case and blanks do not matter, nor does the letter.

    Raises RuleError naming the form, also for a reference of another kind.
    """
    match = re.fullmatch(r"([A-Z]?)0*([1-9][0-9]{0,18})", "".join(text.split()).upper())
    if match and match[1] in {"", letter} and int(match[2]) <= _LARGEST:
        return int(match[2])
    raise RuleError(
        f"“{shorten(clean(text.strip()), 30)}” is not {_NOUNS[letter]}: it is written like {_EXAMPLES[letter]}."
    )
