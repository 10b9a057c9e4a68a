"""A question with two answers."""

from functools import partial

from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page


class ConfirmDialog(Ask[bool]):
    """Asks yes or no by `y` and `n`; Enter alone answers nothing, and Escape gives None."""

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__("Please confirm")
        self._page = Page(
            "Press y or n",
            (Choice(yes, partial(self.finish, True), "y"), Choice(no, partial(self.finish, False), "n")),
            pointed=None,
            about=question,
        )

    def opening(self) -> Page:
        """Ask the question."""
        return self._page
