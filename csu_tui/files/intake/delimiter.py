"""Which sign stands between the cells of a text file."""

import csv
from collections.abc import Sequence

_USUAL = (",", "\t", ";", "|")
_RARE = ("\x1f", "\x1e", "^", "~", "¦", "§", "#", ":", "!", "$", "%", "&", "*", "+", "=", "@", "/")
_SAMPLE = 40


def find_delimiter(lines: Sequence[str]) -> tuple[str, int]:
    """Return the delimiter, and how many lines at the top only state it (`sep=;`, as Excel writes it).

    The sign that cuts most of the first records into as many cells as the headers wins, more cells before fewer. A
    file of one column has a comma.
    """
    if lines and lines[0][:4].lower() == "sep=":
        stated = lines[0][4:].rstrip("\r\n")
        if len(stated) == 1 and stated != '"':
            return stated, 1
    for candidates in (_USUAL, _RARE):
        scores = [(_score(lines, candidate), -at) for at, candidate in enumerate(candidates)]
        (share, _), at = max(scores)
        if share:
            return candidates[-at], 0
    return ",", 0


def _score(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    """Give the share of the first records that are as wide as the headers, in tenths, and that width."""
    widths: list[int] = []
    reader = csv.reader(lines[: _SAMPLE * 10], delimiter=delimiter)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                widths.append(len(cells))
            if len(widths) == _SAMPLE:
                break
    except csv.Error:
        pass
    if not widths or widths[0] == 1:
        return 0, 0
    return round(widths.count(widths[0]) / len(widths), 1), widths[0]
