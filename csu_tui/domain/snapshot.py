"""What a meeting leaves behind when it closes: the one source of its minutes (SPEC 3.7), and the `minutes` JSON."""

from typing import NotRequired, TypedDict

_UNIT_WIDE = ("format", "meeting", "window", "chair", "present", "apologies", "held_over", "totals")
_REVIEWED = (
    *("action", "report", "headline", "place", "agency", "officer", "due", "overdue", "carried_over"),
    *("sensitive", "status", "review", "new_due", "handed_to", "handed_to_officer"),
)
_REPORT = (
    *("report", "source", "received", "late", "held_over", "raised", "taken_back", "headline", "place", "risk"),
    *("sensitive", "decision", "reason_standard", "same_incident_as", "group"),
)
_PLACE = ("street", "locality", "outward")
_TASK = ("action", "agency", "officer", "due", "status")
_FEEDBACK = ("state", "due", "agency", "attempts")
_GROUP = (
    *("group", "lead", "due", "overdue", "carried_over", "sensitive", "on_agenda", "started", "closed", "review"),
    *("report_back", "lead_now", "reports", "added", "count"),
)
_HOTSPOT = ("reports", "days", "before", "trend")
_FLAG = ("report", "headline", "qualifying", "threshold", "words")
_MOVED = (
    *("case_review", "report", "headline", "raised", "threshold_met", "taken_forward", "decided", "closed", "words"),
)
_AMENDMENT = ("subject", "field", "at", "by")
_SAFE_FIELDS = frozenset({"decision", "owner", "due", "risk"})
"""What an amendment may change whose old and new value hold no free words."""


class MeetingEntry(TypedDict):
    """The sitting; times are ISO 8601 with offset, `end` is null while it is open."""

    meeting: str
    state: str
    unit: str
    marking: str
    redacted_marking: str
    confidentiality: str
    start: str
    end: str | None


class WindowEntry(TypedDict):
    """The time that the meeting covered."""

    start: str
    end: str


class AttendeeEntry(TypedDict):
    """One line of the roll."""

    agency: str
    name: str


class PlaceEntry(TypedDict):
    """The place as a room may read it."""

    street: str
    locality: str
    outward: str


class ReviewWords(TypedDict, total=False):
    """Free words about a reviewed action: what was asked, what came of it, what the meeting said."""

    text: str
    outcome: str
    comment: str


class ActionReviewed(TypedDict):
    """One due action of the agenda, whose and due when as the meeting found it.

    `review` is null if the meeting did not reach it, `status` is where it stood at the close.
    """

    action: str
    report: str
    headline: str
    place: PlaceEntry
    agency: str
    officer: str
    kind: NotRequired[str]
    due: str
    overdue: bool
    carried_over: int
    sensitive: bool
    status: NotRequired[str]
    review: str | None
    new_due: str | None
    handed_to: str | None
    handed_to_officer: NotRequired[str]
    free: NotRequired[ReviewWords]


class TaskWords(TypedDict, total=False):
    """Free words of an action."""

    text: str


class TaskEntry(TypedDict):
    """One action that this meeting made."""

    action: str
    agency: str
    officer: str
    kind: NotRequired[str]
    due: str
    status: str
    free: NotRequired[TaskWords]


class FeedbackWords(TypedDict, total=False):
    """Free words of the ledger."""

    reason: str


class FeedbackEntry(TypedDict):
    """The plan for telling the reporter."""

    state: str
    due: str | None
    agency: str | None
    attempts: int
    free: NotRequired[FeedbackWords]


class ReportWords(TypedDict, total=False):
    """Free words of a report, the source's and the meeting's."""

    title: str
    text: str
    comment: str


class PersonalEntry(TypedDict, total=False):
    """Who and which house; no phone, no e-mail."""

    name: str
    house: str
    postcode: str
    unsplit: str


class ReportEntry(TypedDict):
    """One report of the agenda; `received` as exactly as it was stated (with offset, a day, or a month)."""

    report: str
    source: str
    source_ref: NotRequired[str]
    received: str
    late: bool
    held_over: bool
    raised: bool
    taken_back: bool
    headline: str
    place: PlaceEntry
    category: str
    risk: str
    qualifier: NotRequired[str | None]
    sensitive: bool
    decision: str | None
    reason: NotRequired[str]
    reason_standard: bool
    same_incident_as: str | None
    group: NotRequired[str]
    """The Task and Finish Group that it was put into."""
    actions: list[TaskEntry]
    feedback: FeedbackEntry
    reporter_kind: NotRequired[str]
    free: NotRequired[ReportWords]
    personal: NotRequired[PersonalEntry]


class GroupWords(TypedDict, total=False):
    """Free words of a group: what it is called and about, and what this meeting heard of it."""

    name: str
    concern: str
    heard: str
    outcome: str
    comment: str


class GroupEntry(TypedDict):
    """A Task and Finish Group that reported back, was started, or took reports in this meeting.

    `lead` and `due` are as the meeting found them, `lead_now` and `report_back` as it left them; `review` is null where
    it was on the agenda and not heard. `added` are the reports that this meeting put in, `count` counts linked ones
    once. `sensitive`: about a person, or with a sensitive report in it.
    """

    group: str
    lead: str
    lead_now: str
    due: str | None
    overdue: bool
    report_back: str | None
    carried_over: int
    sensitive: bool
    on_agenda: bool
    started: bool
    closed: bool
    review: str | None
    reports: list[str]
    added: list[str]
    count: int
    members: NotRequired[list[str]]
    """Its agencies beside the lead."""
    free: NotRequired[GroupWords]


class HotspotEntry(TypedDict):
    """A place with many reports in so many days."""

    place: PlaceEntry
    reports: int
    days: int
    before: NotRequired[int]
    """How many in as many days before."""
    trend: NotRequired[str]


class CaseReviewEntry(TypedDict):
    """How near a report's reporter is to the case-review threshold, and what is due to them, in standard words."""

    report: str
    headline: str
    qualifying: int
    threshold: int
    words: str


class CaseReviewWords(TypedDict, total=False):
    """Free words about a case review: why it was decided so, what came of it."""

    reason: str
    outcome: str


class CaseReviewMoved(TypedDict):
    """A case review that this meeting raised, decided or closed; `words` say where it stood then."""

    case_review: str
    report: str
    headline: str
    raised: str
    threshold_met: bool | None
    taken_forward: bool | None
    decided: str | None
    closed: str | None
    words: str
    free: NotRequired[CaseReviewWords]


class FlagsEntry(TypedDict):
    """What the meeting was warned about, and the case reviews that it moved (absent from older snapshots)."""

    hotspots: list[HotspotEntry]
    case_reviews: list[CaseReviewEntry]
    reviews: NotRequired[list[CaseReviewMoved]]


class AmendmentWords(TypedDict, total=False):
    """Why it was amended."""

    reason: str


class AmendmentEntry(TypedDict):
    """A correction after the close: `subject` is a report, an action or the meeting; the old line stays."""

    subject: str
    field: str
    before: NotRequired[str]
    after: NotRequired[str]
    at: str
    by: str
    free: NotRequired[AmendmentWords]


class Snapshot(TypedDict):
    """A meeting as it stood when it closed; where `free` or `personal` is absent it was redacted or purged.

    Ids are strings like "R1042", days and times ISO 8601 (times with offset).
    """

    format: int
    meeting: MeetingEntry
    window: WindowEntry
    chair: str
    present: list[AttendeeEntry]
    apologies: list[AttendeeEntry]
    actions_reviewed: list[ActionReviewed]
    reports: list[ReportEntry]
    groups: NotRequired[list[GroupEntry]]
    """Absent from snapshots of before there were groups."""
    held_over: list[str]
    flags: FlagsEntry
    totals: dict[str, int]
    amendments: list[AmendmentEntry]


def redacted(snapshot: Snapshot) -> Snapshot:
    """Keep, field by named field, what anybody may read (SPEC 6); what is not named here is absent, not blank.

    Staff stay (chair, roll, officers): they act in their office. Every free word, the reporter and the house go. A
    reason stays where it is one of the standard list. Of a sensitive report the category, qualifier, the source's own
    reference and the kinds of its actions go too, since a kind such as "Prevent" names the concern.
    """
    kept = _keep(snapshot, _UNIT_WIDE)
    kept["actions_reviewed"] = [
        _coded(action, _REVIEWED) | {"place": _placed(action)} for action in snapshot["actions_reviewed"]
    ]
    kept["reports"] = [_report(report) for report in snapshot["reports"]]
    if "groups" in snapshot:
        kept["groups"] = [_group(group) for group in snapshot["groups"]]
    kept["flags"] = _flags(snapshot["flags"])
    kept["amendments"] = [_amendment(amendment) for amendment in snapshot["amendments"]]
    return kept  # type: ignore[return-value]


def _keep(entry: object, names: tuple[str, ...]) -> dict[str, object]:
    fields: dict[str, object] = entry  # type: ignore[assignment]
    return {name: fields[name] for name in names if name in fields}


def _coded(entry: ActionReviewed | TaskEntry, names: tuple[str, ...], *, sensitive: bool = False) -> dict[str, object]:
    hidden = sensitive or entry.get("sensitive", False)
    return _keep(entry, names if hidden else (*names, "kind"))


def _placed(entry: ActionReviewed | ReportEntry | HotspotEntry) -> dict[str, object]:
    return _keep(entry["place"], _PLACE)


def _report(report: ReportEntry) -> dict[str, object]:
    sensitive = report["sensitive"]
    kept = _keep(report, _REPORT if sensitive else (*_REPORT, "source_ref", "qualifier"))
    kept["place"] = _placed(report)
    kept["category"] = report["headline"] if sensitive else report["category"]
    if report["reason_standard"] and "reason" in report:
        kept["reason"] = report["reason"]
    kept["actions"] = [_coded(action, _TASK, sensitive=sensitive) for action in report["actions"]]
    kept["feedback"] = _keep(report["feedback"], _FEEDBACK)
    return kept


def _group(group: GroupEntry) -> dict[str, object]:
    return _keep(group, _GROUP if group["sensitive"] else (*_GROUP, "members"))


def _flags(flags: FlagsEntry) -> dict[str, object]:
    kept: dict[str, object] = {
        "hotspots": [_keep(spot, _HOTSPOT) | {"place": _placed(spot)} for spot in flags["hotspots"]],
        "case_reviews": [_keep(flag, _FLAG) for flag in flags["case_reviews"]],
    }
    return kept | ({"reviews": [_keep(one, _MOVED) for one in flags["reviews"]]} if "reviews" in flags else {})


def _amendment(amendment: AmendmentEntry) -> dict[str, object]:
    safe = amendment["field"] in _SAFE_FIELDS
    return _keep(amendment, (*_AMENDMENT, "before", "after") if safe else _AMENDMENT)
