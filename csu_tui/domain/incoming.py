"""What a source's file says, before the unit has taken it."""

from dataclasses import dataclass

from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import Qualifier, Risk


@dataclass(frozen=True, slots=True)
class Incoming:
    """One row of a source's file, mapped; `line` and `record` count from 1 and name it in the file.

    `identity` is `source` and its reference, or without a reference a hash of the mapped content and "the n-th such
    row of this file"; `content` is a hash of all that the source owns, so that a changed row shows (SPEC 7).
    `category` is one of the unit's names; `source_category` is the source's own word.
    """

    line: int
    record: int
    source: str
    source_ref: str
    identity: str
    content: str
    received: Moment
    occurred: Moment | None
    category: str
    source_category: str
    qualifier: Qualifier | None
    risk: Risk | None
    title: str
    text: str
    place: Place
    reporter: Reporter
    status: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that could not be read; `cells` are the row as it stood, for `<file>.refused.csv`."""

    line: int
    record: int
    reason: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """One file, read whole before anything is locked."""

    name: str
    digest: str
    source: str
    format: str
    map: str
    encoding: str
    date_order: str
    headers: tuple[str, ...]
    rows: tuple[Incoming, ...]
    refused: tuple[Refused, ...]
    date_proof: int = 0
    """How many rows prove `date_order`; 0 where it was stated, assumed, or not needed."""
