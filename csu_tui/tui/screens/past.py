"""Past meetings: read their minutes, write them to the minutes folder, correct them (SPEC 3.7)."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from csu_tui.domain.meeting import Meeting
from csu_tui.domain.reference import meeting_ref
from csu_tui.domain.stroke import Said
from csu_tui.domain.words import MeetingState
from csu_tui.tui.dialogs.amend import Amendment
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.listing import Listed
from csu_tui.tui.present.past import past_lines
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.listing import ListScreen
from csu_tui.tui.widgets.keys import Hint


class PastScreen(ListScreen):
    """The meetings, newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "export", "write the minutes to a file", show=False, id="past.export"),
        Binding("a", "amend", "amend the minutes", show=False, id="past.amend"),
        Binding("y", "copy", "copy the reference", show=False, id="past.copy"),
    ]
    EXPLAINED = (
        ("", "Past meetings"),
        ("↑ ↓", "move the arrow"),
        ("enter", "read the minutes: redacted while SHARED, in full while PRIVATE"),
        ("x", "write them to the minutes folder: redacted while SHARED, in full and recorded while PRIVATE"),
        ("a", "amend: the old line stays, the correction stands under it with who, when and why"),
        ("y", "copy the meeting's reference"),
        ("esc", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.meetings: tuple[Meeting, ...] = ()

    def read(self) -> None:
        """Read the meetings."""
        self.meetings = self.desk.meetings()

    def count(self) -> int:
        """Return how many meetings there are."""
        return len(self.meetings)

    def lay_out(self, room: int) -> Listed:
        """Lay the meetings out."""
        return past_lines(self.meetings, self.at, room)

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("PAST MEETINGS")

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back = Hint("esc", "back", "escape")
        if not self.meetings:
            return ((back, HELP),)
        keys = (Hint("enter", "read", "enter"), back, Hint("x", "to a file", "x"), Hint("a", "amend", "a"))
        return ((*keys, Hint("y", "copy", "y"), HELP),)

    def action_go(self) -> None:
        """Enter: read the minutes."""
        if (meeting := self._minuted()) is not None:
            self._read(meeting)

    def action_export(self) -> None:
        """X: write the minutes to the minutes folder."""
        if (meeting := self._minuted()) is not None:
            redacted = not self.csu.private
            self.write(lambda desk: desk.export_minutes(meeting.id, redacted=redacted), meeting)

    def action_copy(self) -> None:
        """Y: copy the reference."""
        if self.meetings:
            self.csu.copy(meeting_ref(self.meetings[self.at].id))

    def action_amend(self) -> None:
        """Ask what is to be corrected in the minutes."""
        from csu_tui.desk.amending import FIELDS
        from csu_tui.tui.dialogs.amend import AmendDialog, amendable

        if (meeting := self._minuted()) is None or self.looks_only():
            return
        if meeting.state is MeetingState.OPEN:
            self.say(self.keyed("It is open still: change it in the meeting itself, with {F2}."), bad=True)
            return

        def answered(one: Amendment | None) -> None:
            if one is not None:
                self.write(lambda desk: desk.amend(meeting.id, one.subject, one.field, one.value, one.reason), meeting)

        subjects = amendable(self.desk.snapshot(meeting.id), private=self.csu.private)
        agencies = tuple(agency.short for agency in self.desk.agencies())
        self.app.push_screen(AmendDialog(meeting_ref(meeting.id), subjects, FIELDS, agencies), answered)

    @on(WriteQueue.Saved)
    def _saved(self, saved: WriteQueue.Saved) -> None:
        if isinstance(saved.result, Path):
            words = "Redacted minutes" if saved.result.stem.endswith("redacted") else "Minutes, in full,"
            self.say(" ".join((words, "written to", str(saved.result))))
        elif isinstance(saved.result, Said) and isinstance(saved.tag, Meeting):
            self._read(saved.tag, saved.result.words)

    def _read(self, meeting: Meeting, words: str = "") -> None:
        from csu_tui.tui.screens.minutes import MinutesScreen

        self.app.push_screen(MinutesScreen(meeting.id, words))

    def _minuted(self) -> Meeting | None:
        """Return the meeting at the arrow, saying so where it has no minutes."""
        if not self.meetings:
            self.say("No meeting has been held yet.", bad=True)
            return None
        meeting = self.meetings[self.at]
        if meeting.state is MeetingState.ABANDONED:
            self.say(meeting_ref(meeting.id) + " was abandoned: it has no minutes.", bad=True)
            return None
        return meeting
