"""An app that hears one key at a time, however fast they come."""

from collections import deque

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen

from csu_tui.tui.crash import GuardedApp


class KeyedApp(GuardedApp):
    """Holds keys and pastes back until the one before is through: heard, its dialog open or gone, its answer taken.

    Textual hands a key to the widget's own queue and turns to the next at once. Then a key meant for the screen below
    overtakes those on their way to a dialog, or the other way about, and tasks what it was never meant for.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._hearing = False

    async def on_event(self, event: events.Event) -> None:
        """Put what is typed in line; everything else is heard at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
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

    async def _hear(self) -> None:
        if self._hearing or not self._typed:
            return
        self._hearing = True
        event, top, target = self._typed.popleft(), self.screen, self.focused or self.screen
        await super().on_event(event)
        self._follow(deque(target.ancestors_with_self if event.is_forwarded else ()), top)

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
        self._hearing = False
        await self._hear()
