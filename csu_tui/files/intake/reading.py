"""A source's file as incoming reports: the one door of the intake."""

import hashlib
import stat
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import Incoming, IncomingFile, Refused
from csu_tui.domain.moment import local
from csu_tui.files.intake.date_column import decide
from csu_tui.files.intake.field_map import DateOrder, FieldMap
from csu_tui.files.intake.formats import read_table
from csu_tui.files.intake.proposal import SAYS_SOMETHING, propose
from csu_tui.files.intake.rows import RowReader
from csu_tui.files.intake.shipped import recognised, refuse_what_is_not_reports
from csu_tui.files.intake.table import Table

_SAMPLE = 200
_PROGRESS_EVERY = 1_000

Progress = Callable[[int, int], None]


def read_file(
    path: Path,
    *,
    source: str | None,
    map_: FieldMap | None,
    date_order: DateOrder | None,
    saved: Mapping[str, FieldMap] = {},
    now: datetime,
    progress: Progress | None = None,
) -> IncomingFile:
    """Read a whole file before anything else is done with it (SPEC 7).

    `saved` are maps by the source's name; `progress` is told (rows done, rows in all). A file that cannot be read, or
    that holds no reports, raises RuleError with one sentence; a row that cannot be read is among `refused`.
    """
    content = _bytes(path)
    return read_content(
        content, path.name, source=source, map_=map_, date_order=date_order, saved=saved, now=now, progress=progress
    )


def read_content(
    content: bytes,
    name: str,
    *,
    source: str | None,
    map_: FieldMap | None,
    date_order: DateOrder | None,
    saved: Mapping[str, FieldMap] = {},
    now: datetime,
    progress: Progress | None = None,
) -> IncomingFile:
    """Read a file's bytes as `read_file` does; `name` is the file's own."""
    table = read_table(content, name)
    if map_ is None:
        refuse_what_is_not_reports(table.headers, name)
    chosen = _map_for(table, name, source, map_, saved)
    default = chosen.source or Path(name).stem
    reader = RowReader(chosen, table.headers, source or "", default, {})
    _decide_dates(table, name, reader, date_order, local(now).year)
    rows, refused = _rows(table, reader, progress)
    dates = reader.dates["received"]
    sources = {row.source for row in rows}
    return IncomingFile(
        name=name,
        digest=hashlib.sha256(content).hexdigest(),
        source=source or (sources.pop() if len(sources) == 1 else default),
        format=table.format,
        map=chosen.name,
        encoding=table.encoding,
        date_order=dates.order or "iso",
        headers=table.headers,
        rows=rows,
        refused=refused,
        date_proof=dates.proof,
    )


def _bytes(path: Path) -> bytes:
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise RuleError(f"{path} is a folder, not a file.")
        if not stat.S_ISREG(kind):
            raise RuleError(f"{path} is not a file that can be read.")
        return path.read_bytes()
    except FileNotFoundError:
        raise RuleError(f"There is no file {path}.") from None
    except PermissionError:
        raise RuleError(f"{path} may not be read by this user.") from None
    except (OSError, ValueError) as error:
        raise RuleError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    except MemoryError:
        raise RuleError(f"{path} is too large to be read here.") from None


def _map_for(
    table: Table, name: str, source: str | None, map_: FieldMap | None, saved: Mapping[str, FieldMap]
) -> FieldMap:
    """Choose the map: the one asked for, the source's own, a shipped one, any saved one that fits, a proposed one."""
    if map_ is not None:
        wanted = map_.columns.get("received", ())
        if not any(header in table.headers for header in wanted):
            raise RuleError(f"{name} has no column {' or '.join(map(repr, wanted))}, which map {map_.name} needs.")
        return map_
    own = next((m for key, m in saved.items() if source and key.casefold() == source.casefold()), None)
    if own and own.fits(table.headers):
        return own
    known = recognised(table.headers)
    if known:
        return known
    fitting = [m for m in saved.values() if m.fits(table.headers) and _finds_all(m, table.headers)]
    if fitting:
        return max(fitting, key=lambda m: m.matches(table.headers))
    proposed = propose(table.headers, [record.cells for record in table.records[:_SAMPLE]])
    if "received" not in proposed.columns:
        raise RuleError(
            f"{name} has no column that could be the date received: if it does hold reports, name the column with "
            "--map FILE.toml."
        )
    if not any(field in proposed.columns for field in SAYS_SOMETHING):
        raise RuleError(
            f"{name} has no column that says what happened or where: if it does hold reports, name the columns with "
            "--map FILE.toml."
        )
    return proposed


def _decide_dates(table: Table, name: str, reader: RowReader, asked: DateOrder | None, this_year: int) -> None:
    """Decide each date column; the date of the behaviour, being optional, follows the other where it is in doubt."""
    for field in ("received", "occurred"):
        header = next((h for h in reader.map_.columns.get(field, ()) if h in table.headers), None)
        if header is None:
            continue
        first = reader.dates.get("received")
        reader.dates[field] = decide(
            name,
            header,
            ((record.line, reader.cell(record, field).strip()) for record in table.records),
            asked=None if first else asked,
            otherwise=asked or first.order if first else None,
            map_=reader.map_,
            this_year=this_year,
            blank=reader.is_blank,
        )


def _finds_all(map_: FieldMap, headers: tuple[str, ...]) -> bool:
    """Say whether every field of a saved map has a column here, so that it may be taken without its source's name."""
    return map_.matches(headers) == len(map_.columns)


def _rows(
    table: Table, reader: RowReader, progress: Progress | None
) -> tuple[tuple[Incoming, ...], tuple[Refused, ...]]:
    rows: list[Incoming] = []
    refused = list(table.refused)
    total = len(table.records)
    for done, record in enumerate(table.records, 1):
        read = reader.read(record)
        if isinstance(read, Incoming):
            rows.append(read)
        else:
            refused.append(read)
        if progress and (done % _PROGRESS_EVERY == 0 or done == total):
            progress(done, total)
    return tuple(rows), tuple(sorted(refused, key=lambda each: (each.line, each.record)))
