"""One Task and Finish Group by itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.reference import group_ref
from csu_tui.tui.present.group import group_page, report_lines
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.page import Page
from csu_tui.tui.screens.group_desk import STROKES, GroupDesk
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.pane import Pane


class GroupScreen(GroupDesk):
    """Shows one group with its reports and progress; the strokes of a group work on it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,left", "leave", "back", show=False),
        Binding("enter,right", "go", "open", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    EXPLAINED = (
        ("", "One group"),
        ("↑ ↓", "move the arrow through its reports, then scroll (PgUp PgDn scroll)"),
        ("enter", "show the report at the arrow"),
        *((sign, words) for _, sign, _, _, words in STROKES),
        ("esc", "back"),
    )
    DEFAULT_CSS = "GroupScreen Pane { height: 1fr; }"

    def __init__(self, group_id: GroupId) -> None:
        super().__init__()
        self._number = group_id
        self._found: Group | None = None
        self._drawn = False
        self._at: ReportId | None = None
        """The report at the arrow: it stays there whatever others do."""

    def compose_body(self) -> ComposeResult:
        """Lay out the pane."""
        yield Pane()

    def read(self) -> None:
        """Read the group; only in PRIVATE what a hidden one says."""
        self._found = None
        self._found = self.desk.group(self._number, private=self.csu.private)
        if self.csu.private:
            self.hide()
        self.renew_reveal()

    def draw(self) -> None:
        """Draw it."""
        if (group := self.revealed_group or self._found) is not None:
            today, left = self.desk.today(), self.reveal_left

            here = self._here(group)

            def page(room: int) -> Page:
                return group_page(group, None, today, room, here, reveal_left=left, sign=self.sign)

            self.query_one(Pane).show(page, again=self._drawn)
            self._drawn = True

    def _here(self, group: Group) -> ReportId | None:
        """Return the report at the arrow: at first, and where that has left the group, the first one."""
        listed = [one.report_id for one in group.reports]
        if self._at not in listed:
            self._at = next(iter(listed), None)
        return self._at

    @property
    def group_here(self) -> Group:
        """The group, as it is drawn."""
        if self._found is None:
            raise RuleError(group_ref(self._number) + " is no more: its start was undone.")
        return self._found

    def group_at(self) -> GroupId | None:
        """Return the group."""
        return self._number

    def top(self) -> Top:
        """Say which group."""
        return self.headed("TASK AND FINISH GROUP", group_ref(self._number))

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        go = (Hint("enter", "the report", "enter"),) if self._found and self._found.reports else ()
        return (*go, Hint("esc", "back", "escape"), Hint("↓", "next", "down")), self.stroke_hints()

    def action_leave(self) -> None:
        """Escape: back."""
        self.hide()
        self.dismiss()

    def action_go(self) -> None:
        """Enter: the whole record of the report at the arrow."""
        from csu_tui.tui.screens.report import ReportScreen

        if self._found is None or (report_id := self._here(self._found)) is None:
            self.say(self.keyed("It has no report yet: {+} puts some into it."), bad=True)
            return
        self.hide()
        self.app.push_screen(ReportScreen(report_id))

    def action_move(self, by: int) -> None:
        """Arrows: the next report; past the last and the first one the text scrolls."""
        if (group := self._found) is None:
            return
        listed = [one.report_id for one in group.reports]
        here, pane = self._here(group), self.query_one(Pane)
        to = (listed.index(here) if here else -1) + by
        if not 0 <= to < len(listed):
            pane.scroll_lines(by)
            return
        self._at = listed[to]
        self.draw()
        shown = self.revealed_group or group
        pane.keep_line(report_lines(shown, self.desk.today(), pane.size.width, self._at)[1])

    def action_page(self, pages: int) -> None:
        """Page keys."""
        self.query_one(Pane).scroll_screens(pages)
