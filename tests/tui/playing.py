"""The real app on a real desk in a temporary folder, driven by keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from csu_tui.desk.desk import Desk
from csu_tui.domain.preference import Preferences
from csu_tui.tui.app import CsuApp
from tests.tui.dialogs.stage import drawn

SIZES = ((80, 24), (120, 40), (60, 18))


class Play:
    """An app under test: keys go in, the drawn screen comes out."""

    def __init__(self, app: CsuApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> str:
        """The screen as plain lines."""
        return drawn(self.app)  # type: ignore[arg-type]

    @property
    def words(self) -> str:
        """The screen as one line, so that a sentence is found however it is broken."""
        return " ".join(self.screen.split())

    @property
    def on(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    async def press(self, *keys: str) -> None:
        """Press keys and wait until everything they put into the queue is saved and drawn."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait until all writes are finished and their answers drawn."""
        await self.pilot.pause()
        while self.app.writes.waiting:
            await self.pilot.pause(0.01)
        await self.pilot.pause()
        await self.pilot.pause()


@asynccontextmanager
async def playing(
    desk: Desk, size: tuple[int, int] = (80, 24), preferences: Preferences | None = None
) -> AsyncIterator[Play]:
    """Start the screens on a desk."""
    app = CsuApp(desk, preferences)
    async with app.run_test(size=size) as pilot:
        play = Play(app, pilot)
        await play.settle()
        yield play
