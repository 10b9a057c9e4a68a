"""Hotspots, and the reports of one."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from csu_tui.domain.hotspot import Hotspot
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.item import Earlier
from csu_tui.domain.reference import report_ref
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.hotspot import hotspot_list, spot_lines
from csu_tui.tui.present.listing import Listed
from csu_tui.tui.present.phrase import plural
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.group_starting import GroupStarting
from csu_tui.tui.screens.listing import ListScreen
from csu_tui.tui.widgets.keys import Hint


class HotspotsScreen(ListScreen):
    """The places over the threshold, most reports first."""

    EXPLAINED = (
        ("", "Hotspots"),
        ("↑ ↓", "move the arrow"),
        ("enter", "the reports of this place"),
        ("esc", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.spots: tuple[Hotspot, ...] = ()

    def read(self) -> None:
        """Read the hotspots."""
        self.spots = self.desk.hotspots()

    def count(self) -> int:
        """Return how many there are."""
        return len(self.spots)

    def lay_out(self, room: int) -> Listed:
        """Lay them out."""
        return hotspot_list(self.spots, self.at, room, self.sign)

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("HOTSPOTS")

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back = Hint("esc", "back", "escape")
        return ((Hint("enter", "its reports", "enter"), back, HELP),) if self.spots else ((back, HELP),)

    def action_go(self) -> None:
        """Enter: the reports of this place."""
        if self.spots:
            self.app.push_screen(HotspotScreen(self.spots[self.at]))


class HotspotScreen(ListScreen, GroupStarting):
    """The reports of one place, newest first; sensitive ones are counted only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "group", "start a group", show=False, id="hotspot.group"),
        Binding("y", "copy", "copy the reference", show=False, id="hotspot.copy"),
    ]
    EXPLAINED = (
        ("", "The reports of one hotspot"),
        ("↑ ↓", "move the arrow"),
        ("enter", "show the report"),
        ("g", "start a Task and Finish Group of those in none yet; where all are in one, open it"),
        ("y", "copy its reference"),
        ("esc", "back"),
    )

    def __init__(self, spot: Hotspot) -> None:
        super().__init__()
        self._spot = spot
        self._reports: tuple[Earlier, ...] = ()
        self._groups: dict[ReportId, GroupId] = {}
        """Which open group works on which of them."""

    def read(self) -> None:
        """Read its reports; a place no longer over the threshold keeps those it was opened with."""
        self._spot = next((one for one in self.desk.hotspots() if one.key == self._spot.key), self._spot)
        self._reports = self.desk.hotspot_reports(self._spot)
        self._groups = self.desk.working_on(tuple(one.report_id for one in self._reports))

    def count(self) -> int:
        """Return how many are listed."""
        return len(self._reports)

    def lay_out(self, room: int) -> Listed:
        """Lay them out."""
        return spot_lines(self._spot, self._reports, self._groups, self.at, self.desk.today(), room, self.sign)

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("HOTSPOT")

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back = Hint("esc", "back", "escape")
        if not self._reports:
            return ((back, HELP),)
        all_in = len(self._groups) == len(self._reports)
        group = Hint("g", "the group" if all_in else "start a group", "g")
        return ((Hint("enter", "the report", "enter"), back, group, Hint("y", "copy", "y"), HELP),)

    def action_go(self) -> None:
        """Enter: the report."""
        from csu_tui.tui.screens.report import ReportScreen

        if self._reports:
            self.app.push_screen(ReportScreen(self._reports[self.at].report_id))

    def action_group(self) -> None:
        """G: start a group of this place's reports; where groups work on all of them, open the first one."""
        from csu_tui.tui.dialogs.group import Begin
        from csu_tui.tui.screens.group import GroupScreen

        place, free = self._spot.place, [one for one in self._reports if one.report_id not in self._groups]
        if self._groups and not free:
            self.app.push_screen(GroupScreen(min(self._groups.values())))
            return
        name = ", ".join(part for part in (place.street, place.locality) if part)
        linked = sum(one.incident is not None for one in free)
        words = plural(len(free), "report") + ("".join((", ", str(linked), " of them linked")) if linked else "")
        self.ask_start(name, Begin(words, tuple(one.report_id for one in free)) if free else None)

    def action_copy(self) -> None:
        """Y: copy the report's reference."""
        if self._reports:
            self.csu.copy(report_ref(self._reports[self.at].report_id))
