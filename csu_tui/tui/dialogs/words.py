"""A line of words that may already be there."""

from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.page import Page


class WordsDialog(Ask[str]):
    """Edits one line, a comment or an action's words; emptied, it gives the empty line. `hidden` shows dots."""

    def __init__(self, title: str, text: str, *, hidden: bool = False) -> None:
        super().__init__(title)
        self._page = Page("Words", words=self.finish, text=text, hidden=hidden, blank_ok=True)

    def opening(self) -> Page:
        """Ask for the line."""
        return self._page
