"""What sources sent: files taken in, and what they say that conflicts with what the unit knows."""

from dataclasses import dataclass
from datetime import datetime

from csu_tui.domain.ids import ImportId, ReportId


@dataclass(frozen=True, slots=True)
class Import:
    """One file taken in; counts are of rows."""

    id: ImportId
    at: datetime
    who: str
    file: str
    source: str
    map: str
    history: bool
    read: int
    added: int
    updated: int
    unchanged: int
    conflicts: int
    refused: int
    taken_back: datetime | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A source's value that differs from the unit's: `received`, `place` or `reporter`, in words a room may read."""

    id: int
    report_id: ReportId
    import_id: ImportId | None
    field: str
    standing: str
    sent: str
