"""The sample's clock: it stands where the story has got to, and never looks at the machine's."""

from datetime import datetime, timedelta

from csu_tui.desk.clock import Clock


class SampleClock(Clock):
    """Tell the time of the story; `at` is aware."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self.at = start

    def now(self) -> datetime:
        return self.at

    def machine(self) -> datetime:
        return self.at

    def pass_by(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)

    def reach(self, at: datetime) -> None:
        """Go forward to `at`; never back."""
        self.at = max(self.at, at)
