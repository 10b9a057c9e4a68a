"""The desk: everything that the chair, an officer or the minute-taker does, over one open database."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from csu_tui.data.connection import PATIENCE
from csu_tui.data.database import Database
from csu_tui.desk.clock import Clock
from csu_tui.desk.searching import Searching


class Desk(Searching):
    """What screens and commands hold; each method is one read, or one transaction with its changes.

    Built of parts, each on the one before: base, reading, listing, driving, sitting, deciding, linking, grouping,
    telling, actioning, raising, undoing, intake, sourcing, closing, amending, care, setting, sheets, lists,
    case_reviewing, starting, figuring, searching.
    """

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool,
        clock: Clock,
        login: str,
        session: str = "",
        read_only: bool = False,
        patience: float = PATIENCE,
        minutes_folder: Path | None = None,
        salt: Callable[[], str] | None = None,
        say: Callable[[str], object] | None = None,
    ) -> "Desk":
        """Open the database at `path`; `patience` is how many seconds a read waits for another's commit.

        `say` is told before what may take minutes: an upgrade.

        Raises RuleError with one sentence for a file that is absent, foreign, damaged or newer than this program.
        """
        database = Database.open(path, create=create, read_only=read_only, patience=patience, say=say)
        more: dict[str, Any] = {"salt": salt} if salt else {}
        return cls(database, clock=clock, login=login, session=session, minutes_folder=minutes_folder, **more)
