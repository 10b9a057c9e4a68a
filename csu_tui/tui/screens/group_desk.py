"""What the list of groups and one group's page share: strokes queued, answers said, the group drawn anew."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.group import Group
from csu_tui.domain.reference import group_ref
from csu_tui.domain.stroke import Said
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.group_acting import Again, Job
from csu_tui.tui.screens.group_looking import GroupLooking
from csu_tui.tui.widgets.keys import Hint


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """What to do where somebody else was quicker."""

    again: Callable[[], None] | None = None
    done: Callable[[Any], None] | None = None
    """Gets the answer once it is drawn."""


STROKES = (
    ("d", "d", "group_back", "reported back", "reported back: its progress, and when it does so next"),
    ("n", "n", "group_note", "note", "a progress note"),
    ("o", "o", "group_redate", "new date", "another report-back day, with a reason"),
    ("x", "x", "group_close", "close", "close it with its outcome"),
    ("a", "a", "group_lead", "new lead", "another agency leads it, with a reason"),
    ("m", "m", "group_members", "members", "add a member, or take one off"),
    ("plus", "+", "group_add", "add reports", "put reports into it"),
    ("minus", "-", "group_remove", "take out", "take a report out of it"),
    ("e", "e", "group_edit", "edit", "what it is called and about, and its concern"),
    ("v", "v", "group_reveal", "reveal", "what a hidden group is called and says, for 15 seconds; it is recorded"),
    ("z", "z", "undo", "undo", "undo my newest change of this sitting; a closed group opens again"),
    ("y", "y", "copy", "copy", "copy its reference"),
)
"""Key to Textual, sign, method, words of the footer, words of the help."""
LOOKS = frozenset({"copy"})


class GroupDesk(GroupLooking):
    """The strokes of `STROKES` on the group on screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, "stroke('" + name + "')", words, show=False, id="group." + name.removeprefix("group_"))
        for key, _, name, words, _ in STROKES
    ]

    @staticmethod
    def stroke_hints() -> tuple[Hint, ...]:
        """Return the keys as the footer shows them."""
        return (*(Hint(sign, words, key) for key, sign, _, words, _ in STROKES), HELP)

    def action_stroke(self, name: str) -> None:
        """Do what a key means, or show why not."""
        if name not in LOOKS and self.looks_only():
            return
        try:
            getattr(self, "do_" + name)()
        except BusyError:  # the app hears the key again, before those behind it
            raise
        except RuleError as refusal:
            self.say(str(refusal), bad=True)

    def put_group(self, group: Group, job: Job, *, again: Again = None, heard: bool = False) -> None:
        """Queue a stroke."""
        del group, heard
        self.write(job, Grouped(again))

    def put_look(self, job: Job, seen: Callable[[Group], None]) -> None:
        """Queue a look."""
        self.write(job, Grouped(done=seen))

    def draw_details(self) -> None:
        """Draw again what a reveal changes."""
        self.draw()

    def do_undo(self) -> None:
        """Undo my newest change."""
        self.write(lambda desk: desk.undo(), Grouped())

    def do_copy(self) -> None:
        """Copy the reference."""
        self.csu.copy(group_ref(self.group_here.id))

    @on(WriteQueue.Saved)
    def _take_answer(self, saved: WriteQueue.Saved) -> None:
        if not isinstance(saved.tag, Grouped):
            return
        self.refresh_from_desk()
        if saved.tag.done:
            saved.tag.done(saved.result)
        if isinstance(saved.result, Said):
            self.say(saved.result.words)

    @on(WriteQueue.Refused)
    def _take_refusal(self, refused: WriteQueue.Refused) -> None:
        if isinstance(refused.tag, Grouped) and refused.stale and refused.tag.again:
            self.call_after_refresh(self.once_on_top, refused.tag.again)
