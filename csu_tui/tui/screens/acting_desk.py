"""An officer's strokes on the action at the arrow of a list."""

from csu_tui.domain.action import Action
from csu_tui.tui.screens.acting import Acting
from csu_tui.tui.screens.telling_desk import TellingDesk


class ActingDesk(TellingDesk, Acting):
    """The action at the arrow; `c` is a note that joins its words."""

    def do_edit(self) -> None:
        """Edit the action's words and due date."""
        self.edit_action(self.open_action)

    def do_comment(self) -> None:
        """Ask for a note on the action."""
        self.ask_note()

    def to_action(self, action: Action) -> None:
        """Put the arrow at an action, where it is in the list."""
        self.go_to(action.id)

    @property
    def action(self) -> Action:
        """The action at the arrow, as it is drawn beside the list."""
        listed: Action = self.here.action
        return next((one for one in self.item.actions if one.id == listed.id), listed)
