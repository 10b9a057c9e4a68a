"""HOTSPOTS AND CASE REVIEW FLAGS: what the meeting was warned about, and the case reviews that it moved."""

from csu_tui.domain.snapshot import CaseReviewMoved, CaseReviewWords, HotspotEntry, Snapshot
from csu_tui.files.minutes.page import Page, name, words
from csu_tui.files.minutes.saying import Calendar, count, place


def write_flags(page: Page, snapshot: Snapshot) -> None:
    """Write where reports pile up, who may ask for an ASB Case Review, and which reviews were raised or decided."""
    page.heading("HOTSPOTS AND CASE REVIEW FLAGS")
    flags = snapshot["flags"]
    moved = flags.get("reviews", [])
    if not (flags["hotspots"] or flags["case_reviews"] or moved):
        page.line("None.")
    for spot in flags["hotspots"]:
        page.line(f"Hotspot: {place(spot['place']) or 'place not named'}, {_many(spot)}", hang=2)
    for flag in flags["case_reviews"]:
        said = f"{flag['qualifying']} of {flag['threshold']}, {name(flag['words'])}"
        page.line(f"Case review: {name(flag['report'])} {name(flag['headline'])}, {said}", hang=2)
    for review in moved:
        _write_moved(page, review, Calendar(snapshot))


def _many(spot: HotspotEntry) -> str:
    said = f"{count(spot['reports'], 'report')} in {count(spot['days'], 'day')}"
    if "before" not in spot or "trend" not in spot:
        return said
    return f"{said}, {spot['before']} in the {count(spot['days'], 'day')} before: {name(spot['trend'])}"


def _write_moved(page: Page, review: CaseReviewMoved, calendar: Calendar) -> None:
    about = f"{name(review['case_review'])} on {name(review['report'])} {name(review['headline'])}"
    said = f"raised {calendar.day(review['raised'])}, {name(review['words'])}"
    free: CaseReviewWords = review.get("free", {})
    page.line(f"ASB Case Review {about}: {said}", hang=2)
    page.row("Reason", words(free.get("reason", "")), 2)
    page.row("Outcome", words(free.get("outcome", "")), 2)
