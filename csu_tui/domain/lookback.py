"""How far back the unit looks (SPEC 3.6)."""

from datetime import date, timedelta

from csu_tui.domain.months import months_on

LATELY = 28
"""Days in which what happens again at one place is lately."""
MONTHS = 6
"""Months in which the same place and the same reporter are looked for."""


def since(day: date) -> tuple[date, date]:
    """Return the first days of the two spans that end with `day`: lately, and six months."""
    return day - timedelta(days=LATELY), months_on(day, -MONTHS)
