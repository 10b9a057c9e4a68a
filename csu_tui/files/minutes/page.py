"""A page of plain text: every line cleaned, and at most 80 terminal cells wide."""

import re

from csu_tui.domain.text import clean, shorten, width, wrap

COLUMNS = 80
LABEL = 11
"""Cells of a row's label with its blank: "Apologies  "."""
_FURTHEST = 55
_LONGEST_NAME = 200
_LONGEST_WORDS = 1200
_BLANKS = re.compile(r"[ \t\r\n]+")


def name(text: str) -> str:
    """Make one field safe to stand inside a line."""
    return shorten(clean(text.strip()), _LONGEST_NAME)


def words(text: str) -> str:
    """Make free words one safe paragraph; what is longer than 1,200 characters is cut, and it says so."""
    paragraph = _BLANKS.sub(" ", text.strip())
    if len(paragraph) <= _LONGEST_WORDS:
        return clean(paragraph)
    return f"{clean(paragraph[:_LONGEST_WORDS])}… (cut: the first 1,200 of {len(paragraph):,} characters)"


def padded(text: str, room: int) -> str:
    """Fill one line with blanks to `room` cells."""
    return text + " " * (room - width(text))


class Page:
    """Lines that grow downwards; nothing reaches them uncleaned."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def line(self, text: str, indent: int = 0, hang: int | None = None) -> None:
        """Write one paragraph from column `indent`, its further lines from column `hang`."""
        further = " " * (indent if hang is None else hang)
        self._lines += (line.rstrip() for line in wrap(clean(text), COLUMNS, " " * indent, further))

    def title(self, text: str) -> None:
        """Write what the page is about."""
        self.line(text)

    def blank(self) -> None:
        """Leave one line empty, never two in a row."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, title: str) -> None:
        """Begin a section, two empty lines below what is above it."""
        self.blank()
        self._lines += ["", title, "-" * len(title)]

    def row(self, label: str, text: str, indent: int = 0) -> None:
        """Write a label and, in its own column, what it stands for; nothing where there is nothing to say."""
        if text:
            self.columns(label, indent + LABEL, text, indent)

    def columns(self, left: str, at: int, right: str, indent: int = 0) -> None:
        """Write `left`, and `right` from column `at`; a left side that would reach it gets its own line."""
        at = min(at, _FURTHEST)
        beside = padded(" " * indent + clean(left), at)
        if width(beside) > at or not beside.endswith(" "):
            self.line(left, indent)
            beside = " " * at
        self._lines += (line.rstrip() for line in wrap(clean(right), COLUMNS, beside, " " * at))

    def text(self) -> str:
        """Return the page with one newline at its end."""
        return "\n".join(self._lines).rstrip("\n") + "\n"
