"""Who is at this computer: matched by the operating-system user, else asked once and remembered."""

from dataclasses import dataclass
from typing import Protocol

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.ids import AgencyId, OfficerId
from csu_tui.domain.preference import MyName, matched


@dataclass(frozen=True, slots=True)
class Me:
    """The person whose actions are "mine": an officer of an agency, or only the agency."""

    agency_id: AgencyId
    agency: str
    officer_id: OfficerId | None = None
    officer: str = ""


class Memory(Protocol):
    """Where the answer is kept for this computer."""

    def read(self) -> MyName | None:
        """Return the names of agency and officer; None where nothing was answered yet."""

    def keep(self, agency: str, officer: str) -> None:
        """Keep the answer; raises RuleError where it is kept for this sitting only."""


class Sitting:
    """Remembers until the program ends."""

    def __init__(self) -> None:
        self._answer: MyName | None = None

    def read(self) -> MyName | None:
        """Return the answer of this sitting."""
        return self._answer

    def keep(self, agency: str, officer: str) -> None:
        """Keep the answer."""
        self._answer = MyName(agency, officer)


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
    name = memory.read()
    if name is None:
        return None
    try:
        agency, officer = matched(name, desk.agencies(), desk.officers())
    except BusyError:
        raise
    except RuleError:  # `doubt` says it where it is asked again
        return None
    return Me(agency.id, agency.short, officer.id, officer.name) if officer else Me(agency.id, agency.short)


def doubt(desk: Desk, memory: Memory) -> str:
    """Say what is wrong with the answer of before, naming file, line and key; empty where there is none."""
    if (name := memory.read()) is not None:
        try:
            matched(name, desk.agencies(), desk.officers())
        except BusyError:
            raise
        except RuleError as refusal:
            return str(refusal)
    return ""
