"""One Task and Finish Group by itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group
from csu_tui.domain.ids import GroupId
from csu_tui.domain.reference import group_ref
from csu_tui.tui.present.group import group_page
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.page import Page
from csu_tui.tui.screens.group_desk import STROKES, GroupDesk
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.pane import Pane


class GroupScreen(GroupDesk):
    """Shows one group with its reports and progress; the strokes of a group work on it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,left,enter", "leave", "back", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    EXPLAINED = (
        ("", "One group"),
        ("↑ ↓", "scroll"),
        *((sign, words) for _, sign, _, _, words in STROKES),
        ("esc", "back"),
    )
    DEFAULT_CSS = "GroupScreen Pane { height: 1fr; }"

    def __init__(self, group_id: GroupId) -> None:
        super().__init__()
        self._number = group_id
        self._found: Group | None = None
        self._drawn = False

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

            def page(room: int) -> Page:
                return group_page(group, None, today, room, reveal_left=left)

            self.query_one(Pane).show(page, again=self._drawn)
            self._drawn = True

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
        return (Hint("esc", "back", "escape"), Hint("↓", "scroll", "down")), self.stroke_hints()

    def action_leave(self) -> None:
        """Escape: back."""
        self.hide()
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Arrows."""
        self.query_one(Pane).scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Page keys."""
        self.query_one(Pane).scroll_screens(pages)
