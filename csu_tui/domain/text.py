"""Untrusted words made harmless, and measured in terminal cells.

Everything that a source or a person typed passes `clean` where it is drawn, printed or exported; what is stored stays
as it came (SPEC 7).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_NEVER_SHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and marks that draw nothing (Unicode's Default_Ignorable_Code_Point beyond Cf), and the blank Braille cell.
_INVISIBLE = frozenset(
    (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0)
) | frozenset((*range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0)))
# "Draw this sign as text / as a picture": terminals disagree on its width, and the sign says the same without it.
_PRESENTATION = frozenset((0xFE0E, 0xFE0F))
_PLAIN_SIGNS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x09: " ", 0x0A: "\n", 0x7F: "\u2421"}
# Wide since Unicode 16, later than this Python's tables: terminals of both ages fit if the greater width is taken.
_WIDENED = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF), (0x1D300, 0x1D356), (0x1D360, 0x1D376))
_ELLIPSIS = "…"
_RETURN = "⏎"
_BREAKS = re.compile(r"\r\n|\r|\n")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)


class _Signs(dict[int, str]):
    """What each character is shown as, worked out once per character."""

    def __missing__(self, code: int) -> str:
        sign = _sign(code)
        self[code] = sign
        return sign


def _sign(code: int) -> str:
    character = chr(code)
    if code in _PLAIN_SIGNS:
        return _PLAIN_SIGNS[code]
    if code in _PRESENTATION:
        return ""
    if code in _INVISIBLE or unicodedata.category(character) in _NEVER_SHOWN:
        return f"‹U+{code:04X}›"
    return character


_SIGNS = _Signs()


def clean(text: str, *, lines: bool = False) -> str:
    """Make every character visible and harmless to a terminal; cleaning twice changes nothing.

    Control characters become their pictures (ESC is `␛`), other invisible or direction-changing ones `‹U+202E›`, a tab
    a space, a line end `⏎`, or with `lines` a plain newline. A mark that begins a word is given `◌` to stand on.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = _BREAKS.sub("\n", text).translate(_SIGNS)
    if not lines:
        return _with_base(shown.replace("\n", _RETURN))
    return "\n".join(map(_with_base, shown.split("\n")))


def _with_base(line: str) -> str:
    words = line.split(" ")
    return " ".join("◌" + word if word and not cells(word[0]) else word for word in words)


@cache
def cells(character: str) -> int:
    """Return how many terminal cells one cleaned character takes: 0 for a combining mark, 2 for a wide one."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    wide = unicodedata.east_asian_width(character) in {"W", "F"}
    return 2 if wide or any(first <= ord(character) <= last for first, last in _WIDENED) else 1


def width(text: str) -> int:
    """Return how many terminal cells one line of cleaned text takes."""
    return len(text) if text.isascii() else sum(map(cells, text))


_size = width  # for the functions that take a `width`


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Cut into characters with their marks, each with its cells."""
    start, size = 0, 0
    for at, character in enumerate(text):
        wide = cells(character)
        if wide and at:
            yield text[start:at], size
            start, size = at, wide
        else:
            size += wide
    if text:
        yield text[start:], size


def fit(text: str, room: int) -> str:
    """Return the longest beginning of one line that takes at most `room` cells, marks kept with their letters."""
    if text.isascii():
        return text[: max(room, 0)]
    used, kept = 0, 0
    for cluster, size in _clusters(text):
        if used + size > room:
            break
        used, kept = used + size, kept + len(cluster)
    return text[:kept]


def shorten(text: str, width: int) -> str:
    """Cut one line to `width` cells; what was cut ends in `…`."""
    if _size(text) <= width:
        return text
    return fit(text, width - 1).rstrip() + _ELLIPSIS if width > 0 else ""


def wrap(text: str, width: int, indent: str = "", subsequent: str = "") -> list[str]:
    """Break cleaned text into lines of at most `width` cells, at blanks where there are any.

    `indent` begins the first line, `subsequent` every other; each is left out where it would leave less than two cells.
    A newline begins a line and an empty line stays; at least one line is returned.
    """
    room = max(width, 1)
    first, other = (("" if _size(lead) > room - 2 else lead) for lead in (indent, subsequent))
    lines: list[str] = []
    for paragraph in text.split("\n"):
        _wrap_line(paragraph, room, lines, first if not lines else other, other)
    return lines


def _wrap_line(paragraph: str, room: int, lines: list[str], lead: str, other: str) -> None:
    line, used, empty, begun = lead, width(lead), True, len(lines)
    for word in filter(None, paragraph.split(" ")):
        rest, size = word, width(word)
        if not empty and used + 1 + size <= room:
            line, used = f"{line} {rest}", used + 1 + size
            continue
        # A word that no line can hold begins here rather than leave the rest of this line empty.
        if not empty and (size <= room - width(other) or used + 3 > room):
            lines.append(line)
            line, used, empty = other, width(other), True
        elif not empty:
            line, used = line + " ", used + 1
        while size > room - used:
            part = fit(rest, room - used)
            rest, taken = (rest[len(part) :], part) if part else (_after_first(rest), _ELLIPSIS)
            lines.append(line + taken)
            line, used, size = other, width(other), width(rest)
        line, used, empty = line + rest, used + size, empty and not rest
    if not empty or len(lines) == begun:
        lines.append(line.rstrip())


def _after_first(text: str) -> str:
    """Drop the first character with its marks: it is wider than the whole line."""
    first, _ = next(_clusters(text))
    return text[len(first) :]


def plural(number: int, noun: str, nouns: str = "") -> str:
    """Say how many: `1 report`, `3 reports`."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"


def csv_cell(text: str) -> str:
    """Keep a spreadsheet from running a text cell as a formula; what is a plain number stays one."""
    begins = text.lstrip()[:1]
    formula = begins and unicodedata.normalize("NFKC", begins)[:1] in {"=", "+", "-", "@"}
    if (formula or text[:1] in {"\t", "\r", "\n"}) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text
