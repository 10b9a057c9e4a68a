"""A report that a search found, and the words around what was looked for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from csu_tui.domain.ids import ReportId
from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.search import TOKEN, Query, Term, fold

AROUND = 160
"""Signs shown around what was found."""
BEFORE = 40
"""Of them at most so many before it."""
_READ = 50_000
"""Signs of one text that are looked through."""
_SPACES = re.compile(r"\s+")

Piece = tuple[str, bool]
"""Words, and whether they are what was looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """A report found, as far as it may be shown; `pieces` are the words around what was looked for."""

    report_id: ReportId
    headline: str
    place: Place
    received: Moment
    pieces: tuple[Piece, ...] = ()

    @property
    def matched(self) -> str:
        """The words around what was looked for, in one line; empty where only a filter was asked."""
        return "".join(words for words, _ in self.pieces)


def says_all(terms: tuple[Term, ...], texts: Iterable[str]) -> bool:
    """Say whether every term stands somewhere in texts, the words of one in whatever order; False without any term."""
    words = set(TOKEN.findall(fold(" ".join(texts))))
    return bool(terms) and all(any(_stands(spelling, term, words) for spelling in term.spellings) for term in terms)


def _stands(spelling: str, term: Term, words: set[str]) -> bool:
    *whole, last = map(fold, TOKEN.findall(spelling))
    if not words.issuperset(whole):
        return False
    return last in words or (term.prefix and any(word.startswith(last) for word in words))


def excerpt(query: Query, texts: Iterable[str]) -> tuple[Piece, ...]:
    """Return the words around what was looked for, from the line that has most of it; none where no line has any.

    `texts` in the order in which they are preferred; each may be of several lines.
    """
    asked = tuple(_Asked(term.words, tuple(term.last_words)) for term in query.plain or query.terms)
    best, most = ("", list[tuple[int, int]]()), 0
    for text in texts:
        for line in text[:_READ].splitlines():
            marks, kinds = _marks(asked, line)
            if kinds > most:
                best, most = (line, marks), kinds
                if most == len(asked):
                    return _cut(*best)
    return _cut(*best) if most else ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words that say that a term is found, and those that others of them begin with."""

    words: frozenset[str]
    starts: tuple[str, ...]


def _marks(asked: tuple[_Asked, ...], line: str) -> tuple[list[tuple[int, int]], int]:
    """Return where the words of terms stand in a line, and how many of the terms do."""
    folded = fold(line)
    if not any(word in folded for one in asked for word in one.words):
        return [], 0
    marks: list[tuple[int, int]] = []
    kinds: set[int] = set()
    for found in TOKEN.finditer(line):
        word = fold(found[0])
        here = [at for at, one in enumerate(asked) if word in one.words or word.startswith(one.starts)]
        if here:
            marks.append(found.span())
            kinds.update(here)
    return marks, len(kinds)


def _cut(line: str, marks: list[tuple[int, int]]) -> tuple[Piece, ...]:
    """Cut the line around its first mark, at words, and into pieces."""
    first = marks[0][0]
    start = 0 if len(line) <= AROUND or first <= BEFORE else line.find(" ", first - BEFORE, first) + 1 or first
    end = len(line) if len(line) - start <= AROUND else start + AROUND
    pieces: list[Piece] = [("…", False)] if start else []
    at = start
    for begin, close in marks:
        if close > end:
            break
        if begin < start:
            continue
        pieces += [(line[at:begin], False)] if begin > at else []
        pieces.append((line[begin:close], True))
        at = close
    rest = line[at:end] + ("…" if end < len(line) else "")
    return tuple((_SPACES.sub(" ", words), mark) for words, mark in (*pieces, (rest, False)) if words)
