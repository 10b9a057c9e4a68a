"""An app that leads to Set-up, and asks a new unit its three questions."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from csu_tui.domain.errors import BusyError
from csu_tui.domain.stroke import Said
from csu_tui.tui.palette import Command
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.roaming import RoamingApp

FIRST = "first start"


class UnitApp(RoamingApp):
    """Where the unit says what it is called and how it works."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f9", "setup", "set-up", show=False, id="setup")]

    def places(self) -> tuple[Command, ...]:
        """Return the screens that the palette opens from everywhere."""
        words = "Set-up: agencies, officers, kinds, categories, phrases, numbers, wording"
        return (*super().places(), Command("F9", words, self.action_setup))

    def action_setup(self) -> None:
        """F9: the unit's lists and settings; where they stand below, as they were left."""
        from csu_tui.tui.screens.setup import SetupScreen

        if any(isinstance(screen, SetupScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, SetupScreen):
                self.pop_screen()
        else:
            self.push_screen(SetupScreen())

    def ask_first(self) -> None:
        """Ask a new unit three questions, once; in a window too small for them, the next time."""
        try:
            asks = not self.covered and self.desk.starts_new()
            agencies = self.desk.agencies() if asks else ()
        except BusyError:  # somebody uses it already: the next start asks
            return
        if not asks:
            return
        from csu_tui.tui.dialogs.first import FirstAnswers, FirstDialog

        def answered(answers: FirstAnswers | None) -> None:
            given = answers or FirstAnswers("", "", None)
            self.writes.put(
                lambda desk: desk.start_unit(given.unit, given.name, given.agency_id), sender=self, tag=FIRST
            )

        self.push_screen(FirstDialog(agencies, self.desk.login), answered)

    @on(WriteQueue.Saved)
    def _first_answered(self, saved: WriteQueue.Saved) -> None:
        if saved.tag == FIRST and isinstance(saved.result, Said):
            self.say(saved.result.words)
