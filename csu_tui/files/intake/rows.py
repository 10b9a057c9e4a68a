"""Records of a table as what a source says, field by field."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from csu_tui.domain.incoming import Incoming, Refused
from csu_tui.domain.moment import Moment
from csu_tui.files.intake.addresses import place_of, point
from csu_tui.files.intake.categories import category_of
from csu_tui.files.intake.date_column import DateColumn
from csu_tui.files.intake.field_map import FieldMap
from csu_tui.files.intake.identity import Identities, digest
from csu_tui.files.intake.people import qualifier_of, reporter_of, risk_of, wish_of
from csu_tui.files.intake.table import Record

_NORTH, _EAST = 90, 180
_SHOWN = 60


@dataclass(slots=True)
class RowReader:
    """Reads one file's records by one map; `source` is empty where each row may say its own."""

    map_: FieldMap
    headers: tuple[str, ...]
    source: str
    default_source: str
    dates: dict[str, DateColumn]
    _at: dict[str, tuple[int, ...]] = field(init=False)
    _names: tuple[int, ...] = field(init=False)
    _nothing: frozenset[str] = field(init=False)
    _identities: Identities = field(init=False, default_factory=Identities)

    def __post_init__(self) -> None:
        found = {name: self._columns(wanted) for name, wanted in self.map_.columns.items()}
        self._at = {name: at for name, at in found.items() if at}
        named = set(self.map_.columns.get("name", ()))
        # Every column of the name's header is looked at: one "(anonymous)" among them is enough.
        first = self._at.get("name", ())
        self._names = (*first, *(i for i, h in enumerate(self.headers) if h in named and i not in first))
        self._nothing = frozenset(self.map_.no_value)

    def _columns(self, wanted: Sequence[str]) -> tuple[int, ...]:
        """Find the columns of these headers; of equal headers the first wins."""
        return tuple(self.headers.index(header) for header in wanted if header in self.headers)

    def is_blank(self, cell: str) -> bool:
        """Say whether a cell says nothing."""
        plain = cell.strip()
        return not plain or plain in self._nothing

    def cell(self, record: Record, name: str) -> str:
        """Return the first cell of a field that says something, as it stands; else what blanks there are."""
        spaces = ""
        for at in self._at.get(name, ()):
            cell = record.cells[at]
            if not self.is_blank(cell):
                prefix = self.map_.strip_prefix.get(name)
                return cell.strip().removeprefix(prefix) if prefix else cell
            if not spaces and not cell.strip():
                spaces = cell
        return spaces

    def read(self, record: Record) -> Incoming | Refused:
        """Read one record; only the date received can cost it, a wrong optional value never does."""
        said = {name: self.cell(record, name).strip() for name in self._at}
        get = said.get
        received = self._moment(said, "received")
        if received is None:
            stated = get("received", "")
            reason = f"the date received cannot be read: {stated[:_SHOWN]!r}" if stated else "it has no date received"
            return Refused(record.line, record.number, reason, record.cells)
        occurred = self._moment(said, "occurred")
        source = self.source or get("source", "") or self.default_source
        reference = self._reference(get("reference", ""))
        title, text = self.cell(record, "title"), self._text(record, said)
        where = tuple(get(name, "") for name in ("house", "street", "locality", "postcode", "address", "unsplit"))
        word = get("category", "")
        reporter = reporter_of(
            get("reporter", ""),
            self._all_names(record, said),
            get("phone", ""),
            get("email", ""),
            get("feedback_wanted", ""),
            get("route", ""),
            flagged=wish_of(get("anonymous", "")) is True,
            named=self.map_.names_reporter,
        )
        latitude, longitude = self._point(said)
        content = (
            received.stored(),
            occurred.stored() if occurred else "",
            *(word, get("qualifier", ""), get("risk", ""), title, text, *where),
            *(reporter.kind, reporter.name, reporter.phone, reporter.email, str(reporter.feedback_wanted)),
            *(reporter.route, get("latitude", ""), get("longitude", "")),
        )
        status = get("status", "")
        return Incoming(
            line=record.line,
            record=record.number,
            source=source,
            source_ref=reference,
            # What became of a report changes from one export to the next, so it does not tell reports apart.
            identity=self._identities.of(source, reference, content),
            content=digest((source, reference, status, *content)),
            received=received,
            occurred=occurred,
            category=category_of(word, self.map_.categories),
            source_category=word,
            qualifier=qualifier_of(get("qualifier", "")),
            risk=risk_of(get("risk", "")),
            title=title,
            text=text,
            place=place_of(*where),
            reporter=reporter,
            status=status,
            latitude=latitude,
            longitude=longitude,
        )

    def _moment(self, said: dict[str, str], name: str) -> Moment | None:
        stated = said.get(name)
        return self.dates[name].read(stated, said.get(f"{name}_time", "")) if stated else None

    def _reference(self, cell: str) -> str:
        return cell.rstrip("/").rsplit("/", 1)[-1] if self.map_.reference_tail else cell

    def _text(self, record: Record, said: dict[str, str]) -> str:
        """Return the source's text; a risk or qualifier in words that we do not know is kept below it."""
        lost = [
            f"{label} as stated by the source: {said[name]}"
            for name, label, known in (("risk", "Risk", risk_of), ("qualifier", "Qualifier", qualifier_of))
            if said.get(name) and known(said[name]) is None
        ]
        text = self.cell(record, "text")
        return "\n".join((text, *lost)).lstrip("\n") if lost else text

    def _all_names(self, record: Record, said: dict[str, str]) -> tuple[str, ...]:
        if not self.map_.names_reporter:
            return ()
        parts = " ".join(filter(None, (said.get("first_name"), said.get("last_name"))))
        return (*(record.cells[at].strip() for at in self._names), *([parts] if parts else []))

    def _point(self, said: dict[str, str]) -> tuple[float | None, float | None]:
        latitude, longitude = said.get("latitude", ""), said.get("longitude", "")
        if not latitude and not longitude:
            latitude, longitude = point(said.get("address", "")) or ("", "")
        north, east = _degrees(latitude, _NORTH), _degrees(longitude, _EAST)
        return (north, east) if north is not None and east is not None else (None, None)


def _degrees(cell: str, most: int) -> float | None:
    try:
        degrees = float(cell)
    except ValueError:
        return None
    return degrees if math.isfinite(degrees) and abs(degrees) <= most else None
