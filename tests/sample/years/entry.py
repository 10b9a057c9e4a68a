"""One line of the unit's spreadsheet: a report, and all that came of it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from tests.sample.years.people import Person


@dataclass(slots=True)
class Told:
    """One attempt to reach the reporter; `task` is the action that it was the end of."""

    at: datetime
    agency: str
    officer: str
    means: str
    reached: bool
    note: str = ""
    settles: bool = False
    task: "Task | None" = None


@dataclass(slots=True)
class Task:
    """What a meeting asked of an agency; `heard` are the later meetings that reviewed it, with what they heard."""

    agency: str
    officer: str
    kind: str
    words: str
    days: int
    created: datetime | None = None
    due: date | None = None
    status: str = "done"
    outcome: str = ""
    finished: datetime | None = None
    heard: list[tuple[int, str, str]] = field(default_factory=list)
    chaired: bool = False
    """Ended in a meeting, by its chair."""
    number: int = 0

    @property
    def carried(self) -> int:
        """How often it was carried over."""
        return sum(review == "carried over" for _, review, _ in self.heard)


@dataclass(slots=True)
class Entry:
    """A report; times are aware, places are house, street and locality."""

    at: datetime
    source: str
    category: str
    place: tuple[str, str, str]
    kind: str
    person: Person | None = None
    name: str = ""
    day_only: bool = False
    risk: str = "standard"
    qualifier: str = ""
    title: str = ""
    text: str = ""
    reference: str = ""
    turn: int = 0
    """Where one caller reports again and again: the how manieth time."""
    turns: int = 0
    head: "Entry | None" = None
    """The report of the same incident that counts."""
    group: int = 0
    """The group that the meeting made for it."""
    wanted: list[str] = field(default_factory=list)
    """Kinds of action that this report must bring."""
    held: str = ""
    """Why its first meeting held it over."""
    late: int = 0
    meeting: int = 0
    """Place in the list of meetings of the one that decided it."""
    decision: str = ""
    reason: str = ""
    decided: datetime | None = None
    held_at: datetime | None = None
    tasks: list[Task] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    state: str = ""
    owner: str = ""
    due: date | None = None
    answered: datetime | None = None
    means: str = ""
    why: str = ""
    number: int = 0

    @property
    def wish(self) -> bool | None:
        """Whether the reporter wants to be told."""
        return self.person.wish if self.person else None

    @property
    def first_meeting(self) -> int:
        """Place in the list of the meeting that had it first."""
        return self.meeting - bool(self.held)

    @property
    def finished(self) -> datetime:
        """When it was decided, no action open and its answer settled."""
        assert self.decided
        return max(at for at in (self.decided, self.answered, *(task.finished for task in self.tasks)) if at)
