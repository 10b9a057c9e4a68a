"""What officers do between meetings: actions worked on, reporters told."""

from datetime import date, datetime, time, timedelta

from csu_tui.domain.action import Action
from csu_tui.domain.feedback import OWED
from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.moment import local, london
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.words import ActionStatus, Family, FeedbackState, Means
from csu_tui.domain.working_days import add_working_days
from tests.sample.office import Office
from tests.sample.phrases import outcomes
from tests.sample.story import Deed, a_day

LAST = datetime.combine(date(2022, 3, 31), time(17, 45), london())
"""Nothing is done between the last evening and the morning on which the sample stands."""
_MEANS = {means.value.replace("-", ""): means for means in Means}
_IN_PERSON = {"visit": 3, "call": 12, "email": 4, "letter": 1}


def do(office: Office, action_id: ActionId, deed: Deed, chair: str = "") -> None:
    """Do what a deed says to an action, at its officer's desk or the chair's."""
    whose = office.desk("pnair").action(action_id)
    desk = office.desk(chair) if chair else office.acting(whose.agency_id, whose.officer)
    action = desk.action(action_id)
    verb, _, more = deed.verb.partition(" ")
    if verb == "redate":
        desk.redate(action, a_day(more), deed.words)
    elif verb == "hand":
        agency, _, surname = more.partition("/")
        officer = office.officers[surname][0] if surname else None
        desk.hand_over(action, office.agencies[agency], officer, deed.words)
    elif verb == "not":
        desk.finish(action, ActionStatus(deed.verb), deed.words)
    else:
        desk.finish(action, ActionStatus.DONE, deed.words, _made(office, action, more, in_meeting=bool(chair)))


def _made(office: Office, action: Action, how: str, *, in_meeting: bool) -> ContactMade | None:
    """Return the contact; what a meeting hears of was the evening before."""
    if action.family is not Family.CONTACT or not how:
        return None
    means, _, result = how.partition(" ")
    at = office.clock.at - timedelta(hours=17, minutes=20) if in_meeting else None
    return ContactMade(_MEANS[means], reached="reached" in result, settles="told" in result, at=at)


def tell(office: Office, report_id: ReportId, deed: Deed) -> None:
    """Do what a deed says to the ledger, by the agency that owes the answer."""
    found = _item(office, report_id)
    desk = office.acting(found.feedback.agency_id)
    feedback = desk.report(report_id, private=True).feedback
    verb, _, how = deed.verb.partition(" ")
    if verb == "via":
        desk.set_feedback(feedback, FeedbackState.VIA_ORGANISATION)
    elif verb == "x":
        desk.set_feedback(feedback, FeedbackState.NOT_APPROPRIATE, reason=deed.words)
    elif deed.words:
        desk.contact(report_id, ContactMade(_MEANS[how], verb == "given", deed.words, settles=verb == "given"))
    else:
        state = FeedbackState.GIVEN if verb == "given" else FeedbackState.ATTEMPTED
        desk.set_feedback(feedback, state, means=_MEANS[how])


def leave_action(office: Office, action: Action) -> None:
    """Let an action take a course of its own, where no story tells it: half are done before the meeting hears of it."""
    if office.random.random() < 0.6:
        at = office.office_hour(office.today(), max(office.today(), action.due))
        words = office.random.choice(outcomes(action.kind, action.family))
        how = "visit reached" if action.family is Family.CONTACT else ""
        if at < LAST:
            office.plan(at, lambda: do_if_open(office, action.id, Deed(1, at, f"done {how}".strip(), words)))


def do_if_open(office: Office, action_id: ActionId, deed: Deed) -> None:
    """Do what a deed says, unless a meeting has heard of it already."""
    if office.desk("pnair").action(action_id).status is ActionStatus.OPEN:
        do(office, action_id, deed)


def leave_feedback(office: Office, report_id: ReportId) -> None:
    """Let the answer take a course of its own, where no story tells it: most are given in time."""
    found = _item(office, report_id)
    state, due = found.feedback.state, found.feedback.due or add_working_days(office.today(), 3)
    at = office.office_hour(office.today(), max(due, office.today()))
    if state is FeedbackState.VIA_ORGANISATION:
        if at < LAST:
            office.plan(at, lambda: _tell_if_owed(office, report_id, "via"))
        return
    if state not in OWED:
        return
    means = office.random.choices(list(_IN_PERSON), list(_IN_PERSON.values()))[0]
    if office.random.random() < 0.2 and means in {"visit", "call"}:
        again = office.office_hour(add_working_days(local(at).date(), 1), add_working_days(local(at).date(), 2))
        if at < LAST:
            office.plan(at, lambda: _tell_if_owed(office, report_id, f"tried {means}"))
        at = again
    if at < LAST:
        office.plan(at, lambda: _tell_if_owed(office, report_id, f"given {means}"))


def _tell_if_owed(office: Office, report_id: ReportId, verb: str) -> None:
    feedback = _item(office, report_id).feedback
    via = feedback.state is FeedbackState.VIA_ORGANISATION and not feedback.via_done
    if via if verb == "via" else feedback.state in OWED:
        tell(office, report_id, Deed(1, office.clock.at, verb, ""))


def _item(office: Office, report_id: ReportId) -> Item:
    return office.desk("pnair").report(report_id, private=True)
