"""One of the unit's lists as the set-up screen handles it."""

from typing import Generic, TypeVar

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError
from csu_tui.domain.stroke import Said
from csu_tui.tui.dialogs.parts import Part
from csu_tui.tui.present.setup import Entry

T = TypeVar("T")


class Section(Generic[T]):
    """What is read, how a row looks, what is asked of it, and how it is kept; `save` and `retire` run as writes."""

    name = ""
    """What the list is called, in capitals on its screen."""
    one = ""
    """What one entry of it is called."""
    fixed = False
    """True where nothing can be added or retired."""

    def read(self, desk: Desk) -> tuple[T, ...]:
        """Read the list."""
        raise NotImplementedError

    def number(self, row: T) -> object:
        """Return what a row is known by, whatever its version."""
        raise NotImplementedError

    def entry(self, at: int, row: T) -> Entry:
        """Return how a row looks, the list's `at`-th."""
        raise NotImplementedError

    def called(self, row: T) -> str:
        """Return what a row is called in a question."""
        return self.entry(0, row).name

    def parts(self, desk: Desk, row: T | None) -> tuple[Part, ...]:
        """Return what is asked of a row, or of a new one."""
        raise NotImplementedError

    def save(self, desk: Desk, row: T | None, values: tuple[str, ...]) -> Said:
        """Keep what was answered."""
        raise NotImplementedError

    def retire(self, desk: Desk, row: T) -> Said:
        """Retire a row; its history stays."""
        raise NotImplementedError

    def summary(self, desk: Desk) -> str:
        """Say what the list holds, for the first page."""
        return str(len(self.read(desk)))

    def doubt(self, desk: Desk, row: T | None, values: tuple[str, ...]) -> str:  # noqa: ARG002  most have none
        """Return what must be asked before this is kept; empty where nothing must."""
        return ""


def whole_number(text: str) -> int:
    """Read a whole number."""
    if not text.strip().isdecimal() or len(text.strip()) > 9:  # noqa: PLR2004  more is no number of days
        raise RuleError("Write a whole number, in digits.")
    return int(text)
