"""Task and Finish Groups: the open ones, the next to report back first, then the closed."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group
from csu_tui.domain.ids import GroupId
from csu_tui.tui.present.group import group_lines
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.listing import Listed
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.group_desk import STROKES, GroupDesk
from csu_tui.tui.screens.group_starting import GroupStarting
from csu_tui.tui.screens.listing import ListScreen
from csu_tui.tui.widgets.keys import Hint


class GroupsScreen(ListScreen, GroupDesk, GroupStarting):
    """The groups; Enter opens one, the strokes of a group work on the one at the arrow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "start", "start a group", show=False, id="group.start"),
        Binding("f2", "app.meeting", "meeting", show=False),
    ]
    EXPLAINED = (
        ("", "Task and Finish Groups"),
        ("↑ ↓", "move the arrow"),
        ("enter", "open the group at the arrow"),
        ("g", "start a group; in the meeting {MeetingScreen.g} on a report starts one with its place's reports"),
        *((sign, words) for _, sign, _, _, words in STROKES),
        ("esc", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.groups: tuple[Group, ...] = ()
        self._number: GroupId | None = None
        """What the arrow is at: it stays there whatever others do."""

    def read(self) -> None:
        """Read the groups; the arrow stays at its group."""
        self.groups = self.desk.groups(private=self.csu.private)
        self.at = next((at for at, one in enumerate(self.groups) if one.id == self._number), self.at)
        shown = self.revealed_group
        if self.csu.private or (shown is not None and shown.id not in {one.id for one in self.groups}):
            self.hide()
        self.renew_reveal()

    def draw(self) -> None:
        """Draw the list; the arrow moved on ends a reveal."""
        self.at = max(0, min(self.at, self.count() - 1))
        self._number = self.groups[self.at].id if self.groups else None
        if self.revealed_group is not None and self.revealed_group.id != self._number:
            self.hide()
        super().draw()

    def count(self) -> int:
        """Return how many groups there are."""
        return len(self.groups)

    def lay_out(self, room: int) -> Listed:
        """Lay the groups out."""
        shown = self.revealed_group
        groups = tuple(shown if shown and one.id == shown.id else one for one in self.groups)
        return group_lines(groups, self.at, self.desk.today(), room, reveal_left=self.reveal_left, sign=self.sign)

    @property
    def group_here(self) -> Group:
        """The group at the arrow, whole."""
        if not self.groups:
            raise RuleError(self.keyed("There is no group yet: {g} starts one."))
        return self.desk.group(self.groups[self.at].id, private=self.csu.private)

    def group_at(self) -> GroupId | None:
        """Return the group at the arrow."""
        return self._number

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("TASK AND FINISH GROUPS")

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back, start = Hint("esc", "back", "escape"), Hint("g", "start a group", "g")
        if not self.groups:
            return ((start, back, HELP),)
        return (Hint("enter", "open", "enter"), back, start), self.stroke_hints()

    def action_go(self) -> None:
        """Enter: open the group at the arrow."""
        from csu_tui.tui.screens.group import GroupScreen

        if self.groups:
            self.hide()
            self.app.push_screen(GroupScreen(self.groups[self.at].id))
        else:
            self.say(self.keyed("There is no group yet: {g} starts one."), bad=True)

    def action_start(self) -> None:
        """G: start a group by hand."""
        self.ask_start()

    def group_started(self, group_id: GroupId) -> None:
        """Put the arrow at a new group."""
        self.at = next((at for at, one in enumerate(self.groups) if one.id == group_id), self.at)
        self.draw()
