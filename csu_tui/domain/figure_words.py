"""How the values of figures are written: the same on screens and papers."""

from csu_tui.domain.figure import Figure, Number
from csu_tui.domain.span import Span, month_name

NONE = "–"
"""Where there is nothing to take a mean or a share of."""


def say_number(value: Number | None) -> str:
    """Write a value; a thousand has its comma."""
    if value is None:
        return NONE
    return f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"


def say_difference(figure: Figure) -> str:
    """Write the difference with its sign."""
    found = figure.difference
    if found is None:
        return ""
    if not found:
        return "0"
    return ("+" if found > 0 else "-") + say_number(abs(found))


def say_per_cent(figure: Figure) -> str:
    """Write the difference in per cent; empty where there was nothing before."""
    return "" if figure.per_cent is None else f"{figure.per_cent:+d}%" if figure.per_cent else "0%"


def say_days(span: Span) -> str:
    """Write a span's first and last day: `1 Apr 2021 – 31 Mar 2022`."""
    first, last = (f"{day.day} {day:%b} {day.year}" for day in (span.start, span.end))
    return first if first == last else f"{first} – {last}"


def head(span: Span) -> str:
    """Write a span as the head of a column, at most 15 wide."""
    said = month_name(span.months()[0]) if span.whole_months == 1 else span.say()
    if len(said) <= 15:  # noqa: PLR2004
        return said
    return "this span"


def heads(span: Span, before: Span) -> tuple[str, str]:
    """Write both spans as heads of columns."""
    both = head(span), head(before)
    return ("this span", "before") if "this span" in both else both
