"""An action handed over."""

from dataclasses import dataclass, field, replace
from functools import partial

from csu_tui.domain.ids import AgencyId, OfficerId
from csu_tui.domain.unit import Agency, Officer
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.base import Hint
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page, phrase_page
from csu_tui.tui.dialogs.people import agency_lines, officer_lines


@dataclass(frozen=True, slots=True)
class HandOver:
    """To whom and why; `feedback_too` moves the feedback's owner as well (SPEC 3.3)."""

    agency_id: AgencyId
    officer_id: OfficerId | None
    why: str
    feedback_too: bool = False
    name: str = field(default="", compare=False)
    """How people call them."""


class HandOverDialog(Ask[HandOver]):
    """Asks for the agency, an officer where it has any, and why; Ctrl+T hands the feedback over too."""

    def __init__(
        self,
        agencies: tuple[Agency, ...],
        officers: tuple[Officer, ...],
        phrases: tuple[str, ...],
        *,
        hidden: bool = False,
    ) -> None:
        super().__init__("Hand the action over")
        self._agencies = agencies
        self._officers = officers
        self._phrases = phrases
        self._hidden = hidden
        self._feedback_too = False
        self._commands["ctrl+t"] = self.action_feedback

    def opening(self) -> Page:
        """Ask for the agency."""
        lines = agency_lines(self._agencies, self._ask_officer)
        choices = tuple(Choice(line.label, line.put, line.key, line.note) for line in lines)
        return Page("Agency", choices, filters=True, pointed=None, enter="next", hints=self._feedback_hint())

    def action_feedback(self) -> None:
        """Hand the feedback over too, or leave it."""
        self._feedback_too = not self._feedback_too
        self.page = replace(self.page, hints=self._feedback_hint())
        self.show_hints()

    def _feedback_hint(self) -> tuple[Hint, ...]:
        return (Hint("ctrl+t", "feedback too: " + ("yes" if self._feedback_too else "no"), "feedback"),)

    def _restart(self) -> None:
        self.turn(self.opening())

    def _ask_officer(self, agency: Agency) -> None:
        lines = officer_lines(self._officers, agency.id, partial(self._ask_why, agency))
        if len(lines) == 1:
            self._ask_why(agency, None)
            return
        choices = tuple(Choice(line.label, line.put) for line in lines)
        page = Page("Officer", choices, filters=True, enter="next", about="To " + agency.name, back=self._restart)
        self.turn(replace(page, hints=self._feedback_hint()))

    def _ask_why(self, agency: Agency, officer: Officer | None) -> None:
        name = agency.name + (", " + officer.name if officer else "")
        take = partial(self._explained, HandOver(agency.id, officer.id if officer else None, "", name=name))
        page = phrase_page("Why", self._phrases, take, hidden=self._hidden, about="To " + name, back=self._restart)
        self.turn(replace(page, hints=self._feedback_hint()))

    def _explained(self, to: HandOver, why: str) -> None:
        self.finish(replace(to, why=why, feedback_too=self._feedback_too))
