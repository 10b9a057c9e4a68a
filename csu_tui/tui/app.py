"""The screens of one sitting: what they share, the keys that work everywhere, and leaving."""

import gc
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen

from csu_tui.crash import quiet
from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError
from csu_tui.domain.preference import Preferences
from csu_tui.tui import crash
from csu_tui.tui.identity import Memory
from csu_tui.tui.news import DeskChanged
from csu_tui.tui.palette import Command, Commands
from csu_tui.tui.preferences import PreferredApp
from csu_tui.tui.queue import SLOW, WriteQueue
from csu_tui.tui.themes import DARK, LIGHT, THEMES

LEAVING = 12.0
"""Seconds that leaving waits for writes: a little more than a write waits for somebody else's."""


class CsuApp(PreferredApp):
    """One sitting at the desk."""

    TITLE = "csu-tui"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[Any]] = {Commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "leave", show=False, priority=True, id="leave"),
        Binding("f2", "meeting", "meeting", show=False, id="meeting"),
        Binding("f7", "private", "shared or private", show=False, id="private"),
        Binding("f8", "blank", "blank the screen", show=False, id="blank"),
    ]
    saving: var[bool] = var(False)
    """True while a write waits for somebody else's; only the message line shows it, so nothing else is repainted."""

    def __init__(self, desk: Desk, preferences: Preferences | None = None) -> None:
        super().__init__(desk, preferences)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT if self.preferences.theme == "light" else DARK

    def first_screen(self) -> Screen[Any]:
        """Make the screen to stand on: the open meeting, else what waits for the next one."""
        if self.desk.meeting() is not None:
            from csu_tui.tui.screens.meeting import MeetingScreen

            return MeetingScreen()
        from csu_tui.tui.screens.opening import OpeningScreen

        return OpeningScreen()

    def on_mount(self) -> None:
        """Watch the database, and make ready for the first stroke once something is drawn."""
        self.guard_loop()
        self.go(self.first_screen())
        self.set_interval(1.0, self._poll)
        self.screen.call_after_refresh(self._once_drawn)

    def go(self, screen: Screen[Any]) -> None:
        """Leave every screen that is open and stand on this one; Textual's own, below, cannot be replaced."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen)
        self.call_next(self.cover_if_small)

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done everywhere, for the palette."""
        return (
            Command(self.sign("F2"), "Meeting: the open one, or what waits", self.action_meeting),
            *self.places(),
            Command(
                self.sign("F7"),
                "SHARED again" if self.private else "PRIVATE: show personal details",
                self.action_private,
            ),
            Command(self.sign("F8"), "Blank the screen", self.action_blank),
            Command("", "Theme: light" if self.theme == DARK else "Theme: dark", self.action_other_theme),
            Command(self.sign("ctrl+q"), "Leave: an open meeting stays open", self.action_leave),
        )

    def action_meeting(self) -> None:
        """F2: the open meeting, or what waits for the next one; where it stands below, as it was left."""
        first = self.first_screen()
        if any(type(screen) is type(first) for screen in self.screen_stack):
            while type(self.screen) is not type(first):
                self.pop_screen()
        else:
            self.go(first)

    def action_other_theme(self) -> None:
        """Change between dark and light."""
        self.theme = LIGHT if self.theme == DARK else DARK

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        """Ctrl+Q: leave once everything typed is saved; an open meeting stays open."""
        if self.writes.waiting:
            self.say("Saving the last keys, then leaving…")
        with suppress(RuleError):
            if not self.desk.read_only and self.desk.drives():  # the next start goes on with the meeting at once
                self.writes.put(Desk.leave, sender=self, unseen=True)
        if self.writes.waiting:
            await self.run_worker(partial(self.writes.drain, LEAVING), thread=True).wait()
        self.exit(0)

    @on(WriteQueue.Asked)
    def _watch_wait(self) -> None:
        self.set_timer(SLOW, self.look_at_wait)

    def look_at_wait(self) -> None:
        """Say that a write waits, once it has waited long enough to be noticed."""
        self.saving = self.writes.slow
        if self.saving:
            self.set_timer(SLOW / 3, self.look_at_wait)

    @on(WriteQueue.Broke)
    def _break(self, broke: WriteQueue.Broke) -> None:
        raise broke.error

    def _once_drawn(self) -> None:
        gc.freeze()
        gc.enable()
        self.writes.put(Desk.warm, sender=self, unseen=True)

    def _poll(self) -> None:
        try:
            changed = self.desk.changed()
        except RuleError:  # asked again in a second
            return
        if changed:
            for screen in self.screen_stack[1:]:  # Textual's own, below, would repaint the whole terminal
                screen.post_message(DeskChanged())


def run_screens(desk: Desk, preferences: Preferences | None = None, memory: Memory | None = None) -> int:
    """Show the screens until they are left; return the program's exit status.

    Without a memory, as in a demonstration, nobody is asked who they are.
    """
    with quiet():
        app = CsuApp(desk, preferences)
        if memory is not None:
            app.memory = memory
            app.call_later(app.ask_first)
        gc.disable()
        app.run()
    return crash.status(app)
