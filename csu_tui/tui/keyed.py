"""An app that hears one key at a time, however fast they come."""

from collections import deque
from time import monotonic

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen

from csu_tui.domain.errors import BusyError
from csu_tui.tui.crash import GuardedApp
from csu_tui.tui.queue import SLOW

AGAIN = 0.03
"""Seconds until a key that could not be heard, because somebody was saving, is heard again."""
PATIENCE = 8.0
"""Seconds after which such a key is given up, with all that were typed behind it."""


class KeyedApp(GuardedApp):
    """Holds keys and pastes back until the one before is through: heard, its dialog open or gone, its answer taken.

    Textual hands a key to the widget's own queue and turns to the next at once. Then a key meant for the screen below
    overtakes those on their way to a dialog, or the other way about, and tasks what it was never meant for. For the
    same reason a key that needs to read while somebody saves is not lost: it is heard again before those behind it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._now: events.Key | events.Paste | None = None
        """The key that is being heard."""
        self._busy_since = 0.0
        """When the key being heard first met somebody saving; 0 where it did not."""
        self._busy = False

    async def on_event(self, event: events.Event) -> None:
        """Put what is typed in line; everything else is heard at once."""
        if isinstance(event, events.Key | events.Paste):
            if event.is_forwarded:
                await self._try(event)
            else:
                self._typed.append(event)
                await self._hear()
        else:
            await super().on_event(event)

    def press(self, *keys: str) -> None:
        """Press keys before those that wait; a sign by itself or Textual's name of it."""
        self.hear_first(*(events.Key(key, key if len(key) == 1 else None) for key in keys))

    def hear_first(self, *keys: events.Key) -> None:
        """Hear keys before those that wait: they were pressed before, and it is only now clear whom they are for."""
        self._typed.extendleft(reversed(keys))
        self.call_next(self._hear)

    def say(self, words: str, *, bad: bool = False) -> None:
        """Say one sentence on the screen on top."""
        raise NotImplementedError

    async def _hear(self) -> None:
        if self._now is not None or not self._typed:
            return
        event = self._now = self._typed.popleft()
        top, target = self.screen, self.focused or self.screen
        await self._try(event)
        self._follow(deque(target.ancestors_with_self if event.is_forwarded else ()), top)

    async def _try(self, event: events.Event) -> None:
        try:
            await super().on_event(event)
        except BusyError:
            self._busy = True

    def _follow(self, way: deque[MessagePump], top: Screen[object]) -> None:
        """Take the way of a key, one queue after the other and behind it; then through what is on top by then."""
        while way:
            if way.popleft().call_later(self._follow, way, top):
                return
        if self.screen is top:
            self.call_next(self._heard)
        else:
            self._follow(deque((self.screen, self)), self.screen)

    async def _heard(self) -> None:
        heard, busy, self._busy = self._now, self._busy, False
        if not busy or not isinstance(heard, events.Key):
            self._busy_since = 0.0
            await self._go_on()
            return
        self._busy_since = self._busy_since or monotonic()
        waited = monotonic() - self._busy_since
        if waited > SLOW:
            self.say("Somebody else is saving: your keys wait their turn…")
        if waited < PATIENCE:
            self._typed.appendleft(events.Key(heard.key, heard.character))
            self.set_timer(AGAIN, self._go_on)
        else:
            self._busy_since = 0.0
            self._typed.clear()
            self.say("Somebody else is saving: your last keys were not taken. Press them again.", bad=True)
            await self._go_on()

    async def _go_on(self) -> None:
        self._now = None
        await self._hear()
