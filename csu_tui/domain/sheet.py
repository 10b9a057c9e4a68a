"""An action sheet: what goes out to a partner without access, and what comes back (SPEC 6)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from csu_tui.domain.action import Action
from csu_tui.domain.ids import ActionId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.report import Report
from csu_tui.domain.unit import Unit
from csu_tui.domain.words import ActionStatus, Means

SIGN = 4
"""Characters of a sign: short enough to read out, and a changed action keeps its sign once in 65,536 times."""


def sign(record: str, action_id: ActionId, version: int) -> str:
    """Return the sign of one action at one version in the unit whose record began with `record`."""
    return hashlib.sha256(f"{record} {action_id} {version}".encode()).hexdigest()[:SIGN]


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One action on a sheet, as far as the partner may read it."""

    action: Action
    report: Report
    feedback: Feedback
    sign: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One agency's open actions at one time (aware); `private` sheets carry personal details."""

    unit: Unit
    agency: str
    at: datetime
    entries: tuple[SheetEntry, ...]
    private: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block as it came back, its labels' words unread; `line` is where it begins in its file, from 1."""

    action_id: ActionId
    sign: str
    line: int
    outcome: str = ""
    words: str = ""
    contact: str = ""
    twice: str = ""
    """A label that was answered twice and differently; empty normally."""

    @property
    def empty(self) -> bool:
        """Say whether nothing was filled in."""
        return not (self.outcome or self.words or self.contact or self.twice)

    def says_as(self, other: "Block") -> bool:
        """Say whether two blocks are one and the same answer."""
        return self.answers == other.answers

    @property
    def answers(self) -> tuple[object, ...]:
        """Everything but where it stood."""
        return (self.action_id, self.sign, self.outcome, self.words, self.contact, self.twice)


@dataclass(frozen=True, slots=True)
class ContactRead:
    """One attempt that a partner reports; `at` is aware, noon where no time of day was given."""

    means: Means
    reached: bool
    at: datetime
    told: bool = False
    """They wrote that the reporter was told what was done."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A block understood: how the action ended (None: still open), in which words, and the attempt beside it."""

    block: Block
    status: ActionStatus | None
    words: str
    contact: ContactRead | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What became, or would become, of one block; `words` are fit for a room."""

    action: str
    sign: str
    line: int
    state: str
    """`applied`, `would apply`, `unchanged`, `empty`, `changed since` or `refused`."""
    words: str
