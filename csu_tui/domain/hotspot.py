"""Places where many reports pile up in a few weeks (SPEC 3.6)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from csu_tui.domain.ids import ReportId
from csu_tui.domain.place import Place


class Trend(StrEnum):
    """How a place goes on from the weeks before."""

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"


@dataclass(frozen=True, slots=True)
class Hotspot:
    """One place over the threshold, as a room may read it; reports of one incident count once.

    `place` is that of the newest report with a street that is not sensitive; where all are, no street is named. `key`
    is how the database knows the place, and never shown.
    """

    key: str
    place: Place
    reports: int
    before: int
    """How many in as many days before."""
    days: int
    sensitive: int = 0
    """How many of the reports are sensitive, which are counted and not listed."""
    listed: tuple[ReportId, ...] = ()
    """The others, newest first."""

    @property
    def trend(self) -> Trend:
        """Compare with the days before."""
        if self.reports == self.before:
            return Trend.STEADY
        return Trend.RISING if self.reports > self.before else Trend.FALLING

    def said(self) -> str:
        """Say how many and whether they grow: `6 reports in 28 days, 2 in the 28 before: rising`."""
        return f"{self.reports} reports in {self.days} days, {self.before} in the {self.days} before: {self.trend}"


def periods(today: date, days: int) -> tuple[date, date, date]:
    """Return the first day before, the first day of the days up to and with today, and the day after today."""
    after = today + timedelta(days=1)
    return after - timedelta(days=2 * days), after - timedelta(days=days), after
