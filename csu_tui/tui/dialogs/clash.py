"""What was typed, where somebody else was quicker."""

from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.page import Page


class ClashDialog(Ask[str]):
    """Says what the other changed, and asks once more with the words that were typed; they are never lost unasked."""

    def __init__(self, said: str, words: str, *, hidden: bool = False) -> None:
        super().__init__("Somebody was quicker: save your words all the same?")
        self._page = Page("Words", words=self.finish, text=words, hidden=hidden, about=said)

    def opening(self) -> Page:
        """Ask for the line."""
        return self._page

    def at_stake(self) -> bool:
        """Words typed before are words too."""
        return bool(self.entry.value.strip())
