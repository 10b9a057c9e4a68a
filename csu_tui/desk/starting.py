"""The first start: what the unit is called and who is at the keyboard, asked until answered or put off (SPEC 4.6)."""

import json

from csu_tui.data.connection import Connection
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import unit as units
from csu_tui.desk.case_reviewing import CaseReviewing
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId
from csu_tui.domain.setting import NAME, checked, one_line
from csu_tui.domain.standard import SETTINGS
from csu_tui.domain.stroke import Said
from csu_tui.domain.unit import Officer, Questions

ASKED = "first start"
"""The subject of the change that says that somebody was asked, whatever they answered."""
LATER = "Later, then: ctrl+p, “First questions”, asks again; Set-up changes it too."
NOTHING = Questions(unit=False, person=False)


class Starting(CaseReviewing):
    """Three questions, each of which may wait; nothing depends on their answers."""

    def to_ask(self) -> Questions:
        """Return what this start asks: all of a new unit, only who they are of a second person, of others nothing.

        Reports taken in make no unit less new: a meeting, a name, or an officer matched to a user do. A meeting that
        is open is not held up.
        """
        if self.read_only:
            return NOTHING
        with self._db.read() as connection:
            asked = {row[0] for row in connection.execute("SELECT who FROM change WHERE subject = ?", (ASKED,))}
            met = connection.execute("SELECT EXISTS (SELECT 1 FROM meeting)").fetchone()[0]
            matched = {officer.login for officer in units.officers(connection)} - {None}
            if not (asked or met or matched or _named(connection)):
                return Questions(unit=True, person=True)
            known = self.login in asked | matched or meetings.open_meeting(connection) is not None
            return Questions(unit=False, person=not known)

    def unanswered(self) -> Questions:
        """Return what nobody has answered yet, put off or not."""
        with self._db.read() as connection:
            matched = {officer.login for officer in units.officers(connection)}
            return Questions(unit=not _named(connection), person=self.login not in matched)

    def start_unit(self, unit: str = "", name: str = "", agency_id: AgencyId | None = None) -> Said:
        """Keep the answers to the first questions, or that they wait; this person is not asked again.

        A name matches this operating-system user to the officer called so, who is added where there is none; without
        an agency, to the unit's own. A unit that somebody else named meanwhile keeps that name.
        """
        said: list[str] = []
        with self._writing() as writing:
            connection = writing.connection
            if unit.strip() and _named(connection):
                said.append(f"The unit was named {units.unit(connection).unit} meanwhile.")
            elif unit.strip():
                writing.change("setting", "unit", value=json.dumps(checked("unit", unit)))
                writing.record("set unit", "setting")
                said.append(f"This is {unit.strip()}.")
            if name.strip():
                kept = one_line(name, "An officer", NAME)
                self._refuse_login(units.officers(connection, retired=True), self.login, None)
                officer = _called(connection, kept, agency_id)
                if officer is not None:
                    writing.change("officer", officer.id, login=self.login)
                    writing.record("edit officer", f"O{officer.id}")
                    said.append(f"You are {officer.name} of {officer.agency}, who was on the list.")
                else:
                    own = self._own_agency(connection) if agency_id is None else self._agency(connection, agency_id)
                    number = writing.add("officer", agency_id=own.id, name=kept, login=self.login)
                    writing.record("add officer", f"O{number}")
                    said.append(f"You are {kept} of {own.short}.")
            writing.record(f"{ASKED}: {'answered' if said else 'later'}", ASKED)
        self._recognise()
        return Said(" ".join((*said, "Set-up changes it all.")) if said else LATER)


def _named(connection: Connection) -> bool:
    """Say whether somebody has named the unit, were it by the name that a new one has."""
    found = next(one for one in units.setting_rows(connection) if one.key == "unit")
    return found.value != SETTINGS["unit"] or found.version > 1


def _called(connection: Connection, name: str, agency_id: AgencyId | None) -> Officer | None:
    """Return the one officer called so, of one agency or of all; refused where another user is matched to them."""
    found = [one for one in units.officers(connection, agency_id) if one.name.casefold() == name.casefold()]
    if len(found) != 1:
        return None
    if found[0].login is not None:
        raise RuleError(
            f"{found[0].name} of {found[0].agency} is the user {found[0].login}: write your name so that people can"
            " tell you apart, or change in Set-up whose it is."
        )
    return found[0]
