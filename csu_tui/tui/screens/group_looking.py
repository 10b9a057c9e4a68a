"""What a hidden group is called and says, for 15 seconds, each look recorded (SPEC 10)."""

from collections.abc import Callable

from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group
from csu_tui.domain.ids import GroupId
from csu_tui.domain.reference import group_ref
from csu_tui.tui.screens.glimpse import Glimpse
from csu_tui.tui.screens.group_acting import GroupActing, Job


class GroupLooking(Glimpse, GroupActing):
    """Reveal the group on screen; moving on ends it."""

    def put_look(self, job: Job, seen: Callable[[Group], None]) -> None:
        """Queue a look; `seen` gets what it brought."""
        raise NotImplementedError

    def group_at(self) -> GroupId | None:
        """Return which group is on screen, without reading it."""
        raise NotImplementedError

    def do_group_reveal(self) -> None:
        """Show what a room may not read of the group, once the look is recorded; again restarts the seconds."""
        group = self.group_here
        if not group.hidden:
            raise RuleError(group_ref(group.id) + " hides nothing from the room.")
        self.look(self.group_at, lambda seen: self.put_look(lambda desk: desk.reveal_group(group.id), seen))
