"""Hotspots, and the reports of one."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from csu_tui.domain.hotspot import Hotspot
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
        return hotspot_list(self.spots, self.at, room)

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
        ("g", "start a Task and Finish Group of these reports; those in another group stay there"),
        ("y", "copy its reference"),
        ("esc", "back"),
    )

    def __init__(self, spot: Hotspot) -> None:
        super().__init__()
        self._spot = spot
        self._reports: tuple[Earlier, ...] = ()

    def read(self) -> None:
        """Read its reports; a place no longer over the threshold keeps those it was opened with."""
        self._spot = next((one for one in self.desk.hotspots() if one.key == self._spot.key), self._spot)
        self._reports = self.desk.hotspot_reports(self._spot)

    def count(self) -> int:
        """Return how many are listed."""
        return len(self._reports)

    def lay_out(self, room: int) -> Listed:
        """Lay them out."""
        return spot_lines(self._spot, self._reports, self.at, self.desk.today(), room)

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("HOTSPOT")

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back = Hint("esc", "back", "escape")
        if not self._reports:
            return ((back, HELP),)
        return (
            (Hint("enter", "the report", "enter"), back, Hint("g", "start a group", "g"), Hint("y", "copy", "y"), HELP),
        )

    def action_go(self) -> None:
        """Enter: the report."""
        from csu_tui.tui.screens.report import ReportScreen

        if self._reports:
            self.app.push_screen(ReportScreen(self._reports[self.at].report_id))

    def action_group(self) -> None:
        """G: start a group of this place's reports."""
        from csu_tui.tui.dialogs.group import Begin

        place, reports = self._spot.place, tuple(one.report_id for one in self._reports)
        name = ", ".join(part for part in (place.street, place.locality) if part)
        self.ask_start(name, Begin(plural(len(reports), "report"), reports) if reports else None)

    def action_copy(self) -> None:
        """Y: copy the report's reference."""
        if self._reports:
            self.csu.copy(report_ref(self._reports[self.at].report_id))
