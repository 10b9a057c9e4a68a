"""The unit at work: one database, one clock, and everybody's own desk."""

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from heapq import heappop, heappush
from itertools import count
from pathlib import Path

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, KindId, OfficerId, ReportId
from csu_tui.domain.moment import local, london
from csu_tui.domain.working_days import is_working_day
from tests.sample.clock import SampleClock

SEED = 20220401
Work = Callable[[], None]


class Office:
    """Desks by login, the lists by name, and what is still to happen, in order of time."""

    def __init__(self, path: Path, start: datetime) -> None:
        self.path = path
        self.clock = SampleClock(start)
        self.random = random.Random(SEED)
        self._salts = count(1)
        self._desks: dict[str, Desk] = {}
        self._diary: list[tuple[datetime, int, Work]] = []
        self._turn = count()
        self.agencies: dict[str, AgencyId] = {}
        self.kinds: dict[str, KindId] = {}
        self.officers: dict[str, tuple[OfficerId, AgencyId, str]] = {}
        """By surname: number, agency, login."""
        self._acting: dict[AgencyId, str] = {}

    def desk(self, login: str) -> Desk:
        """Return somebody's own desk, opened when first wanted."""
        if login not in self._desks:
            self._desks[login] = Desk.open(
                self.path,
                create=not self._desks,
                clock=self.clock,
                login=login,
                session=sha256(login.encode()).hexdigest()[:16],
                salt=lambda: sha256(f"sample {next(self._salts)}".encode()).hexdigest()[:32],
            )
        return self._desks[login]

    def learn(self, desk: Desk, officers: tuple[tuple[str, str, str], ...]) -> None:
        """Learn the lists by name; close every desk, so that each is opened by the officer that they are."""
        self.agencies = {agency.short: agency.id for agency in desk.agencies()}
        for kind in desk.kinds():
            self.kinds[f"{kind.name} ({kind.topic})" if kind.topic else kind.name] = kind.id
        by_name = {officer.name: officer for officer in desk.officers()}
        for _, name, login in officers:
            one = by_name[name]
            self.officers[name.split()[-1]] = (one.id, one.agency_id, login)
            self._acting.setdefault(one.agency_id, login)
        self.close()

    def close(self) -> None:
        """Close every desk."""
        for desk in self._desks.values():
            desk.close()
        self._desks = {}

    def acting(self, agency_id: AgencyId | None, officer: str = "") -> Desk:
        """Return the desk of an officer, by full name, or of the one who acts for an agency."""
        if officer:
            return self.desk(self.officers[officer.rsplit(maxsplit=1)[-1]][2])
        return self.desk(self._acting.get(agency_id or self.agencies["DVC Safety"], "moakes"))

    def plan(self, at: datetime, work: Work) -> None:
        """Put work into the diary."""
        heappush(self._diary, (at, next(self._turn), work))

    def work_until(self, at: datetime) -> None:
        """Do everything in the diary up to a time."""
        while self._diary and self._diary[0][0] <= at:
            due, _, work = heappop(self._diary)
            self.clock.reach(due)
            try:
                work()
            except RuleError as error:
                raise AssertionError(f"{due:%d/%m %H:%M}: {error}") from error
        self.clock.reach(at)

    def today(self) -> date:
        """Return London's date."""
        return local(self.clock.at).date()

    def office_hour(self, first: date, last: date) -> datetime:
        """Return some minute of office hours on a working day from `first` to `last`."""
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        day = self.random.choice([day for day in days if is_working_day(day)] or [first])
        minute = self.random.randrange(10 * 60 + 15, 16 * 60 + 45)
        return datetime.combine(day, time(minute // 60, minute % 60), london())

    def actions(self, report_id: ReportId) -> tuple[Action, ...]:
        """Return a report's actions in the order they were made."""
        return self.desk("pnair").report(report_id, private=True).actions
