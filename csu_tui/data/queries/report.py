"""One report, whole."""

import sqlite3

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import CategoryId, ReportId
from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.report import Report, Reporter
from csu_tui.domain.words import Qualifier, ReporterKind, Risk

SQL = (
    "SELECT r.id, r.version, source, source_ref, received, occurred, category_id, c.name, c.asb, c.sensitive,"
    " qualifier, risk, title, text, house, street, locality, postcode, unsplit, reporter_kind, r.name, phone, email,"
    " feedback_wanted, route, status, history, source_category"
    " FROM report r JOIN category c ON c.id = category_id WHERE r.id = ?"
)


def report(connection: sqlite3.Connection, report_id: int) -> Report:
    """Return report `report_id`; raises RuleError where there is none."""
    r = connection.execute(SQL, (report_id,)).fetchone()
    if r is None:
        raise RuleError(f"There is no report R{report_id}.")
    return Report(
        id=ReportId(r[0]),
        version=r[1],
        source=r[2],
        source_ref=r[3],
        received=Moment.read(r[4]),
        occurred=Moment.read(r[5]) if r[5] else None,
        category_id=CategoryId(r[6]),
        category=r[7],
        asb=bool(r[8]),
        sensitive=bool(r[9]),
        qualifier=Qualifier(r[10]) if r[10] else None,
        risk=Risk(r[11]),
        title=r[12],
        text=r[13],
        place=Place(*r[14:19]),
        reporter=Reporter(ReporterKind(r[19]), r[20], r[21], r[22], None if r[23] is None else bool(r[23]), r[24]),
        status=r[25],
        history=bool(r[26]),
        source_category=r[27],
    )
