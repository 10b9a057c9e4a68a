"""The ASB Case Review in words: what is due to a report's caller, and the reviews raised."""

from datetime import date

from csu_tui.domain.case_review import CaseReview, CaseReviewFlag
from csu_tui.domain.dates import say_day
from csu_tui.domain.reference import case_review_ref, report_ref
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Piece, Role, cut, flowed, line, piece, spread, wrapped
from csu_tui.tui.present.listing import Listed, arrow, lit
from csu_tui.tui.present.phrase import plural

TALL = 2


def flag_pieces(flag: CaseReviewFlag, today: date) -> list[Piece]:
    """Say the count and what is due, where something is due or a review stands."""
    if not flag.shows:
        return []
    due = "" if flag.recent(today) else flag.due
    said = ", ".join(part for part in (flag.near(), due) if part)
    return [piece(" ".join(("case review:", said)), Role.WARN if due else Role.TEXT)]


def flag_lines(flag: CaseReviewFlag, today: date, room: int, sign: Sign = ours) -> list[Line]:
    """Say which key does what is due and on what ground, or where the review stands that was raised."""
    if review := flag.recent(today):
        again = keyed("{R} raises another", sign) if flag.met and review.closed else ""
        return flowed([piece(review_words(review, today)), piece(again)], room)
    if not flag.due:
        return []
    moves = keyed("{R} raises one, {g} starts a group", sign) if flag.met else ""
    parts = [piece(moves, Role.WARN), piece(flag.many(), Role.WARN), piece(flag.undated())]
    parts += [piece(" ".join((case_review_ref(one.id), "is open for this place"))) for one in flag.others[:1]]
    return flowed(parts, room)


def review_words(review: CaseReview, today: date) -> str:
    """Say one review: number, day raised, where it stands."""
    return " ".join((case_review_ref(review.id), "raised", say_day(review.raised, today) + ":", review.stands()))


def about_words(flag: CaseReviewFlag, today: date) -> str:
    """Say before a review is raised or moved what is known."""
    if flag.open is not None:
        return review_words(flag.open, today) + "."
    months = plural(flag.thresholds.months, "month")
    near = " ".join(("This caller has", plural(flag.qualifying, "qualifying report"), "in", months))
    undated = "".join((" (", flag.undated(), ")")) if flag.by_received else ""
    needed = "".join((", the threshold is ", str(flag.thresholds.met)))
    said = ": ".join(part for part in ("".join((near, undated, needed)), flag.words()) if part) + "."
    return " ".join((said, *(review_words(one, today) + "." for one in flag.reviews[:1])))


def review_list(reviews: tuple[CaseReview, ...], at: int, today: date, room: int, sign: Sign = ours) -> Listed:
    """Lay the reviews out, newest first, two lines each."""
    if not reviews:
        none = keyed(
            "No ASB Case Review has been raised. {MeetingScreen.R} raises one, on a report in the meeting.", sign
        )
        return Listed((BLANK, *wrapped(none, room, Role.STRONG, " ", " ")))
    still = sum(review.closed is None for review in reviews)
    said = ", ".join((plural(len(reviews), "case review"), " ".join((str(still), "open"))))
    lines: list[Line] = [BLANK, line(" " + said.upper(), Role.STRONG), BLANK]
    starts = []
    for row, review in enumerate(reviews):
        starts.append(len(lines))
        lines += _row(review, today, here=row == at, room=room)
    return Listed(tuple(lines), tuple(starts), TALL)


def _row(review: CaseReview, today: date, *, here: bool, room: int) -> list[Line]:
    refs = " ".join((case_review_ref(review.id).ljust(4), report_ref(review.report_id).ljust(7)))
    about = ", ".join(part for part in (review.headline, review.place.line()) if part)
    days = ((review.closed, "closed"), (review.decided, "decided"))
    last = next((" ".join((word, say_day(day, today))) for day, word in days if day is not None), "")
    words = " · ".join(part for part in (last, review.why, review.outcome) if part)
    stage = piece(review.stands().removesuffix(", closed"), Role.TEXT if review.closed else Role.WARN)
    raised = (piece(" ".join(("raised", say_day(review.raised, today), ""))),)
    head = spread((arrow(here=here), piece(" ".join((refs, about)))), raised, room)
    more = piece(" · " + words if words else "", Role.DIM)
    return [lit(head, here=here), cut((piece(" " * 16), stage, more), room)]
