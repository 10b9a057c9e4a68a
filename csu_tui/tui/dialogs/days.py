"""What a date typed so far would mean."""

from datetime import date

from csu_tui.domain.dates import read_due, say_day
from csu_tui.domain.errors import RuleError

DATES = "tomorrow, fri, +3 (working days), 14/3 or 14 Mar"
"""How a due date may be typed (SPEC 3.3)."""


def say_due(text: str, today: date) -> str:
    """Say the day that the text names, and where it is no working day; empty while it names none."""
    try:
        due = read_due(text, today)
    except RuleError:
        return ""
    return say_day(due.day, today) + (": kept, though " + due.note if due.note else "")
