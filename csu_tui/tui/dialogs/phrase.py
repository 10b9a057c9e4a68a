"""A reason or another line of words."""

from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.page import Page, phrase_page


class PhraseDialog(Ask[str]):
    """Asks for one line: a frequent phrase by its digit, or one's own words.

    `hidden` shows dots while typing (SPEC 10); with `blank_ok` Enter alone gives the empty line.
    """

    def __init__(
        self,
        title: str,
        phrases: tuple[str, ...],
        *,
        hidden: bool = False,
        blank_ok: bool = False,
        prompt: str = "Words",
    ) -> None:
        super().__init__(title)
        self._page = phrase_page(prompt, phrases, self.finish, hidden=hidden, blank_ok=blank_ok)

    def opening(self) -> Page:
        """Ask for the line."""
        return self._page
