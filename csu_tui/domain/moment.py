"""A time as exactly as it was stated: to the second, a day, or only a month."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from csu_tui.domain.words import Precision


@cache
def london() -> ZoneInfo:
    """Europe/London, read once."""
    return ZoneInfo("Europe/London")


def utc_text(at: datetime) -> str:
    """Write an aware time in the one form that is stored: `2022-04-01T08:00:00Z`."""
    return at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def from_utc_text(text: str) -> datetime:
    """Read the stored form back as an aware UTC time."""
    return datetime.fromisoformat(text)


def local(at: datetime) -> datetime:
    """Show an aware time on a London clock."""
    return at.astimezone(london())


def iso(at: datetime) -> str:
    """Write an aware time as ISO 8601 with London's offset, for JSON."""
    return local(at).replace(microsecond=0).isoformat()


def midnight(day: date) -> datetime:
    """Return the instant at which a London day begins, in UTC."""
    return datetime.combine(day, time(), london()).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stated time.

    `at` is aware UTC: the instant, or the London midnight that begins the stated day or month.
    """

    at: datetime
    precision: Precision = Precision.MINUTE

    @property
    def day(self) -> date:
        """The London date."""
        return local(self.at).date()

    @property
    def end(self) -> datetime:
        """The first instant after the stated time."""
        if self.precision is Precision.MINUTE:
            return self.at
        if self.precision is Precision.DAY:
            return midnight(self.day + timedelta(days=1))
        following = (self.day.replace(day=1) + timedelta(days=32)).replace(day=1)
        return midnight(following)

    def stored(self) -> str:
        """Write as stored: `2022-04-01T08:00:00Z`, `2022-04-01` or `2022-04`."""
        if self.precision is Precision.MINUTE:
            return utc_text(self.at)
        return self.day.isoformat()[: 10 if self.precision is Precision.DAY else 7]

    def iso(self) -> str:
        """Write for JSON: with offset, or just the day or month that was stated."""
        return iso(self.at) if self.precision is Precision.MINUTE else self.stored()

    @classmethod
    def read(cls, stored: str) -> "Moment":
        """Read what `stored` wrote."""
        if len(stored) == len("2022-04"):
            return cls(midnight(date.fromisoformat(stored + "-01")), Precision.MONTH)
        if len(stored) == len("2022-04-01"):
            return cls(midnight(date.fromisoformat(stored)), Precision.DAY)
        return cls(from_utc_text(stored))
