"""The unit's lists and settings kept: agencies and officers added, edited, retired."""

import json

from csu_tui.data.queries import unit as units
from csu_tui.desk.care import Care
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, OfficerId
from csu_tui.domain.stroke import Said
from csu_tui.domain.text import clean, shorten
from csu_tui.domain.unit import Agency, Officer

DIGITS = range(1, 10)


class Setting(Care):
    """Agencies, officers and settings."""

    def set_setting(self, key: str, value: str | int) -> Said:
        """Set one of the unit's settings; refused where there is no such setting or its value is of another kind."""
        with self._writing() as writing:
            known = units.settings(writing.connection)
            if key not in known:
                raise RuleError(
                    f"There is no setting “{shorten(clean(key), 30)}”: choose one of {', '.join(sorted(known))}."
                )
            if isinstance(value, str) != isinstance(known[key], str):
                raise RuleError(
                    f"The setting {key} takes {'words' if isinstance(known[key], str) else 'a whole number'}."
                )
            kept = value.strip() if isinstance(value, str) else value
            writing.change("setting", key, value=json.dumps(kept))
            writing.record(f"set {key}", "setting")
        return Said(f"Setting {key} kept.")

    def add_agency(self, name: str, short: str = "", digit: int | None = None) -> Said:
        """Add an agency; its digit, if one is given, must be free."""
        with self._writing() as writing:
            self._refuse_agency(units.agencies(writing.connection, retired=True), name, digit, None)
            number = writing.add("agency", name=name.strip(), short=(short or name).strip(), digit=digit)
            writing.record(f"add agency: {short or name}".strip(), f"G{number}")
        return Said(f"Agency {name.strip()} added.")

    def edit_agency(self, agency: Agency, *, name: str = "", short: str = "", digit: int | None = None) -> Said:
        """Rename an agency or give it another digit (0 takes its digit away)."""
        with self._writing() as writing:
            known = units.agencies(writing.connection, retired=True)
            self._refuse_agency(known, name or agency.name, digit or None, agency.id)
            writing.change(
                "agency",
                agency.id,
                name=(name or agency.name).strip(),
                short=(short or agency.short).strip(),
                digit=agency.digit if digit is None else (digit or None),
            )
            writing.record("edit agency", f"G{agency.id}")
        return Said(f"Agency {(name or agency.name).strip()} kept.")

    def retire_agency(self, agency: Agency) -> Said:
        """Retire an agency: its history stays, its open actions stay until handed over."""
        if agency.own:
            raise RuleError(f"{agency.name} is the unit's own agency: it cannot be retired.")
        with self._writing() as writing:
            writing.change("agency", agency.id, retired=1, digit=None)
            writing.record("retire agency", f"G{agency.id}")
            left = writing.connection.execute(
                "SELECT count(*) FROM action WHERE agency_id = ? AND status = 'open' AND withdrawn = 0", (agency.id,)
            ).fetchone()[0]
        rest = f" {left} open actions are still theirs: hand them over." if left else ""
        return Said(f"Agency {agency.name} retired.{rest}")

    def add_officer(self, agency_id: AgencyId, name: str, login: str | None = None) -> Said:
        """Add an officer of an agency; `login` matches an operating-system user to them."""
        if not name.strip():
            raise RuleError("An officer needs a name.")
        with self._writing() as writing:
            agency = self._agency(writing.connection, agency_id)
            self._refuse_login(units.officers(writing.connection, retired=True), login, None)
            number = writing.add("officer", agency_id=agency_id, name=name.strip(), login=login)
            writing.record("add officer", f"O{number}")
        return Said(f"{name.strip()} of {agency.short} added.")

    def edit_officer(self, officer: Officer, *, name: str = "", login: str | None = None) -> Said:
        """Rename an officer or match them to an operating-system user."""
        with self._writing() as writing:
            self._refuse_login(units.officers(writing.connection, retired=True), login, officer.id)
            writing.change("officer", officer.id, name=(name or officer.name).strip(), login=login or officer.login)
            writing.record("edit officer", f"O{officer.id}")
        return Said(f"{(name or officer.name).strip()} kept.")

    def retire_officer(self, officer: Officer) -> Said:
        """Retire an officer: their history stays."""
        with self._writing() as writing:
            writing.change("officer", officer.id, retired=1, login=None)
            writing.record("retire officer", f"O{officer.id}")
        return Said(f"{officer.name} retired.")

    @staticmethod
    def _refuse_agency(known: tuple[Agency, ...], name: str, digit: int | None, own_id: AgencyId | None) -> None:
        if not name.strip():
            raise RuleError("An agency needs a name.")
        for agency in known:
            if agency.id == own_id:
                continue
            if agency.name.casefold() == name.strip().casefold() and not agency.retired:
                raise RuleError(f"There is an agency {agency.name} already.")
            if digit is not None and agency.digit == digit:
                raise RuleError(f"Digit {digit} is {agency.short}'s: take it from them first.")
        if digit is not None and digit not in DIGITS:
            raise RuleError("A digit is 1 to 9.")

    @staticmethod
    def _refuse_login(known: tuple[Officer, ...], login: str | None, own_id: OfficerId | None) -> None:
        taken = next((o for o in known if login and o.login == login and o.id != own_id), None)
        if taken is not None:
            raise RuleError(f"The user {login} is matched to {taken.name} already.")
