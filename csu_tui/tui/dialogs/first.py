"""The three questions of a new unit, each of which may wait (SPEC 4.6)."""

from dataclasses import dataclass

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.unit import Agency
from csu_tui.tui.dialogs.field import Field, Line
from csu_tui.tui.dialogs.form import Form
from csu_tui.tui.dialogs.people import agency_lines

LATER = "later"
ABOUT = "Each of these may wait: Enter on an empty line passes it, Escape passes all. F9 Set-up changes them any day."


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What was answered; empty is later."""

    unit: str
    name: str
    agency_id: AgencyId | None


class FirstDialog(Form[FirstAnswers]):
    """Asks the unit's name, yours, and your agency."""

    def __init__(self, agencies: tuple[Agency, ...], login: str) -> None:
        super().__init__("A new unit: three questions")
        self._agencies = agencies
        self._unit_name = self._me = ""
        self._agency: Agency | None = None
        you = "".join(("You sign in to this computer as ", login, ": every change names you."))
        self.fields = (
            Field("Unit", lambda: self._unit_name, take=self._take_unit, text=lambda: self._unit_name, about=ABOUT),
            Field("Your name", lambda: self._me, take=self._take_name, text=lambda: self._me, about=you),
            Field("Agency", self._agency_value, self._agency_lines, about="The agency that you work for."),
        )

    def answer(self) -> FirstAnswers:
        """Return what was answered."""
        return FirstAnswers(self._unit_name, self._me, self._agency.id if self._agency else None)

    def _take_unit(self, text: str) -> None:
        self._unit_name = text

    def _take_name(self, text: str) -> None:
        self._me = text

    def _agency_value(self) -> str:
        return self._agency.name if self._agency else LATER

    def _agency_lines(self) -> tuple[Line, ...]:
        return (Line(LATER, self._wait, "0"), *agency_lines(self._agencies, self._choose))

    def _wait(self) -> None:
        self._agency = None

    def _choose(self, agency: Agency) -> None:
        self._agency = agency
