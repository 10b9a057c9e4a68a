"""The unit's lists and settings kept: agencies and officers added, edited, retired."""

import json
import os
from pathlib import Path

from csu_tui.data.queries import unit as units
from csu_tui.desk.care import Care
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, OfficerId
from csu_tui.domain.setting import NAME, SHORT, checked, one_line
from csu_tui.domain.stroke import Said
from csu_tui.domain.unit import Agency, Officer, UnitSetting

DIGITS = range(1, 10)


class Setting(Care):
    """Agencies, officers and settings."""

    def set_setting(self, key: str, value: str | int, seen: UnitSetting | None = None) -> Said:
        """Set one of the unit's settings; refused where there is no such setting or it cannot take the value.

        With `seen` also where somebody changed it since. Says what else is to know of the value, most often nothing.
        """
        kept = checked(key, value)
        with self._writing() as writing:
            if seen is not None:
                writing.check("setting", key, seen.version, "setting", f"The setting {key}")
            writing.change("setting", key, value=json.dumps(kept))
            writing.record(f"set {key}", "setting")
        missing = key == "minutes_folder" and bool(kept) and not Path(os.path.expanduser(str(kept))).is_dir()
        return Said("It is not there yet: the end of a meeting makes it, where that is allowed." if missing else "")

    def add_agency(self, name: str, short: str = "", digit: int | None = None) -> Said:
        """Add an agency; its digit, if one is given, must be free."""
        name = one_line(name, "An agency", NAME)
        short = _short(short, name)
        with self._writing() as writing:
            self._refuse_agency(units.agencies(writing.connection, retired=True), name, digit or None, None)
            number = writing.add("agency", name=name, short=short, digit=digit or None)
            writing.record(f"add agency: {short}", f"G{number}")
        return Said(f"Agency {name} added.")

    def edit_agency(self, agency: Agency, *, name: str = "", short: str = "", digit: int | None = None) -> Said:
        """Rename an agency or give it another digit (0 takes its digit away)."""
        name = one_line(name or agency.name, "An agency", NAME)
        short = agency.short if short in ("", agency.short) else _short(short, name)
        with self._writing() as writing:
            writing.check("agency", agency.id, agency.version, f"G{agency.id}", agency.name)
            known = units.agencies(writing.connection, retired=True)
            self._refuse_agency(known, name, digit or None, agency.id)
            kept = agency.digit if digit is None else (digit or None)
            writing.change("agency", agency.id, name=name, short=short, digit=kept)
            writing.record(f"edit agency: {short}", f"G{agency.id}")
        return Said(f"Agency {name} kept.")

    def retire_agency(self, agency: Agency) -> Said:
        """Retire an agency: its history stays, its open actions stay until handed over."""
        if agency.own:
            raise RuleError(f"{agency.name} is the unit's own agency: it cannot be retired.")
        with self._writing() as writing:
            writing.check("agency", agency.id, agency.version, f"G{agency.id}", agency.name)
            writing.change("agency", agency.id, retired=1, digit=None)
            writing.record(f"retire agency: {agency.short}", f"G{agency.id}")
            left = units.open_actions(writing.connection, "agency", agency.id)
        return Said(f"Agency {agency.name} retired.{_still_theirs(left)}")

    def add_officer(self, agency_id: AgencyId, name: str, login: str | None = None) -> Said:
        """Add an officer of an agency; `login` matches an operating-system user to them."""
        name, login = one_line(name, "An officer", NAME), (login or "").strip() or None
        with self._writing() as writing:
            agency = self._agency(writing.connection, agency_id)
            self._refuse_login(units.officers(writing.connection, retired=True), login, None)
            number = writing.add("officer", agency_id=agency_id, name=name, login=login)
            writing.record("add officer", f"O{number}")
        self._recognise()
        return Said(f"{name} of {agency.short} added.")

    def edit_officer(
        self, officer: Officer, *, name: str = "", login: str | None = None, agency_id: AgencyId | None = None
    ) -> Said:
        """Rename an officer, move them to another agency, or match them to an operating-system user ("": to none).

        Refused where they would leave open actions behind with their old agency.
        """
        name = one_line(name or officer.name, "An officer", NAME)
        login = officer.login if login is None else login.strip() or None
        with self._writing() as writing:
            writing.check("officer", officer.id, officer.version, f"O{officer.id}", officer.name)
            self._refuse_login(units.officers(writing.connection, retired=True), login, officer.id)
            moves = agency_id is not None and agency_id != officer.agency_id
            if moves and agency_id is not None:
                self._agency(writing.connection, agency_id)
                left = units.open_actions(writing.connection, "officer", officer.id)
                if left:
                    raise RuleError(f"{officer.name} has open actions of {officer.agency}: hand them over first.")
            to = agency_id if moves else officer.agency_id
            writing.change("officer", officer.id, name=name, login=login, agency_id=to)
            writing.record("edit officer", f"O{officer.id}")
        self._recognise()
        return Said(f"{name} kept.")

    def retire_officer(self, officer: Officer) -> Said:
        """Retire an officer: their history stays."""
        with self._writing() as writing:
            writing.check("officer", officer.id, officer.version, f"O{officer.id}", officer.name)
            writing.change("officer", officer.id, retired=1, login=None)
            writing.record("retire officer", f"O{officer.id}")
            left = units.open_actions(writing.connection, "officer", officer.id)
        self._recognise()
        return Said(f"{officer.name} retired.{_still_theirs(left)}")

    def _recognise(self) -> None:
        """Look anew who is at the keyboard: every change from now on names that officer."""
        self._officer_id = next((one.id for one in self.officers() if one.login == self.login), None)

    @staticmethod
    def _refuse_agency(known: tuple[Agency, ...], name: str, digit: int | None, own_id: AgencyId | None) -> None:
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


def _short(short: str, name: str) -> str:
    """Return the short name as it is kept: where there is none, the whole name, however long."""
    return name if short.strip() in ("", name) else one_line(short, "A short name", SHORT)


def _still_theirs(left: int) -> str:
    if not left:
        return ""
    return (
        " 1 open action is still theirs: hand it over."
        if left == 1
        else (f" {left} open actions are still theirs: hand them over.")
    )
