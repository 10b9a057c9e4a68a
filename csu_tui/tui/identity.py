"""Who is at this computer: matched by the operating-system user, else asked once and remembered."""

from dataclasses import dataclass
from typing import Protocol

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import AgencyId, OfficerId


@dataclass(frozen=True, slots=True)
class Me:
    """The person whose actions are "mine": an officer of an agency, or only the agency."""

    agency_id: AgencyId
    agency: str
    officer_id: OfficerId | None = None
    officer: str = ""


class Memory(Protocol):
    """Where the answer is kept for this computer."""

    def read(self) -> tuple[int, int | None] | None:
        """Return the agency's and the officer's number; None where nothing was answered yet."""

    def keep(self, agency_id: int, officer_id: int | None) -> None:
        """Keep the answer; raises RuleError where it cannot be kept."""


class Sitting:
    """Remembers until the program ends."""

    def __init__(self) -> None:
        self._answer: tuple[int, int | None] | None = None

    def read(self) -> tuple[int, int | None] | None:
        """Return the answer of this sitting."""
        return self._answer

    def keep(self, agency_id: int, officer_id: int | None) -> None:
        """Keep the answer."""
        self._answer = (agency_id, officer_id)


def known_by_login(desk: Desk) -> Me | None:
    """Return the officer whose operating-system user this is."""
    for officer in desk.officers():
        if officer.login == desk.login:
            return Me(officer.agency_id, officer.agency, officer.id, officer.name)
    return None


def who_am_i(desk: Desk, memory: Memory) -> Me | None:
    """Return who is at this computer; None where it has to be asked, as after the officer or agency was retired."""
    if me := known_by_login(desk):
        return me
    answer = memory.read()
    if answer is None:
        return None
    agency_id, officer_id = answer
    agency = next((one for one in desk.agencies() if one.id == agency_id), None)
    if agency is None:
        return None
    if officer_id is None:
        return Me(agency.id, agency.short)
    officer = next((one for one in desk.officers(agency.id) if one.id == officer_id), None)
    return Me(agency.id, agency.short, officer.id, officer.name) if officer else None
