"""The screens of one sitting: what they share, the keys that work everywhere, and leaving."""

import gc
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError
from csu_tui.tui import crash
from csu_tui.tui.covered import CoveredApp
from csu_tui.tui.news import DeskChanged
from csu_tui.tui.palette import Command, Commands
from csu_tui.tui.queue import SLOW, WriteQueue
from csu_tui.tui.themes import DARK, LIGHT, THEMES

LEAVING = 12.0
"""Seconds that leaving waits for writes: a little more than a write waits for somebody else's."""
PRIVATE = "private"
LATER = {
    "f3": 'F3 Actions comes later; meanwhile: csu-tui actions --overdue, csu-tui done A1 "outcome".',
    "f4": "F4 Feedback comes later; meanwhile: csu-tui feedback --owed, csu-tui contact R1 call.",
    "f5": "F5 Search comes later; meanwhile: csu-tui show R1.",
    "f6": "F6 Figures comes later; meanwhile the minutes count each meeting: csu-tui minutes.",
    "f9": "F9 Set-up comes later; meanwhile: csu-tui agency list, csu-tui officer list.",
}
"""The screens of later issues, and which command does it meanwhile."""


class CsuApp(CoveredApp):
    """One sitting at the desk."""

    TITLE = "csu-tui"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[Any]] = {Commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "leave", show=False, priority=True, id="leave"),
        Binding("f2", "meeting", "meeting", show=False, id="meeting"),
        *(Binding(key, "later('" + key + "')", show=False) for key in LATER),
        Binding("f7", "private", "shared or private", show=False, id="private"),
        Binding("f8", "blank", "blank the screen", show=False, id="blank"),
    ]
    private: reactive[bool] = reactive(False)
    """False: SHARED, where no personal detail is drawn. It ends with the sitting."""
    saving: reactive[bool] = reactive(False)
    """True while a write waits for somebody else's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.writes = WriteQueue(desk, self)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

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

    def press(self, key: str) -> None:
        """Press a key, after those already pressed; a sign by itself or Textual's name of it."""
        self.post_message(events.Key(key, key if len(key) == 1 else None))

    def go(self, screen: Screen[Any]) -> None:
        """Leave every screen that is open and stand on this one; Textual's own, below, cannot be replaced."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen)
        self.call_next(self.cover_if_small)

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done everywhere, for the palette."""
        return (
            Command("F2", "Meeting: the open one, or what waits", self.action_meeting),
            Command("F7", "SHARED again" if self.private else "PRIVATE: show personal details", self.action_private),
            Command("F8", "Blank the screen", self.action_blank),
            Command("", "Theme: light" if self.theme == DARK else "Theme: dark", self.action_other_theme),
            Command("ctrl+q", "Leave: an open meeting stays open", self.action_leave),
        )

    def action_meeting(self) -> None:
        """F2: the open meeting, or what waits for the next one; where it stands below, as it was left."""
        first = self.first_screen()
        if any(type(screen) is type(first) for screen in self.screen_stack):
            while type(self.screen) is not type(first):
                self.pop_screen()
        else:
            self.go(first)

    def action_later(self, key: str) -> None:
        """Say what to do until that screen exists."""
        self.say(LATER[key], bad=True)

    def action_other_theme(self) -> None:
        """Change between dark and light."""
        self.theme = LIGHT if self.theme == DARK else DARK

    def action_private(self) -> None:
        """F7: SHARED at once; PRIVATE only after asking, and once the look is recorded."""
        from csu_tui.tui.dialogs.confirm import ConfirmDialog

        def answered(sure: bool | None) -> None:
            if sure:
                self.writes.put(
                    lambda desk: desk.record_look("look: PRIVATE screens", "screens"), sender=self, tag=PRIVATE
                )

        if self.private:
            self.private = False
        else:
            question = (
                "Show personal details until F7 is pressed again or you leave? It is recorded. Only where nobody "
            )
            question += "can see this screen who may not."
            self.push_screen(ConfirmDialog(question, "PRIVATE: show them", "stay SHARED"), answered)

    @on(WriteQueue.Saved)
    def _look_recorded(self, saved: WriteQueue.Saved) -> None:
        self.private = self.private or saved.tag == PRIVATE

    @on(WriteQueue.Refused)
    def _look_refused(self, refused: WriteQueue.Refused) -> None:
        self.say(refused.sentence, bad=True)

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
            for screen in self.screen_stack:
                screen.post_message(DeskChanged())


def run_screens(desk: Desk) -> int:
    """Show the screens until they are left; return the program's exit status."""
    with crash.quiet():
        app = CsuApp(desk)
        gc.disable()
        app.run()
    return crash.status(app)
