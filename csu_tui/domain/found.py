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
_WEIGHED = 100
"""Words found of one line among which the best place to show is looked for."""
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
    return last in words or (term.goes_on(spelling) and any(word.startswith(last) for word in words))


def excerpt(query: Query, texts: Iterable[str], otherwise: Iterable[str] = ()) -> tuple[Piece, ...]:
    """Return the words around what was looked for, from the line that has most of it; none where no line has any.

    Words in a row count for more than the same apart. `texts` in the order in which they are preferred; each may be of
    several lines. `otherwise` are looked through where none of them has anything.
    """
    asked = tuple(_Asked.of(term) for term in query.plain or query.terms)
    for several in (texts, otherwise):
        best, most = ("", list[_Mark]()), (0, 0)
        for line in (line for text in several for line in text[:_READ].splitlines()):
            marks, said = _marks(asked, line)
            if said > most:
                best, most = (line, marks), said
                if most[0] == len(asked):
                    break
        if best[1]:
            return _cut(*best)
    return ()


_Mark = tuple[int, int, frozenset[int]]
"""Where a word that was looked for begins and ends, and the terms it belongs to."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of a term, those that longer ones may begin with, and its spellings as words in a row."""

    words: frozenset[str]
    starts: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, term: Term) -> "_Asked":
        """Read a term."""
        rows = tuple(tuple(map(fold, TOKEN.findall(spelling))) for spelling in term.spellings)
        return cls(term.words, tuple(term.last_words), rows)

    def fits(self, word: str) -> bool:
        """Say whether a word is one of the term's."""
        return word in self.words or word.startswith(self.starts)

    def stands(self, words: list[str]) -> set[int]:
        """Return which words of a line are the term, whole."""
        found: set[int] = set()
        for *before, last in self.rows:
            for at in range(len(before), len(words)):
                if self._ends(words[at], last) and words[at - len(before) : at] == before:
                    found.update(range(at - len(before), at + 1))
        return found

    def _ends(self, word: str, last: str) -> bool:
        return word == last or (last in self.starts and word.startswith(last))


def _marks(asked: tuple[_Asked, ...], line: str) -> tuple[list[_Mark], tuple[int, int]]:
    """Return where the words of terms stand in a line, how many of the terms are there whole, and how many in part.

    Of a term that is there whole no word apart is marked.
    """
    folded = fold(line)
    if not any(word in folded for one in asked for word in one.words):
        return [], (0, 0)
    tokens = list(TOKEN.finditer(line))
    words = [fold(found[0]) for found in tokens]
    whole = [one.stands(words) for one in asked]
    here = [
        stand or {at for at, word in enumerate(words) if one.fits(word)}
        for one, stand in zip(asked, whole, strict=True)
    ]
    marks = [
        (*tokens[at].span(), frozenset(kind for kind, marked in enumerate(here) if at in marked))
        for at in sorted(set().union(*here))
    ]
    return marks, (sum(map(bool, whole)), sum(map(bool, here)))


def _cut(line: str, marks: list[_Mark]) -> tuple[Piece, ...]:
    """Cut the line where most terms stand together, at words, and into pieces."""

    def together(mark: _Mark) -> int:
        near = (kinds for begin, _, kinds in marks[:_WEIGHED] if mark[0] <= begin < mark[0] + AROUND - BEFORE)
        return len(frozenset[int]().union(*near))

    first = max(marks[:_WEIGHED], key=together)[0]
    start = 0 if len(line) <= AROUND or first <= BEFORE else line.find(" ", first - BEFORE, first) + 1 or first
    end = len(line) if len(line) - start <= AROUND else start + AROUND
    pieces: list[Piece] = [("…", False)] if start else []
    at = start
    for begin, close, _ in marks:
        if close > end:
            break
        if begin < start:
            continue
        pieces += [(line[at:begin], False)] if begin > at else []
        pieces.append((line[begin:close], True))
        at = close
    rest = line[at:end] + ("…" if end < len(line) else "")
    return tuple((_SPACES.sub(" ", words), mark) for words, mark in (*pieces, (rest, False)) if words)
