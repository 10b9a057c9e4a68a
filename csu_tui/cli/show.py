"""`show`: one report with its record."""

from datetime import date

import click

from csu_tui.cli import completing, group_shapes, shapes
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, private_option, say, with_session
from csu_tui.desk.desk import Desk
from csu_tui.domain.case_review import CaseReviewFlag
from csu_tui.domain.change import Change
from csu_tui.domain.dates import say_day, say_moment
from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import called
from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.item import Earlier, Item, SeenBefore
from csu_tui.domain.moment import local
from csu_tui.domain.reference import action_ref, case_review_ref, group_ref, read_reference, report_ref
from csu_tui.domain.text import clean, wrap
from csu_tui.domain.words import ActionStatus, FeedbackState

OTHERS = {
    "T": ("a Task and Finish Group", "group show {} shows it"),
    "V": ("an ASB Case Review", "case-review list shows it with its report"),
    "M": ("a meeting", "minutes {} prints its minutes"),
    "I": ("an import", "imports lists it"),
}
"""What else has a reference: its name, and the command that shows it."""


@click.command()
@click.argument("report", metavar="R1042", shell_complete=completing.reports)
@json_option
@private_option
@with_session
def show(session: Session, report: str, json_: bool, private: bool) -> None:
    """Show one report: its place, actions, contacts, feedback, what was seen before, and its record.

    Of an action, A2207, the report that it was made for.
    """
    desk = session.desk()
    report_id = _report_of(desk, report)
    item = desk.report(report_id)
    if private:
        item = desk.reveal(report_id)
    changes = [c for subject in _subjects(item) for c in desk.changes(subject, private=private)]
    changes.sort(key=lambda change: change.id)
    if json_:
        today = desk.today()
        as_json(
            shapes.report(item.report)
            | {
                "actions": [shapes.action(a, item.report.headline, a.overdue(today)) for a in item.actions],
                "contacts": [shapes.contact(c) for c in item.contacts],
                "feedback": shapes.feedback(item.feedback),
                "groups": [group_shapes.in_group(one) for one in item.groups],
                "seen_before": shapes.seen_before(item),
                "changes": [shapes.change(c) for c in changes],
            }
        )
        return
    _tell(item, tuple(changes), session)


def _report_of(desk: Desk, text: str) -> ReportId:
    """Read a report's reference, or an action's, whose report it then is; of anything else name the command."""
    letter = text.strip()[:1].upper()
    if letter == "A":
        action = desk.action(ActionId(read_reference(text, letter)))
        say(f"{action_ref(action.id)} is an action of {report_ref(action.report_id)}, which follows.")
        return action.report_id
    if letter in OTHERS:
        what, command = OTHERS[letter]
        ref = f"{letter}{read_reference(text, letter)}"
        raise RuleError(f"{ref} is {what}, no report: csu-tui {command.format(ref)}.")
    return ReportId(read_reference(text, "R"))


def _tell_seen(seen: SeenBefore, today: date) -> None:
    parts = [
        f"{seen.place_28_days} here in 28 days, {seen.place_6_months} in 6 months",
        f"{seen.reporter_6_months} from this reporter",
    ]
    parts += (
        [f"{seen.open_actions} action{'' if seen.open_actions == 1 else 's'} open here"] if seen.open_actions else []
    )
    parts += [f"{seen.sensitive} sensitive, not listed"] if seen.sensitive else []
    lines(f"SEEN BEFORE  {'; '.join(parts)}")
    if seen.case_review.shows:
        lines(f"CASE REVIEW  {_say_review(seen.case_review, today)}")
    if seen.incident:
        lines(f"  same incident as {', '.join(report_ref(number) for number in seen.incident)}")
    table((f"  {say_moment(e.received, today)}", report_ref(e.report_id), _what(e), _done(e)) for e in seen.earlier)


def _say_review(flag: CaseReviewFlag, today: date) -> str:
    parts = [": ".join(part for part in (flag.count(), flag.words()) if part)]
    parts += [f"{case_review_ref(one.id)} raised {say_day(one.raised, today)}: {one.stands()}" for one in flag.reviews]
    return "; ".join(parts)


def _what(earlier: Earlier) -> str:
    return earlier.headline if earlier.same_place else f"{earlier.headline} (same caller, elsewhere)"


def _done(earlier: Earlier) -> str:
    done = [" ".join((a.agency, a.kind, a.status.value, a.outcome)).strip() for a in earlier.actions]
    return "; ".join(done) or ": ".join(part for part in (earlier.decision or "", earlier.reason) if part)


def _subjects(item: Item) -> tuple[str, ...]:
    reviews = (one for one in item.seen_before.case_review.reviews if one.report_id == item.report.id)
    refs = (*(action_ref(a.id) for a in item.actions), *(case_review_ref(one.id) for one in reviews))
    return (report_ref(item.report.id), *refs)


def _tell(item: Item, changes: tuple[Change, ...], session: Session) -> None:
    report, today = item.report, local(session.desk().now()).date()
    who = report.reporter
    details = ", ".join(part for part in (who.name, who.phone, who.email) if part)
    lines(
        f"{report_ref(report.id)}  {report.headline.upper()}  {report.risk.upper()}",
        report.place.line() or "no place",
        f"{report.source} · {report.source_ref or 'no reference'} · received {say_moment(report.received, today)}"
        f" · {who.kind}{', details hidden' if not report.shown else ''}",
    )
    if details:
        lines(details)
    for line in wrap(clean(report.called), 80) if report.called else ():
        lines(line)
    for paragraph in clean(report.text, lines=True).split("\n") if report.text else ():
        for line in wrap(paragraph, 80):
            lines(line)
    _tell_seen(item.seen_before, today)
    lines("ACTIONS" if item.actions else "ACTIONS  none")
    table(
        (
            action_ref(a.id),
            a.agency,
            a.kind,
            a.status,
            f"by {say_day(a.due, today)}" if a.status is ActionStatus.OPEN else "",
            "; ".join(part for part in (a.text, a.outcome) if part),
        )
        for a in item.actions
    )
    lines("CONTACTS" if item.contacts else "CONTACTS  none")
    table(
        (f"{local(c.at):%d %b %H:%M}", c.agency, c.means, "reached" if c.reached else "no answer", c.note)
        for c in item.contacts
    )
    feedback = item.feedback
    owed = feedback.state in (FeedbackState.DUE, FeedbackState.ATTEMPTED)
    due = f", by {say_day(feedback.due, today)}" if feedback.due and owed else ""
    shared = f", one answer with {', '.join(report_ref(one) for one in item.told_with)}" if item.told_with else ""
    lines(f"FEEDBACK  {feedback.state}{due}{f', {feedback.agency}' if feedback.agency else ''}{shared}")
    for one in item.groups[:1]:
        back = f", reports back {say_day(one.report_back, today)}" if one.report_back and not one.closed else ""
        name = "" if one.name == called(one.group_id) else f" {one.name}"
        lines(f"GROUP  {group_ref(one.group_id)}{name}, lead {one.lead}{', closed' if one.closed else back}")
    lines("RECORD")
    table((f"{local(c.at):%d %b %Y %H:%M}", c.who, c.subject, c.said) for c in changes)
