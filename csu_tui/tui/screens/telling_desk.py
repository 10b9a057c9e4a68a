"""The reporter told, or tried, from a list of duties."""

from csu_tui.tui.screens.duties import DutiesScreen
from csu_tui.tui.screens.signing import Signing


class TellingDesk(DutiesScreen, Signing):
    """Contact and feedback on the report at the arrow."""

    @property
    def hides(self) -> bool:
        """Say whether what is typed now must show as dots (SPEC 10)."""
        return bool(self.here.sensitive) and not self.csu.private
