"""The first questions of a new unit, and of a person new to it, each of which may wait (SPEC 4.6)."""

from dataclasses import dataclass, replace

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.setting import NAME, checked, one_line
from csu_tui.domain.unit import Agency, Officer, Questions
from csu_tui.tui.dialogs.field import Field, Line
from csu_tui.tui.dialogs.form import Form
from csu_tui.tui.dialogs.people import agency_lines
from csu_tui.tui.present.keyed import Sign, keyed, ours

LATER = "later"
TITLES = {
    Questions(unit=True, person=True): "A new unit: three questions",
    Questions(unit=False, person=True): "Who are you?",
    Questions(unit=True, person=False): "What is the unit called?",
}


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What was answered; empty is later."""

    unit: str = ""
    name: str = ""
    agency_id: AgencyId | None = None


class FirstDialog(Form[FirstAnswers]):
    """Asks the unit's name, yours, and your agency; `given` are answers that were refused, and why."""

    def __init__(
        self,
        questions: Questions,
        agencies: tuple[Agency, ...],
        officers: tuple[Officer, ...],
        login: str,
        given: FirstAnswers = FirstAnswers(),
        refusal: str = "",
        sign: Sign = ours,
    ) -> None:
        super().__init__(TITLES[questions])
        self._agencies, self._officers = agencies, officers
        self._unit_name, self._me = given.unit, given.name
        self._agency = next((one for one in agencies if one.id == given.agency_id), None)
        self.refusal, self._has_words = refusal, bool(refusal)
        you = "".join(("You sign in to this computer as ", login, ": every change names you. "))
        unit = Field("Unit", lambda: self._unit_name, take=self._take_unit, text=lambda: self._unit_name)
        me = Field("Your name", lambda: self._me, take=self._take_name, text=lambda: self._me, preview=self._listed)
        own = next((one.short for one in agencies if one.own), LATER)
        missing = keyed(", the unit's own. One that is missing: {F9} Set-up adds it.", sign)
        until = "".join(("The agency that you work for; until later ", own, missing))
        mine = Field("Agency", self._agency_value, self._agency_lines, about=until)
        wait = "Enter on an empty line leaves it for later, Escape leaves all. "
        wait += keyed("{F9} Set-up changes them any day.", sign)
        if questions.person and questions.unit:
            self.fields = (replace(unit, about=wait), replace(me, about=you), mine)
        elif questions.person:
            self.fields = (replace(me, about=you + wait), mine)
        else:
            self.fields = (replace(unit, about=wait),)

    def answer(self) -> FirstAnswers:
        """Return what was answered."""
        return FirstAnswers(self._unit_name, self._me, self._agency.id if self._agency else None)

    def _take_unit(self, text: str) -> None:
        self._unit_name = str(checked("unit", text)) if text else ""

    def _take_name(self, text: str) -> None:
        self._me = one_line(text, "An officer", NAME) if text else ""
        officer = self._called(text)
        if officer is not None and self._agency is None:
            self._agency = next((one for one in self._agencies if one.id == officer.agency_id), None)

    def _listed(self, text: str) -> str:
        """Say who on the list would be meant."""
        officer = self._called(text)
        return " ".join((officer.name, "of", officer.agency, "is on the list: that is you.")) if officer else ""

    def _called(self, text: str) -> Officer | None:
        found = [one for one in self._officers if one.name.casefold() == text.casefold() and one.login is None]
        return found[0] if len(found) == 1 else None

    def _agency_value(self) -> str:
        return self._agency.name if self._agency else LATER

    def _agency_lines(self) -> tuple[Line, ...]:
        return (Line(LATER, self._wait, "0"), *agency_lines(self._agencies, self._choose))

    def _wait(self) -> None:
        self._agency = None

    def _choose(self, agency: Agency) -> None:
        self._agency = agency
