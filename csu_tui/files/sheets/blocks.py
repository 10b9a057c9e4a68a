"""The blocks of a returned sheet, found in whatever stands around them."""

import re
from dataclasses import dataclass

from csu_tui.domain.ids import ActionId
from csu_tui.domain.sheet import Block

_QUOTED = re.compile(r"^(?:[ ]{0,8}(?:[A-Z]{0,3}>|\|))+[ ]?")
_HEAD = re.compile(r"={2,}[ ]*\*?A[ ]?0*([1-9]\d{0,17})[ ]+([0-9a-f]{4})\*?[ ]*={2,}", re.IGNORECASE)
_END = re.compile(r"={2,}[ ]*end of the sheet[ ]*={2,}", re.IGNORECASE)
_BELOW = re.compile(
    r"^(?:--|_{10,}|-{2,}[ ]*(?:original message|forwarded message)\b.*|begin forwarded message:.*|on\b.{0,200}\bwrote:"
    r"|sent from my .*|from:[ ].*@.*)$",
    re.IGNORECASE,
)
"""Where the mail program or a signature goes on: no answer stands below it."""
_MEANT = re.compile(r"visit|call|phone|rang|letter|mail", re.IGNORECASE)
_NAMES = ("outcome", "words", "contact")
_AT_START = re.compile(r"^[ ]*[*_]{0,2}(outcome|words|contact)[*_]{0,2}[ ]?:[*_]{0,2}", re.IGNORECASE | re.MULTILINE)
_INSIDE = re.compile(r"(?<=[ ])(Outcome|Words|Contact):(?=[ ]|$)", re.MULTILINE)
"""Where lines were joined, a label stands in the middle of one, written exactly as it was printed."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label found in a block's text: which, and where it begins and ends."""

    name: str
    start: int
    end: int


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return every block in the order it stands, in text with plain line ends and blanks; none is no error."""
    lines = [_QUOTED.sub("", line).rstrip() for line in text.split("\n")]
    found: list[tuple[re.Match[str], int, list[str]]] = []
    inside = False
    for number, line in enumerate(lines, 1):
        rest = line
        if inside and _BELOW.match(rest.strip()):
            inside = False
        while head := _HEAD.search(rest):
            if inside:
                found[-1][2].append(rest[: head.start()])
            found.append((head, number, []))
            inside, rest = True, rest[head.end() :]
        if inside and (end := _END.search(rest)):
            found[-1][2].extend((rest[: end.start()], _ENDED))
            inside = False
        elif inside:
            found[-1][2].append(rest)
    return tuple(
        _block(head, number, own, followed=at + 1 < len(found)) for at, (head, number, own) in enumerate(found)
    )


_ENDED = "\x00end"
"""Stands last in a block that was closed by the sheet's own end."""


def _block(head: re.Match[str], number: int, lines: list[str], *, followed: bool) -> Block:
    closed = bool(lines) and lines[-1] == _ENDED
    text = "\n".join(lines[:-1] if closed else lines)
    labels = _labels(text)
    said: dict[str, list[str]] = {name: [] for name in _NAMES}
    for at, label in enumerate(labels):
        last = at + 1 == len(labels)
        value = text[label.end : len(text) if last else labels[at + 1].start]
        # Below the last answer anything may stand, unless the sheet's own next line shows where it ends.
        whole = not last or closed or (followed and label.name != "contact")
        joined = _joined(value, whole=whole, below=followed)
        if joined and joined not in said[label.name]:
            said[label.name].append(joined)
    twice = next((name for name in _NAMES if len(said[name]) > 1), "")
    outcome, words, contact = ("".join(said[name][:1]) for name in _NAMES)
    return Block(ActionId(int(head[1])), head[2].lower(), number, outcome, words, contact, twice)


def _labels(text: str) -> list[_Label]:
    found = [_Label(m[1].lower(), m.start(), m.end()) for m in _AT_START.finditer(text)]
    missing = set(_NAMES) - {label.name for label in found}
    found += [_Label(m[1].lower(), m.start(), m.end()) for m in _INSIDE.finditer(text) if m[1].lower() in missing]
    return sorted(found, key=lambda label: label.start)


def _joined(value: str, *, whole: bool, below: bool) -> str:
    """Join an answer's lines: all, or the first paragraph; with `below` it need not begin beside its label."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n[ ]*\n", value)]
    filled = [part for part in paragraphs if part]
    begun = paragraphs[0] or (below and filled and _MEANT.search(filled[0]))
    return " ".join(filled if whole else filled[:1] if begun else ())
