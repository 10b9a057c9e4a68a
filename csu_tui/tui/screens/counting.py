"""A screen whose reading may take a moment: it is done in a thread, and the last picture stays meanwhile."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from textual import on
from textual.message import Message

from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.span import Span
from csu_tui.tui.screens.base import AGAIN, DeskScreen

F = TypeVar("F")


class CountingScreen(DeskScreen[None], Generic[F]):
    """Counts one thing at a time; what changed meanwhile is counted again after it."""

    @dataclass
    class Counted(Message):
        """A span has been counted."""

        span: Span
        found: Any

    @dataclass
    class Late(Message):
        """A count could not be made now; `sentence` says why, empty where somebody was only writing."""

        sentence: str

    def __init__(self) -> None:
        super().__init__()
        self.counting = False
        """True while something is being counted."""
        self._again = False
        self._taken = False
        """True once there is something to draw."""

    def asked(self) -> Span:
        """Return the span that is to be counted now."""
        raise NotImplementedError

    def count(self, span: Span) -> F:
        """Count it, in a thread: touch nothing but the desk."""
        raise NotImplementedError

    def take(self, found: F) -> None:
        """Keep what was counted."""
        raise NotImplementedError

    def read(self) -> None:
        """Begin to count; what is being counted is finished first. Below another screen it waits to be seen again."""
        if self._taken and not self.is_current:
            return
        if self.counting:
            self._again = True
            return
        self.counting, self._again = True, False
        span = self.asked()

        def work() -> None:
            try:
                found = self.count(span)
            except BusyError:
                self.post_message(self.Late(""))
            except RuleError as refusal:
                self.post_message(self.Late(str(refusal)))
            else:
                self.post_message(self.Counted(span, found))

        self.run_worker(work, thread=True, group="count")

    @on(Counted)
    def _counted(self, counted: Counted) -> None:
        self.counting = False
        if counted.span == self.asked():
            self.take(counted.found)
            self._taken = True
        else:
            self._again = True
        if self._again:
            self.read()
        self.show_all()

    @on(Late)
    def _late(self, late: Late) -> None:
        self.counting = False
        if late.sentence:
            self.say(late.sentence, bad=True)
            self.show_all()
        else:
            self.set_timer(AGAIN, self.refresh_from_desk)
