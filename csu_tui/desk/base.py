"""What every part of the desk stands on: the database, the clock, and who is at the keyboard."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from csu_tui.data.connection import Connection
from csu_tui.data.database import Database
from csu_tui.data.queries import agenda as agendas
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import unit as units
from csu_tui.data.record import Author
from csu_tui.desk.clock import Clock
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, MeetingId, OfficerId, ReportId
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.moment import local, utc_text
from csu_tui.domain.reference import report_ref
from csu_tui.domain.unit import Agency
from csu_tui.domain.words import ActionStatus, Decision

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing


class Base:
    """The desk's ground: reading, writing, now, and the refusals that every stroke shares."""

    def __init__(
        self,
        database: Database,
        *,
        clock: Clock,
        login: str,
        session: str = "",
        minutes_folder: Path | None = None,
        salt: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self._db = database
        self._clock = clock
        self._salt = salt
        self.login = login
        """The operating-system user, who is named in every change."""
        self.session = session or secrets.token_hex(8)
        """This sitting of this program."""
        self._folder = minutes_folder
        self.command = "csu-tui"
        """How sentences that name a command begin it, so that it is of this database."""
        with database.read() as connection:
            known = [officer for officer in units.officers(connection) if officer.login == login]
        self._officer_id = known[0].id if known else None

    @property
    def path(self) -> Path:
        """The database's path."""
        return self._db.path

    @property
    def read_only(self) -> bool:
        """Say whether nothing can be written here."""
        return self._db.read_only

    @property
    def note(self) -> str:
        """What a person should know about this opening; empty normally."""
        return self._db.note

    @property
    def clock_is_set(self) -> bool:
        """Say whether the clock was set for a demonstration."""
        return self._clock.is_set

    def now(self) -> datetime:
        """Return the time, aware UTC."""
        return self._clock.now()

    def today(self) -> date:
        """Return London's date."""
        return local(self.now()).date()

    def warm(self) -> None:
        """Import the writing half and the bank holidays, so that the first stroke need not wait for them."""
        import csu_tui.data.session  # noqa: F401
        from csu_tui.domain.working_days import add_working_days

        add_working_days(self.today(), 1)  # reads the year's bank holidays, which the first due date needs
        from csu_tui.domain.working_days import is_working_day

        is_working_day(self.today())

    def changed(self) -> bool:
        """Say whether anything was written since last asked; microseconds."""
        return self._db.changed()

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def _author(self) -> Author:
        return Author(self.login, self._officer_id, self.session, self.now(), self._clock.machine(), self._salt)

    @contextmanager
    def _writing(self) -> Iterator["Writing"]:
        with self._db.write(self._author()) as writing:
            yield writing

    @staticmethod
    def _open(connection: Connection) -> Meeting:
        found = meetings.open_meeting(connection)
        if found is None:
            raise RuleError("No meeting is open: open one first.")
        return found

    @staticmethod
    def _own_agency(connection: Connection) -> Agency:
        found = units.agencies(connection, retired=True)
        return next((agency for agency in found if agency.own), found[0])

    @staticmethod
    def _agency(connection: Connection, agency_id: int) -> Agency:
        for agency in units.agencies(connection, retired=True):
            if agency.id == agency_id:
                if agency.retired:
                    raise RuleError(f"{agency.name} is retired: choose another agency.")
                return agency
        raise RuleError("There is no such agency.")

    @staticmethod
    def _refuse_strange_officer(connection: Connection, agency_id: AgencyId, officer_id: OfficerId | None) -> None:
        if officer_id is not None and officer_id not in {o.id for o in units.officers(connection, agency_id)}:
            raise RuleError("That officer does not belong to that agency.")

    @staticmethod
    def _refuse_taken_back(connection: Connection, report_id: int) -> None:
        if connection.execute("SELECT 1 FROM report WHERE id = ? AND taken_back IS NOT NULL", (report_id,)).fetchone():
            raise RuleError(f"{report_ref(report_id)} was taken back: there is nothing left to do on it.")

    def _after(self, writing: "Writing", report_id: int) -> None:
        """Keep the day a report finished: decided, not held over, no action open, feedback settled (SPEC 3.5)."""
        from csu_tui.data.queries.action import of_report
        from csu_tui.domain.feedback import settled

        connection = writing.connection
        decision = agendas.standing(connection, report_id)
        still_open = any(a.status is ActionStatus.OPEN for a in of_report(connection, report_id))
        finished = (
            decision not in (None, Decision.HOLD_OVER)
            and not still_open
            and settled(ledgers.feedback(connection, report_id))
        )
        row: dict[str, Any] | None = writing.row("report", report_id)
        if row is not None and finished != bool(row["finished_on"]):
            writing.unseen("report", report_id, finished_on=utc_text(self.now()) if finished else None)

    @staticmethod
    def _scope(writing: "Writing", report_id: ReportId) -> MeetingId | None:
        """Return the open meeting where the report is on its agenda, so that `z` there finds the change."""
        meeting = meetings.open_meeting(writing.connection)
        return meeting.id if meeting and agendas.step_of_report(writing.connection, meeting.id, report_id) else None
