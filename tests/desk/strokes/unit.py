"""A chair and an officer at one database, and the days that pass there."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from csu_tui.desk.desk import Desk
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ReportId
from tests.factories import MORNING, FrozenClock, import_reports, make_desk, open_meeting, row, rows_of, steps

NOBODY = {"name": "", "phone": "", "email": "", "feedback_wanted": ""}
STARTS = (
    MORNING,
    "2022-04-14T09:00+01:00",  # the day before Good Friday
    "2021-12-23T09:00+00:00",
    "2022-05-31T09:00+01:00",  # the Jubilee: Thursday 2 and Friday 3 June
    "2022-03-26T23:40+00:00",  # the clocks go forward that night
    "2022-10-28T09:00+01:00",
    "2022-10-30T00:20+01:00",  # and back in this one
)
who = st.sampled_from(["ellis", "amir"])
which = st.integers(0, 9)
digits = st.integers(1, 3)


class Unit(RuleBasedStateMachine):
    """Two people, their clock, and what was sent to them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FrozenClock()
        self.desks: dict[str, Desk] = {}
        self.sent: list[dict[str, str]] = []

    @initialize(start=st.sampled_from(STARTS), opened=st.booleans())
    def begin(self, start: str, *, opened: bool) -> None:
        self.clock.set(start)
        self.desks = {login: self.sit_down(login) for login in ("ellis", "amir")}
        self.sent = [self.fresh(**kind) for kind in self.first_rows()]
        import_reports(self.desks["ellis"], *self.sent)
        if opened:
            open_meeting(self.desks["ellis"])

    def first_rows(self) -> tuple[dict[str, str], ...]:
        """What waits on the first morning."""
        raise NotImplementedError

    def fresh(self, **more: str) -> dict[str, str]:
        """Make a row of a report received an hour ago."""
        return row(**{"received": self.ago(hours=1)} | more)

    def ago(self, **span: float) -> str:
        """Say a time before now as sources do, with its offset; a negative span lies in the future."""
        then = FrozenClock(self.clock.now())
        then.advance(**{unit: -value for unit, value in span.items()})
        return then.now().isoformat(timespec="seconds")

    def sit_down(self, login: str) -> Desk:
        return make_desk(Path(self.folder.name), self.clock, login)

    def teardown(self) -> None:
        for desk in self.desks.values():
            desk.close()
        self.folder.cleanup()

    def stroke(self, login: str, do: Callable[[Desk], object], *, driving: bool = True) -> None:
        self.clock.advance(minutes=1)
        with suppress(RuleError):
            if driving and self.desks[login].meeting() and not self.desks[login].drives():
                self.desks[login].take_over()
            do(self.desks[login])

    def report(self, number: int) -> ReportId:
        return ReportId(number % (len(self.sent) + 2) + 1)

    def at(self, login: str, number: int) -> Step | None:
        found = steps(self.desks[login])
        return found[number % len(found)] if found else None

    @rule(days=st.integers(1, 4))
    def sleep_on_it(self, days: int) -> None:
        self.clock.advance(days=days)

    @rule(hours=st.sampled_from([1, 14]))
    def let_hours_pass(self, hours: int) -> None:
        self.clock.advance(hours=hours)

    @rule(login=who)
    def restart(self, login: str) -> None:
        before, open_before = self.desks[login].agenda(), self.desks[login].meeting()
        self.desks[login].close()
        self.desks[login] = self.sit_down(login)
        self.desks[login].resume()
        assert self.desks[login].agenda().steps == before.steps
        assert bool(self.desks[login].meeting()) is bool(open_before)

    def told(self, sql: str) -> list[tuple[object, ...]]:
        """Read the file past the desk."""
        return rows_of(self.desks["ellis"], sql)
