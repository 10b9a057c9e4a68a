"""Actions and ledger lines as long lists show them: read at once, made into values one by one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

from csu_tui.domain.action import Action
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.place import Place


@dataclass(frozen=True, slots=True)
class ListedAction:
    """An action with what a list says of its report; words are left out where its report is sensitive."""

    action: Action
    headline: str
    place: Place
    sensitive: bool


@dataclass(frozen=True, slots=True)
class ListedFeedback:
    """A report's line of the ledger with what a list says of the report; `route` is how the reporter wants it."""

    feedback: Feedback
    headline: str
    place: Place
    sensitive: bool
    route: str


T = TypeVar("T")


class Listed(Sequence[T], Generic[T]):
    """Rows of which only those looked at are made into values, so that 20,000 open as fast as 200.

    Each row begins with its number; `words` are what it is found by, put together once somebody looks for any.
    """

    def __init__(
        self,
        rows: Sequence[tuple[Any, ...]] = (),
        make: Callable[[tuple[Any, ...]], T] | None = None,
        words: Callable[[tuple[Any, ...]], str] | None = None,
    ) -> None:
        self._rows = rows
        self._make: Callable[[tuple[Any, ...]], T] | None = make
        self._words: Callable[[tuple[Any, ...]], str] | None = words
        self._texts: list[str] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> "Listed[T]": ...
    def __getitem__(self, at: int | slice) -> "T | Listed[T]":
        if isinstance(at, slice):
            return Listed(self._rows[at], self._make, self._words)
        if self._make is None:
            raise IndexError(at)
        return self._make(self._rows[at])

    def number(self, at: int) -> int:
        """Return the number of what stands in a row."""
        return int(self._rows[at][0])

    def numbers(self) -> list[int]:
        """Return the numbers of all rows, in their order."""
        return [row[0] for row in self._rows]

    def finding(self, typed: str) -> list[int]:
        """Return the rows that have every word typed somewhere in their text, whatever the case."""
        words = typed.casefold().split()
        if not words:
            return list(range(len(self._rows)))
        if self._texts is None:
            say = self._words or str
            self._texts = [say(row).casefold() for row in self._rows]
        texts = self._texts
        found = [at for at, text in enumerate(texts) if words[0] in text]
        for word in words[1:]:
            found = [at for at in found if word in texts[at]]
        return found
