"""Who is at this computer."""

from functools import partial

from csu_tui.domain.unit import Agency, Officer
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page
from csu_tui.tui.dialogs.people import agency_lines, officer_lines
from csu_tui.tui.identity import Me


class IAmDialog(Ask[Me]):
    """Asks for the agency, and for the officer where it has any; `nobody named` is an answer too.

    `doubt` says what is wrong with the answer of before.
    """

    def __init__(
        self, agencies: tuple[Agency, ...], officers: tuple[Officer, ...], login: str, doubt: str = ""
    ) -> None:
        super().__init__("I am …")
        self._agencies = agencies
        self._officers = officers
        self._login = login
        self._doubt = doubt

    def opening(self) -> Page:
        """Ask for the agency."""
        lines = agency_lines(self._agencies, self._ask_officer)
        choices = tuple(Choice(line.label, line.put, line.key, line.note) for line in lines)
        why = self._doubt or " ".join((self._login, "is no officer's user yet."))
        about = "Asked once, and remembered for this computer. " + why
        return Page("My agency", choices, filters=True, pointed=None, enter="next", about=about)

    def _ask_officer(self, agency: Agency) -> None:
        lines = officer_lines(self._officers, agency.id, partial(self._named, agency))
        if len(lines) == 1:
            self._named(agency, None)
            return
        nobody, *named = (Choice(line.label, line.put) for line in lines)
        page = Page("My name", (*named, nobody), filters=True, about="Of " + agency.name, back=self._restart)
        self.turn(page)

    def _restart(self) -> None:
        self.turn(self.opening())

    def _named(self, agency: Agency, officer: Officer | None) -> None:
        name = (officer.id, officer.name) if officer else (None, "")
        self.finish(Me(agency.id, agency.short, *name))
