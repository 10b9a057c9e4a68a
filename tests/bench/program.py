"""A program in a pseudo-terminal whose bytes are timed as they come, and not drawn: a glass would cost more than it."""

import select
from time import perf_counter, sleep
from typing import Self

from tests.glass import Glass
from tests.terminal import Terminal

QUIET = 0.1
"""Seconds without a byte after which a screen has settled."""
PATIENCE = 30.0


class Unseen(Glass):
    """A glass on which nothing is drawn."""

    def feed(self, output: bytes) -> None:
        """Let it pass."""


class Program(Terminal):
    """One program, timed from its start."""

    def __enter__(self) -> Self:
        self._glass = Unseen(self._glass.cols, self._glass.rows)
        return self

    def until(self, marker: bytes, begun: float) -> float:
        """Return the seconds from `begun` until the marker has been sent."""
        while marker not in self._received:
            self._await(PATIENCE)
        return perf_counter() - begun

    def settled(self, begun: float) -> float:
        """Return the seconds from `begun` until the last byte before it was quiet."""
        self._await(PATIENCE)
        last = perf_counter()
        while self._some(QUIET):
            last = perf_counter()
        return last - begun

    def rest(self, seconds: float = 0.4) -> None:
        """Let the program finish whatever it still does."""
        sleep(seconds)
        while self._some(QUIET):
            pass

    def gone(self, begun: float) -> float:
        """Return the seconds from `begun` until the program has ended."""
        while self._process.poll() is None:
            self._read(0.001)
        return perf_counter() - begun

    def _await(self, timeout: float) -> None:
        if not self._some(timeout):
            raise TimeoutError(f"nothing came for {timeout} s after {self.raw[-300:]!r}")

    def _some(self, timeout: float) -> bool:
        return bool(select.select([self._fd], [], [], timeout)[0]) and self._read(0)
