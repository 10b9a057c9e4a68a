"""The screens' application: function keys, the write queue's answers, and leaving."""

import gc
import io
import sys
from collections.abc import Iterable
from typing import ClassVar

from rich.console import Console
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from csu_tui.desk.desk import Desk
from csu_tui.tui.queue import PATIENCE, WriteQueue
from csu_tui.tui.screens.room import RoomScreen
from csu_tui.tui.session import Session
from csu_tui.tui.themes import DARK, LIGHT, themes

LATER = {
    "f3": "F3 Actions comes later: until then the command is csu-tui actions.",
    "f4": "F4 Feedback comes later: until then the command is csu-tui feedback --owed.",
    "f5": "F5 Search comes later: until then the command is csu-tui show R1042.",
    "f6": "F6 Figures comes later: until then csu-tui agenda and csu-tui minutes have the counts.",
    "f9": "F9 Set-up comes later: until then the commands are csu-tui agency and csu-tui officer.",
}


class TaskingApp(App[None]):
    """Shows one desk."""

    TITLE = "csu-tui"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (120, "-wide")]  # noqa: RUF012  Textual's own type
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (18, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "meeting", "Meeting", id="app.meeting", show=False),
        *(Binding(key, "later('" + key + "')", show=False) for key in LATER),
        Binding("f7", "privacy", "SHARED/PRIVATE", id="app.privacy", show=False),
        Binding("f8", "blank", "Blank the screen", id="app.blank", show=False),
        Binding("ctrl+q", "quit", "Leave", id="app.leave", show=False, priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.session = Session(desk, self.post_message)
        self.crash: BaseException | None = None
        """What ended the screens unforeseen."""
        self.error_console = Console(file=io.StringIO())  # Textual's own report would print variables: it goes nowhere
        self._leaving = 0
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK

    def get_default_screen(self) -> Screen[None]:
        """Return the meeting where one is open, else what waits for the next."""
        from csu_tui.tui.screens.first import first_screen

        return first_screen(self.session)

    def on_mount(self) -> None:
        """Once the first picture stands, import the writing half and let memory settle."""
        self.call_after_refresh(self._warm)
        self.set_interval(PATIENCE / 3, self._show_saving)

    def _warm(self) -> None:
        self.session.write(lambda desk: desk.warm())
        gc.freeze()
        gc.enable()

    @property
    def room(self) -> RoomScreen | None:
        """The uppermost of our own screens, dialogs apart."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, RoomScreen)), None)

    def _show_saving(self) -> None:
        if self.room:
            self.room.show_saving(self.session.queue.slow())

    def on_write_queue_saved(self, message: WriteQueue.Saved) -> None:
        """Hand the answer to whoever asked."""
        if message.job.done:
            message.job.done(message.answer)
        self._settle()

    def on_write_queue_refused(self, message: WriteQueue.Refused) -> None:
        """Show the sentence to whoever asked."""
        if message.job.refused:
            message.job.refused(message.sentence)
        elif self.room:
            self.room.say(message.sentence, bad=True)
        self._settle()

    def on_write_queue_failed(self, message: WriteQueue.Failed) -> None:
        """End as any crash does: what was not saved is never passed over."""
        raise message.error

    def _settle(self) -> None:
        self._show_saving()
        if self._leaving and self.session.idle:
            self.exit()

    async def action_quit(self) -> None:
        """Leave once everything is saved; a meeting stays open."""
        self._leaving += 1
        if self.session.idle or self._leaving > 2:  # noqa: PLR2004  asked twice more: the person knows
            self.exit()
        elif self.room:
            self.room.say("Saving the last keys, then leaving: ctrl+q twice more leaves without them.")

    def action_meeting(self) -> None:
        """F2: say that this is it; go back to it from a screen above."""
        if self.room:
            self.room.go_home()

    def action_later(self, key: str) -> None:
        """Say what to use instead of a screen that is not there yet."""
        if self.room:
            self.room.say(LATER[key])

    def action_privacy(self) -> None:
        """F7: change between SHARED and PRIVATE."""
        if self.room:
            self.room.change_privacy()

    def action_blank(self) -> None:
        """F8: show nothing at all."""
        from csu_tui.tui.screens.blank import BlankScreen

        self.push_screen(BlankScreen())

    def action_theme(self) -> None:
        """Change between the dark and the light theme."""
        self.theme = LIGHT if self.theme == DARK else DARK

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """List every command by name; no screenshot, which would leave a copy of what the room may not keep."""
        if isinstance(screen, RoomScreen):
            yield from screen.commands()
        yield SystemCommand("Dark or light", "Change the theme", self.action_theme)
        yield SystemCommand("Blank the screen", "F8: show nothing until F8 again", self.action_blank)
        yield SystemCommand("SHARED or PRIVATE", "F7: personal details on or off", self.action_privacy)
        yield SystemCommand("Leave", "ctrl+q: a meeting stays open", self.action_quit)

    def bell(self) -> None:
        """Keep the error that Textual rings for on its way down: here alone it can be seen without private doors."""
        self.crash = self.crash or sys.exc_info()[1]
        super().bell()


def run(desk: Desk) -> int:
    """Show the screens until they are left; return the exit status."""
    from csu_tui.tui.run import show

    return show(TaskingApp(desk))
