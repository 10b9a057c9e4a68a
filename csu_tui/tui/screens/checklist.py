"""The closing checklist: what stands between the meeting and its close, each one key away."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region

from csu_tui.domain.agenda import Checklist
from csu_tui.domain.ids import StepId
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.stroke import Closed, Said
from csu_tui.tui.present.checklist import Left, checklist_lines, left_over
from csu_tui.tui.present.header import Top
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP, DeskScreen
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.paper import Paper

NOT_REACHED = "not reached"
"""The reason offered first for what the meeting did not get to (SPEC 3.7)."""


class ChecklistScreen(DeskScreen[StepId | None]):
    """Gives the step to go back to, or None; closing the meeting goes on to `ClosedScreen`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "go there", show=False, id="checklist.go"),
        Binding("h", "hold_over", "hold over all that remain", show=False, id="checklist.hold_over"),
        Binding("v", "settle", "all unknown via organisation", show=False, id="checklist.settle"),
        Binding("E", "end", "end the meeting", show=False, id="checklist.end"),
        Binding("m", "minutes", "minutes so far", show=False, id="checklist.minutes"),
        Binding("down,n,space,right", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("escape,p,left,f2", "leave", "back to the meeting", show=False, id="checklist.leave"),
    ]
    EXPLAINED = (
        ("", "Before the meeting ends"),
        ("↑ ↓", "move the arrow"),
        ("enter", "go to the step at the arrow"),
        ("h", "hold over all that remain, with one reason"),
        ("v", "settle all unknown feedback: via organisation, the source tells them"),
        ("E", "end the meeting, once nothing is left"),
        ("m", "the minutes so far"),
        ("esc p", "back to the meeting"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.meeting: Meeting | None = None
        self.checklist = Checklist((), (), ())
        self.rest: tuple[Left, ...] = ()
        self.at = 0
        self._ending = False

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(can_focus=False):
            yield Paper()

    def read(self) -> None:
        """Read what is left."""
        self.meeting = self.desk.meeting()
        if self.meeting is None:
            if not self._ending:
                self.csu.action_meeting()
            return
        self.checklist = self.desk.checklist()
        self.rest = left_over(self.checklist)
        self.at = min(self.at, max(len(self.rest) - 1, 0))

    def draw(self) -> None:
        """Draw it, the arrow in sight."""
        rest, at = self.rest, self.at
        self.query_one(Paper).show(lambda room: checklist_lines(rest, at, room, self.sign)[0])
        self.call_after_refresh(self._keep_in_sight)

    def top(self) -> Top:
        """Say which meeting."""
        return self.headed("ENDING THE MEETING", meeting=self.meeting)

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back = Hint("esc", "back", "escape")
        if not self.rest:
            return ((Hint("E", "end the meeting", "E"), back, Hint("m", "minutes so far", "m"), HELP),)
        keys = [Hint("enter", "go there", "enter"), back]
        if self.checklist.undecided or self.checklist.unreviewed:
            keys.append(Hint("h", "hold over all", "h"))
        if self.checklist.unplanned:
            keys.append(Hint("v", "the source tells them", "v"))
        return ((*keys, HELP),)

    def action_move(self, by: int) -> None:
        """Arrows."""
        self.at = max(0, min(self.at + by, len(self.rest) - 1))
        self.draw()

    def action_go(self) -> None:
        """Enter: to the step at the arrow; on a clear list it only says what ends the meeting, for that is final."""
        if self.rest:
            self.dismiss(self.rest[self.at].step.id)
        else:
            self.say(self.keyed("{E} ends the meeting; escape goes back to it."))

    def on_click(self, event: events.Click) -> None:
        """Go to the line that was clicked."""
        offset = event.get_content_offset(self.query_one(Paper))
        if offset is None:
            return
        for at in range(len(self.rest)):
            if checklist_lines(self.rest, at, self.size.width)[1] == offset.y:
                self.at = at
                self.action_go()
                return

    def action_leave(self) -> None:
        """Escape: back to the meeting."""
        if not self._ending:
            self.dismiss(None)

    def action_hold_over(self) -> None:
        """H: hold over all that remain, with one reason."""
        from csu_tui.tui.dialogs.phrase import PhraseDialog

        if self.looks_only():
            return
        if not (self.checklist.undecided or self.checklist.unreviewed):
            self.say("Nothing is left to hold over.", bad=True)
            return
        phrases = tuple(dict.fromkeys((NOT_REACHED, *self.desk.phrases("hold over"))))

        def answered(reason: str | None) -> None:
            if reason:
                self.write(lambda desk: desk.hold_over_rest(reason), "rest")

        self.app.push_screen(PhraseDialog("Hold over all that remain: why?", phrases, prompt="Reason"), answered)

    def action_settle(self) -> None:
        """V: all unknown are told by their source."""
        if self.looks_only():
            return
        if self.checklist.unplanned:
            self.write(lambda desk: desk.settle_unknown(), "settle")
        else:
            self.say("No feedback is without a plan.", bad=True)

    def action_minutes(self) -> None:
        """M: the minutes so far."""
        from csu_tui.tui.screens.minutes import MinutesScreen

        self.app.push_screen(MinutesScreen())

    def action_end(self) -> None:
        """E: close the meeting; the desk refuses while something is left."""
        if not self._ending and not self.looks_only():
            self._ending = True
            self.write(lambda desk: desk.close_meeting(), "end")

    @on(WriteQueue.Saved)
    def _saved(self, saved: WriteQueue.Saved) -> None:
        if isinstance(saved.result, Closed):
            from csu_tui.tui.screens.closed import ClosedScreen

            self.csu.go(ClosedScreen(saved.result))
        elif isinstance(saved.result, Said):
            self.refresh_from_desk()
            self.say(saved.result.words)

    @on(WriteQueue.Refused)
    def _refused(self) -> None:
        self._ending = False

    def _keep_in_sight(self) -> None:
        if self.rest and self.is_attached:
            line = checklist_lines(self.rest, self.at, self.size.width)[1]
            room = self.query_one(VerticalScroll)
            room.scroll_to_region(Region(0, max(line - 2, 0), 1, 4), animate=False, force=True)
