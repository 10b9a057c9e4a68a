"""Set-up of agencies and officers."""

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId
from csu_tui.domain.stroke import Said
from csu_tui.domain.unit import Agency, Officer
from csu_tui.tui.dialogs.parts import Part, Pick
from csu_tui.tui.present.setup import Entry
from csu_tui.tui.screens.setup_section import Section

NO_DIGIT = "none"


class AgenciesSection(Section[Agency]):
    """The partners, and the digits that task them."""

    name, one = "Agencies", "agency"

    def read(self, desk: Desk) -> tuple[Agency, ...]:
        """Read the agencies, digits first."""
        return desk.agencies()

    def number(self, row: Agency) -> object:
        """Return its number."""
        return row.id

    def entry(self, at: int, row: Agency) -> Entry:  # noqa: ARG002  a digit, not a place
        """Show digit, name and short name."""
        own = " · the unit's own" if row.own else ""
        return Entry("  ".join((str(row.digit or " "), row.name)), row.short + own)

    def called(self, row: Agency) -> str:
        """Return its name."""
        return row.name

    def parts(self, desk: Desk, row: Agency | None) -> tuple[Part, ...]:
        """Ask name, short name and digit."""
        owners = {one.digit: one.short for one in desk.agencies() if one.digit and (not row or one.id != row.id)}
        digits = tuple(
            Pick(str(digit), str(digit), "".join(("now ", owners[digit])) if digit in owners else "free")
            for digit in range(1, 10)
        )
        return (
            Part("Name", row.name if row else ""),
            Part("Short name", row.short if row else "", about="For narrow places; empty: its whole name."),
            Part("Digit", str((row and row.digit) or NO_DIGIT), (Pick(NO_DIGIT, "0"), *digits)),
        )

    def save(self, desk: Desk, row: Agency | None, values: tuple[str, ...]) -> Said:
        """Add or edit."""
        name, short, digit = values
        number = 0 if digit == NO_DIGIT else int(digit)
        if row is None:
            return desk.add_agency(name, short, number or None)
        if not name:
            raise RuleError("An agency needs a name.")
        return desk.edit_agency(row, name=name, short=short or name, digit=number)

    def retire(self, desk: Desk, row: Agency) -> Said:
        """Retire it."""
        return desk.retire_agency(row)


class OfficersSection(Section[Officer]):
    """The people of the agencies."""

    name, one = "Officers", "officer"

    def read(self, desk: Desk) -> tuple[Officer, ...]:
        """Read the officers by name."""
        return desk.officers()

    def number(self, row: Officer) -> object:
        """Return its number."""
        return row.id

    def entry(self, at: int, row: Officer) -> Entry:  # noqa: ARG002  by name
        """Show name, agency and login."""
        login = "".join((" · signs in as ", row.login)) if row.login else ""
        return Entry(row.name, row.agency + login)

    def parts(self, desk: Desk, row: Officer | None) -> tuple[Part, ...]:
        """Ask name, agency and login."""
        agencies = desk.agencies()
        options = tuple(
            Pick(one.name, str(one.digit or ""), one.short if one.short != one.name else "") for one in agencies
        )
        now = next((one.name for one in agencies if row and one.id == row.agency_id), "")
        about = "".join(("The name that they sign in to their computer with; yours is ", desk.login, "."))
        return (
            Part("Name", row.name if row else ""),
            Part("Agency", now if row else agencies[0].name, options),
            Part("Login", (row.login or "") if row else "", about=about),
        )

    def save(self, desk: Desk, row: Officer | None, values: tuple[str, ...]) -> Said:
        """Add or edit."""
        name, agency, login = values
        found = next((one.id for one in desk.agencies() if one.name == agency), row.agency_id if row else AgencyId(0))
        if row is None:
            return desk.add_officer(found, name, login)
        if not name:
            raise RuleError("An officer needs a name.")
        return desk.edit_officer(row, name=name, login=login, agency_id=found)

    def retire(self, desk: Desk, row: Officer) -> Said:
        """Retire them."""
        return desk.retire_officer(row)
