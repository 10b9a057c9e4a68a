"""The clock that the unit works by: the machine's, or one set for a demonstration and running on from there."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Tell the time; `start` is aware, None for the machine's own clock."""

    def __init__(self, start: datetime | None = None) -> None:
        self.is_set = start is not None
        """True where the clock was set: the screens say so."""
        self._start = (start or datetime.now(UTC)).astimezone(UTC)
        self._began = time.monotonic()

    def now(self) -> datetime:
        """Return the time by this clock, aware UTC."""
        if not self.is_set:
            return datetime.now(UTC)
        return self._start + timedelta(seconds=time.monotonic() - self._began)

    def machine(self) -> datetime:
        """Return the machine's own time, which every change also keeps."""
        return datetime.now(UTC)
