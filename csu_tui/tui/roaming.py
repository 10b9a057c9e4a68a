"""An app whose every screen leads to past meetings and conflicts, and from which words can be copied."""

from csu_tui.tui.palette import Command
from csu_tui.tui.privacy import PrivacyApp

LONGEST_COPY = 500_000
"""Signs that are copied at most: terminals drop what is longer without a word."""


class RoamingApp(PrivacyApp):
    """Where the palette leads from everywhere."""

    def places(self) -> tuple[Command, ...]:
        """Return the screens that the palette opens from everywhere."""
        return (
            Command("", "Past meetings: read, write to a file, amend their minutes", self.action_past),
            Command("", "Conflicts: what sources sent that differs", self.action_conflicts),
        )

    def action_past(self) -> None:
        """Open the past meetings."""
        from csu_tui.tui.screens.past import PastScreen

        if not isinstance(self.screen, PastScreen):
            self.push_screen(PastScreen())

    def action_conflicts(self) -> None:
        """Open the conflicts."""
        from csu_tui.tui.screens.conflicts import ConflictsScreen

        if not isinstance(self.screen, ConflictsScreen):
            self.push_screen(ConflictsScreen())

    def copy(self, text: str, what: str = "") -> None:
        """Put words into the terminal's clipboard (OSC 52) and say so; where it has none nothing happens."""
        if len(text) > LONGEST_COPY:
            self.say("That is too long to copy: write it to a file instead.", bad=True)
            return
        self.copy_to_clipboard(text)
        self.say(" ".join(((what or text), "copied, where this terminal allows it.")))
