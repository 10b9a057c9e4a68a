"""What a meeting was warned about: hotspots, and who may ask for an ASB Case Review; and the reviews that it moved."""

from csu_tui.data.connection import Connection
from csu_tui.data.queries import case_review as case_reviews
from csu_tui.data.queries import hotspot as hotspots
from csu_tui.domain.agenda import Step
from csu_tui.domain.case_review import CaseReview
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.moment import local
from csu_tui.domain.place import Place
from csu_tui.domain.reference import case_review_ref, report_ref
from csu_tui.domain.snapshot import CaseReviewEntry, CaseReviewMoved, FlagsEntry, HotspotEntry, PlaceEntry
from csu_tui.domain.words import StepKind


def take_flags(connection: Connection, meeting: Meeting, steps: tuple[Step, ...]) -> FlagsEntry:
    """Return the hotspots of the meeting's day, the flags of its reports, and the case reviews that it moved."""
    on_reports = (step for step in steps if step.kind is StepKind.REPORT and not step.gone)
    flags = (_flag(connection, step) for step in on_reports)
    return {
        "hotspots": _hotspots(connection, meeting),
        "case_reviews": [flag for flag in flags if flag is not None],
        "reviews": [_review(review) for review in case_reviews.moved_in(connection, meeting.id)],
    }


def _hotspots(connection: Connection, meeting: Meeting) -> list[HotspotEntry]:
    return [
        {
            "place": _place(spot.place),
            "reports": spot.reports,
            "before": spot.before,
            "trend": spot.trend.value,
            "days": spot.days,
        }
        for spot in hotspots.hotspots(connection, local(meeting.start).date())
    ]


def _flag(connection: Connection, step: Step) -> CaseReviewEntry | None:
    flag = case_reviews.flag(connection, step.report_id)
    if not flag.due:
        return None
    return {
        "report": report_ref(step.report_id),
        "headline": step.headline,
        "qualifying": flag.qualifying,
        "threshold": flag.thresholds.met,
        "words": ", ".join(part for part in (flag.words(), flag.undated()) if part),
    }


def _review(review: CaseReview) -> CaseReviewMoved:
    return {
        "case_review": case_review_ref(review.id),
        "report": report_ref(review.report_id),
        "headline": review.headline,
        "raised": review.raised.isoformat(),
        "threshold_met": review.threshold_met,
        "taken_forward": review.taken_forward,
        "decided": review.decided.isoformat() if review.decided else None,
        "closed": review.closed.isoformat() if review.closed else None,
        "words": review.stands(),
        "free": {"reason": review.why, "outcome": review.outcome},
    }


def _place(place: Place) -> PlaceEntry:
    return {"street": place.street, "locality": place.locality, "outward": place.postcode}
