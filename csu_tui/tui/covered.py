"""An app whose screens can be covered: by nothing, or by the request for a larger window."""

from textual import events, on

from csu_tui.tui.keyed import KeyedApp
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.small import BlankScreen, SmallScreen, too_small


class CoveredApp(KeyedApp):
    """While covered no answer of a write reaches its sender, which could change screens under the cover."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[WriteQueue.Delivery] = []
        self._small = False

    @property
    def covered(self) -> bool:
        """Say whether a cover is on top."""
        return bool(self.screen_stack) and isinstance(self.screen, SmallScreen | BlankScreen)

    def action_blank(self) -> None:
        """F8: nothing readable until a key is pressed."""
        self.push_screen(BlankScreen(), lambda _: self.call_next(self._uncovered))

    def on_resize(self, event: events.Resize) -> None:
        """Ask for a larger window, or come back when there is one."""
        self._small = too_small(event.size)
        self.cover_if_small()

    def cover_if_small(self) -> None:
        """Put the request on top where it is due, and take it away where it is not."""
        if not self.screen_stack:
            return
        if self._small and not self.covered:
            self.push_screen(SmallScreen())
        elif not self._small and isinstance(self.screen, SmallScreen):
            self.pop_screen()
            self.call_next(self._uncovered)

    @on(WriteQueue.Delivery)
    def _deliver(self, delivery: WriteQueue.Delivery) -> None:
        """Hand what came of a write to whoever asked; a refusal that nobody is left to hear is said on top."""
        self.look_at_wait()
        if self.covered:
            self._held.append(delivery)
        elif not delivery.sender.post_message(delivery.message) and isinstance(delivery.message, WriteQueue.Refused):
            self.say(delivery.message.sentence, bad=True)

    def say(self, words: str, *, bad: bool = False) -> None:
        """Say one sentence on the screen on top."""
        speak = getattr(self.screen, "say", None)
        if speak is not None:
            speak(words, bad=bad)
        else:
            self.notify(words, markup=False, severity="warning" if bad else "information")

    def look_at_wait(self) -> None:
        """Keep up to date whether people are told that a write waits."""

    def _uncovered(self) -> None:
        self.cover_if_small()
        held, self._held = self._held, []
        for delivery in held:
            self.post_message(delivery)
