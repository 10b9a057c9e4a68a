"""Pairs that a person labelled, and how often a rule agrees with them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """Two things and what they are to each other."""

    label: str
    one: T
    other: T
    text: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often a rule and the labels agree; `wrong` are the pairs that it found and should not have."""

    name: str
    found: int
    right: int
    wanted: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.wanted

    def __str__(self) -> str:
        return f"{self.name}: precision {self.precision:.3f}, recall {self.recall:.3f} of {self.wanted} pairs"


def pairs(name: str, read: Callable[[str], T]) -> Iterator[Pair[T]]:
    """Read the labelled pairs of a file beside this one."""
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            label, one, other = line.split("\t")
            yield Pair(label, read(one), read(other), line)


def agree(name: str, all_pairs: Iterable[Pair[T]], label: str, rule: Callable[[T, T], bool]) -> Agreement:
    """Compare what a rule finds with the pairs of one label; a rule must not mind which comes first."""
    found, wanted = list[Pair[T]](), list[Pair[T]]()
    for pair in all_pairs:
        said = rule(pair.one, pair.other)
        assert said == rule(pair.other, pair.one), pair.text
        found += [pair] if said else []
        wanted += [pair] if pair.label == label else []
    right = [pair for pair in found if pair.label == label]
    return Agreement(
        name,
        len(found),
        len(right),
        len(wanted),
        tuple(pair.text for pair in found if pair not in right),
        tuple(pair.text for pair in wanted if pair not in right),
    )
