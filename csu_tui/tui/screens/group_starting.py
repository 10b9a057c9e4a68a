"""A Task and Finish Group started by hand: from the list of groups, or from a hotspot."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import GroupId
from csu_tui.domain.stroke import Said
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import DeskScreen

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.group import Begin


@dataclass(frozen=True, slots=True)
class Started:
    """The tag of a group started: its answer names it."""


class GroupStarting(DeskScreen[None]):
    """Asks for a new group, starts it, and says which it is."""

    def ask_start(self, name: str = "", begin: "Begin | None" = None) -> None:
        """Ask for a group; its name, and the reports that it begins with, stand as given."""
        from csu_tui.tui.dialogs.group import StartGroupDialog

        if self.looks_only():
            return
        agencies = self.desk.agencies()
        dialog = StartGroupDialog(
            agencies,
            today=self.desk.today(),
            report_back=self.desk.usual_report_back(),
            lead=next((agency for agency in agencies if agency.own), None),
            name=name,
            begins=(begin,) if begin else (),
            hidden=not self.csu.private,
        )
        self.ask(dialog, self._start_group)

    def group_started(self, group_id: GroupId) -> None:
        """Go to a group that was just started."""

    def _start_group(self, new: NewGroup) -> None:
        self.write(lambda desk: desk.start_group(new), Started())

    @on(WriteQueue.Saved)
    def _take_group(self, saved: WriteQueue.Saved) -> None:
        if isinstance(saved.tag, Started) and isinstance(saved.result, Said):
            self.refresh_from_desk()
            if saved.result.group_id is not None:
                self.group_started(saved.result.group_id)
            self.say(saved.result.words)
