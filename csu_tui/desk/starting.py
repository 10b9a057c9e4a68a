"""The first start on a new database: the unit's name and who is at the keyboard, asked once (SPEC 4.6)."""

import json

from csu_tui.data.queries import unit as units
from csu_tui.desk.case_reviewing import CaseReviewing
from csu_tui.domain.ids import AgencyId
from csu_tui.domain.setting import NAME, checked, one_line
from csu_tui.domain.standard import SETTINGS
from csu_tui.domain.stroke import Said

ASKED = "first start"
"""The subject of the change that says that a new unit was asked."""


class Starting(CaseReviewing):
    """Three questions, each of which may wait; nothing depends on their answers."""

    def starts_new(self) -> bool:
        """Say whether this is a new database that nobody has used, named or been asked about yet."""
        if self.read_only:
            return False
        with self._db.read() as connection:
            used = connection.execute(
                "SELECT EXISTS (SELECT 1 FROM report) OR EXISTS (SELECT 1 FROM meeting)"
                " OR EXISTS (SELECT 1 FROM change WHERE subject = ?)",
                (ASKED,),
            ).fetchone()[0]
            if used or units.settings(connection)["unit"] != SETTINGS["unit"]:
                return False
            return all(officer.login != self.login for officer in units.officers(connection))

    def start_unit(self, unit: str = "", name: str = "", agency_id: AgencyId | None = None) -> Said:
        """Keep the answers to the first questions, or that they wait; they are not asked again.

        A name adds the officer and matches them to this operating-system user; without an agency, to the unit's own.
        """
        said: list[str] = []
        with self._writing() as writing:
            connection = writing.connection
            if unit.strip():
                writing.change("setting", "unit", value=json.dumps(checked("unit", unit)))
                writing.record("set unit", "setting")
                said.append(f"This is {unit.strip()}.")
            if name.strip():
                own = self._own_agency(connection) if agency_id is None else self._agency(connection, agency_id)
                self._refuse_login(units.officers(connection, retired=True), self.login, None)
                number = writing.add(
                    "officer", agency_id=own.id, name=one_line(name, "An officer", NAME), login=self.login
                )
                writing.record("add officer", f"O{number}")
                said.append(f"You are {name.strip()} of {own.short}.")
            writing.record(f"{ASKED}: {'answered' if said else 'later'}", ASKED)
        self._recognise()
        return Said(" ".join((*said, "F9 Set-up changes it all." if said else "Later, then: F9 is Set-up.")))
