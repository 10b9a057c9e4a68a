"""The families of records: what each figure of SPEC 8 counts."""

from csu_tui.data.queries.figures.family import AGENCY, CATEGORY, OF_REPORT, REPORT, Family, Join
from csu_tui.data.queries.incident import incident
from csu_tui.domain.standard import SOURCES

DIRECT = SOURCES[4]
"""The standard source of what residents tell the unit itself."""
STANDING = "r.history = 0 AND r.taken_back IS NULL"
_STANDS = "{0}.history = 0 AND {0}.taken_back IS NULL"
_LINKED = (
    "EXISTS (SELECT 1 FROM incident_link l JOIN report h ON h.id = l.same_as_id WHERE l.report_id = r.id"
    " AND l.undone = 0 AND {})"
)
"""Says whether a report is linked to one, `h`, that counts itself."""
_MATE = (
    f"incident_link k JOIN report q ON q.id = k.report_id AND {_STANDS.format('q')}"
    f" WHERE k.undone = 0 AND k.same_as_id = {incident('r')}"
)
"""Those of a report's incident, `q`, that are linked to the one that counts; itself among them where it is linked."""
_COUNTS = "NOT " + _LINKED.format(
    f"({_STANDS.format('h')} OR EXISTS (SELECT 1 FROM incident_link k JOIN report q ON q.id = k.report_id"
    f" WHERE k.same_as_id = h.id AND k.undone = 0 AND q.id < r.id AND {_STANDS.format('q')}))"
)
"""Says whether a report is the one of its incident that counts: of those linked to history the first."""
_TASKED = "m.state != 'abandoned' AND a.withdrawn = 0 AND r.taken_back IS NULL"
_OWED = "(f.state IN ('due', 'attempted', 'unknown') OR f.state = 'via organisation' AND f.via_done = 0)"
_ANSWERED = (
    f"CASE WHEN {_OWED} THEN r.id ELSE ifnull((SELECT l.same_as_id FROM incident_link l WHERE l.report_id = r.id"
    " AND l.undone = 0 AND l.shares_feedback = 1 LIMIT 1), r.id) END"
)
"""Under which report an answer counts: one that told both reporters once; who is owed one still, always by itself."""


def _day(time: str) -> dict[str, str]:
    return {"day": f"day[{time}]", "month": f"substr(day[{time}], 1, 7)"}


def _of(join: Join, column: str) -> Join:
    return join[0], join[1].format(column)


_REF = {"ref": "'R' || r.id", "number": "r.id"}

TASKINGS = Family(
    "taskings",
    "meeting m JOIN action a ON a.meeting_id = m.id JOIN report r ON r.id = a.report_id",
    _TASKED,
    "m.start",
    OF_REPORT | _REF | _day("m.start") | {"agency": "g.short", "what": "'M' || m.id"},
    (CATEGORY, _of(AGENCY, "a.agency_id")),
    unit=f"m.id, {incident('r')}",
    first="a.id",
)
TASKED = Family(
    "tasked",
    "meeting m JOIN action a ON a.meeting_id = m.id JOIN report r ON r.id = a.report_id",
    _TASKED,
    "m.start",
    OF_REPORT
    | _day("m.start")
    | {"ref": "'A' || a.id", "number": "a.id", "agency": "g.short", "status": "a.status", "what": "a.status"},
    (CATEGORY, _of(AGENCY, "a.agency_id")),
    groups=(("status",),),
)
CONTACTS = Family(
    "contacts",
    "contact n",
    "n.undone = 0 AND n.means IN ('visit', 'call')",
    "n.at",
    OF_REPORT
    | _day("n.at")
    | {
        "ref": "'R' || n.report_id",
        "number": "n.id",
        "agency": "g.short",
        "means": "n.means",
        "what": "n.means || CASE WHEN n.reached THEN ', reached' ELSE ', no answer' END",
    },
    (_of(REPORT, "n.report_id"), CATEGORY, _of(AGENCY, "n.agency_id")),
    groups=(("means", "agency"),),
)
GROUPS = Family(
    "groups",
    "taskgroup t",
    "t.undone = 0",
    "t.opened",
    _day("t.opened") | {"ref": "'T' || t.id", "number": "t.id", "agency": "g.short", "what": "''", "report": "NULL"},
    (_of(AGENCY, "t.lead_agency_id"),),
)
_REVIEW = OF_REPORT | {"ref": "'V' || v.id", "number": "v.id", "report": "v.report_id"}
REVIEWS_RAISED = Family(
    "reviews_raised",
    "case_review v",
    "v.undone = 0",
    "v.raised",
    _REVIEW | _day("v.raised") | {"what": "'raised'"},
    (_of(REPORT, "v.report_id"), CATEGORY),
)
REVIEWS_FORWARD = Family(
    "reviews_forward",
    "case_review v",
    "v.undone = 0 AND v.taken_forward = 1",
    "v.decided",
    _REVIEW | _day("v.decided") | {"what": "'taken forward'"},
    (_of(REPORT, "v.report_id"), CATEGORY),
)
ACTIONS = Family(
    "actions",
    "action a",
    "a.withdrawn = 0",
    "a.finished",
    OF_REPORT
    | _day("a.finished")
    | {
        "ref": "'A' || a.id",
        "number": "a.id",
        "agency": "g.short",
        "status": "a.status",
        "kind": "a.kind_id",
        "what": "k.name || CASE WHEN k.topic = '' THEN '' ELSE ' (' || k.topic || ')' END || ', ' || a.status",
    },
    (
        _of(REPORT, "a.report_id"),
        CATEGORY,
        _of(AGENCY, "a.agency_id"),
        ("k", " LEFT JOIN kind k ON k.id = a.kind_id"),
    ),
    groups=(("status", "kind"),),
)
_BY_REPORT = OF_REPORT | _REF | _day("r.received") | {"what": "r.source"}
REPORTS = Family(
    "reports",
    "report r",
    # A pair astride two spans counts where the report that counts lies, in no other.
    f"{STANDING} AND NOT {_LINKED.format(_STANDS.format('h'))}",
    "r.received",
    _BY_REPORT | {"hour": "CASE WHEN length(r.received) > 10 THEN substr(r.received, 1, 13) ELSE '' END"},
    (CATEGORY,),
    unit=incident("r"),
    first=f"(r.id != {incident('r')}) || r.received",
    groups=(("source", "headline"), ("place",)),
)
RESIDENTS = Family(
    "residents",
    "report r JOIN category b ON b.id = r.category_id",
    f"{STANDING} AND b.asb = 1 AND r.source = ? COLLATE NOCASE AND NOT "
    + _LINKED.format(
        f"{_STANDS.format('h')} AND h.source = ? COLLATE NOCASE"
        " AND (SELECT z.asb FROM category z WHERE z.id = h.category_id) = 1"
    ),
    "r.received",
    _BY_REPORT,
    (CATEGORY,),
    unit=incident("r"),
    first=f"(r.id != {incident('r')}) || r.received",
    values=(DIRECT, DIRECT),
)
FEEDBACK = Family(
    "feedback",
    "meeting m JOIN agenda_step s ON s.meeting_id = m.id JOIN report r ON r.id = s.report_id"
    " JOIN feedback f ON f.report_id = r.id",
    "m.state != 'abandoned' AND s.kind = 'report' AND s.decision IS NOT NULL AND s.decision != 'hold over'"
    f" AND {STANDING}",
    "m.start",
    OF_REPORT
    | _REF
    | _day("m.start")
    | {
        "agency": "g.short",
        "state": "f.state",
        "via": "f.via_done",
        "answer": "CASE WHEN f.state = 'given' THEN 'told' WHEN f.state = 'via organisation' AND f.via_done THEN 'via'"
        " WHEN f.state IN ('anonymous', 'declined', 'not appropriate') THEN f.state ELSE 'outstanding' END",
        "what": "f.state || CASE WHEN f.state = 'via organisation' AND NOT f.via_done THEN ', to be done' ELSE '' END",
    },
    (CATEGORY, _of(AGENCY, "f.agency_id")),
    unit=_ANSWERED,
    first=f"(r.id != {_ANSWERED}) || m.start",
    groups=(("answer",), ("state", "via")),
)
FIRST_CONTACT = Family(
    "first_contact",
    f"report r JOIN contact n ON n.id = CASE WHEN EXISTS (SELECT 1 FROM {_MATE}) THEN"
    f" (SELECT o.id FROM contact o WHERE (o.report_id = r.id OR o.report_id IN (SELECT q.id FROM {_MATE}))"
    "  AND o.undone = 0 ORDER BY o.at, o.id LIMIT 1)"
    " ELSE (SELECT o.id FROM contact o WHERE o.report_id = r.id AND o.undone = 0 ORDER BY o.at, o.id LIMIT 1) END",
    f"{STANDING} AND {_COUNTS}",
    "r.received",
    _BY_REPORT
    | {
        "agency": "g.short",
        "days": "max(0, CAST(julianday(day[n.at]) - julianday(day[r.received]) AS INTEGER))",
        "what": "'first ' || n.means || ' ' || day[n.at]",
    },
    (CATEGORY, _of(AGENCY, "n.agency_id")),
    groups=(("days",),),
)
FINISH = Family(
    "finish",
    # The last of the incident to be finished; one that is not comes before all that are.
    f"report r JOIN report e ON e.id = CASE WHEN EXISTS (SELECT 1 FROM {_MATE}) THEN"
    f" (SELECT p.id FROM report p WHERE p.id = r.id OR p.id IN (SELECT q.id FROM {_MATE})"
    "  ORDER BY p.finished_on IS NULL DESC, p.finished_on DESC LIMIT 1) ELSE r.id END",
    f"{STANDING} AND r.finished_on IS NOT NULL AND e.finished_on IS NOT NULL AND {_COUNTS}",
    "r.received",
    _BY_REPORT
    | {
        "days": "max(0, CAST(julianday(day[e.finished_on]) - julianday(day[r.received]) AS INTEGER))",
        "what": "'finished ' || day[e.finished_on]",
    },
    (CATEGORY,),
    groups=(("days",),),
)
FAMILIES = {
    family.name: family
    for family in (
        *(TASKINGS, TASKED, CONTACTS, GROUPS, REVIEWS_RAISED, REVIEWS_FORWARD, ACTIONS),
        *(REPORTS, RESIDENTS, FEEDBACK, FIRST_CONTACT, FINISH),
    )
}
