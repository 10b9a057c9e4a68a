"""Who drives the open meeting: one session, named; others follow and take over by choice (SPEC 3.1)."""

import os
import sys
from functools import cache
from typing import Any

from csu_tui.data.connection import Connection
from csu_tui.data.queries import meeting as meetings
from csu_tui.desk.listing import Listing
from csu_tui.domain.errors import RuleError
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.reference import meeting_ref
from csu_tui.domain.stroke import Said

_here: set[str] = set()
"""The sessions open in this process."""


class Driving(Listing):
    """Drive, follow, take over."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401  as the ground takes them
        super().__init__(*given, **named)
        _here.add(self.session)

    def close(self) -> None:
        """Close the database; this session drives nothing any more."""
        _here.discard(self.session)
        super().close()

    def drives(self) -> bool:
        """Say whether this session drives the open meeting."""
        with self._db.read() as connection:
            meeting = meetings.open_meeting(connection)
            return meeting is not None and self._is_mine(connection, meeting)

    def resume(self) -> bool:
        """Go on with the open meeting where nobody drives it any more: left, or its program on this computer is gone.

        Return whether this session drives now; where another one does, it follows until it takes over by choice.
        """
        with self._db.read() as connection:
            meeting = meetings.open_meeting(connection)
            if meeting is None:
                return False
            driver = meetings.driver(connection, meeting.id)[0]
        if driver == self._token():
            return True
        if self.read_only or not _is_gone(driver):
            return False
        self._drive("resume")
        return True

    def take_over(self) -> Said:
        """Take the open meeting over from whoever drives it; recorded."""
        name = self._drive("take over")
        return Said(f"You drive the meeting now; {name or 'nobody'} did.")

    def leave(self) -> None:
        """Leave the open meeting without a driver, so that the next start goes on with it at once."""
        with self._writing() as writing:
            meeting = meetings.open_meeting(writing.connection)
            if meeting is not None and self._is_mine(writing.connection, meeting):
                writing.unseen("meeting", meeting.id, driver="")

    def _drive(self, what: str) -> str:
        with self._writing() as writing:
            meeting = meetings.open_meeting(writing.connection)
            if meeting is None:
                raise RuleError("No meeting is open: open one first.")
            name = meetings.driver(writing.connection, meeting.id)[1]
            writing.change("meeting", meeting.id, driver=self._token(), driver_name=self.login)
            writing.record(what, meeting_ref(meeting.id), meeting_id=meeting.id)
        return name

    def _driven(self, connection: Connection) -> Meeting:
        """Return the open meeting, refusing a session that only follows it."""
        meeting = self._open(connection)
        if not self._is_mine(connection, meeting):
            raise RuleError(f"{meeting_ref(meeting.id)} is driven by {meeting.driver}: take over first, or ask them.")
        return meeting

    def _is_mine(self, connection: Connection, meeting: Meeting) -> bool:
        return meetings.driver(connection, meeting.id)[0] in ("", self._token())

    def _token(self) -> str:
        return f"{_computer()}|{os.getpid()}|{self.session}"


@cache
def _computer() -> str:
    import platform

    return platform.node() or "this computer"


def _is_gone(driver: str) -> bool:
    """Say whether a driving session has certainly ended: nobody's, or a process of this computer that is no more."""
    if not driver:
        return True
    computer, _, rest = driver.partition("|")
    number, _, session = rest.partition("|")
    if (computer, number) == (_computer(), str(os.getpid())):
        return session not in _here
    if computer != _computer() or not number.isdigit() or sys.platform == "win32":
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
