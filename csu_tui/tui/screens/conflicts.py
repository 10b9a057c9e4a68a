"""What sources sent that differs from what the unit knows: take theirs or keep ours (SPEC 7)."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from csu_tui.domain.reference import report_ref
from csu_tui.domain.source import Conflict
from csu_tui.domain.stroke import Said
from csu_tui.tui.present.conflicts import conflict_lines
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.listing import Listed
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.listing import ListScreen
from csu_tui.tui.widgets.keys import Hint


class ConflictsScreen(ListScreen):
    """The conflicts that nobody has settled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "settle(True)", "take the source's", show=False, id="conflicts.take"),
        Binding("k", "settle(False)", "keep ours", show=False, id="conflicts.keep"),
        Binding("z", "undo", "undo", show=False, id="conflicts.undo"),
        Binding("y", "copy", "copy the reference", show=False, id="conflicts.copy"),
    ]
    EXPLAINED = (
        ("", "Conflicts"),
        ("↑ ↓", "move the arrow"),
        ("t", "take what the source sent"),
        ("k", "keep what stands"),
        ("z", "undo my newest change"),
        ("enter", "show the report"),
        ("y", "copy its reference"),
        ("esc", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.conflicts: tuple[Conflict, ...] = ()
        self._settling: set[int] = set()
        """Those whose key was pressed and is being saved: the next key is for the next conflict."""

    def read(self) -> None:
        """Read the conflicts."""
        self.conflicts = tuple(one for one in self.desk.conflicts() if one.id not in self._settling)

    def count(self) -> int:
        """Return how many there are."""
        return len(self.conflicts)

    def lay_out(self, room: int) -> Listed:
        """Lay them out."""
        return conflict_lines(self.conflicts, self.at, room, self.sign)

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("CONFLICTS")

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back, undo = Hint("esc", "back", "escape"), Hint("z", "undo", "z")
        if not self.conflicts:
            return ((back, undo, HELP),)
        keys = (Hint("t", "take theirs", "t"), Hint("k", "keep ours", "k"), undo, back)
        return ((*keys, Hint("enter", "the report", "enter"), Hint("y", "copy", "y"), HELP),)

    def action_go(self) -> None:
        """Enter: the report."""
        from csu_tui.tui.screens.report import ReportScreen

        if self.conflicts:
            self.app.push_screen(ReportScreen(self.conflicts[self.at].report_id))

    def action_settle(self, take: bool) -> None:
        """T takes what the source sent, K keeps what stands."""
        if not self.conflicts:
            self.say("No conflict is left.", bad=True)
        elif not self.looks_only():
            conflict = self.conflicts[self.at]
            self._settling.add(conflict.id)
            self.conflicts = tuple(one for one in self.conflicts if one is not conflict)
            self.draw()
            self.write(lambda desk: desk.settle_conflict(conflict, take=take), conflict)

    def action_undo(self) -> None:
        """Z: undo my newest change."""
        if not self.looks_only():
            self.write(lambda desk: desk.undo(), None)

    def action_copy(self) -> None:
        """Y: copy the report's reference."""
        if self.conflicts:
            self.csu.copy(report_ref(self.conflicts[self.at].report_id))

    @on(WriteQueue.Saved)
    def _saved(self, saved: WriteQueue.Saved) -> None:
        self._forget(saved.tag)
        if isinstance(saved.result, Said):
            self.say(saved.result.words)

    @on(WriteQueue.Refused)
    def _refused(self, refused: WriteQueue.Refused) -> None:
        self._forget(refused.tag)

    def _forget(self, tag: object) -> None:
        if isinstance(tag, Conflict):
            self._settling.discard(tag.id)
        self.refresh_from_desk()
