"""What the meeting and its officers do."""

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import ActionFilter, Assignment, ContactMade, NewReport, ReportEdit
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means, Risk, StepKind
from tests.desk.strokes.unit import Unit, digits, which, who
from tests.factories import HOSTILE, agency, open_meeting

HOLIDAYS = frozenset(
    map(
        date.fromisoformat,
        (
            *("2021-12-27", "2021-12-28", "2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02"),
            *("2022-06-03", "2022-08-29", "2022-09-19", "2022-12-26", "2022-12-27", "2023-01-02"),
        ),
    )
)
"""England's bank holidays of those months, from gov.uk."""


class Meetings(Unit):
    """Meetings opened, walked, decided, ended; actions and contacts beside them."""

    @rule(login=who)
    def open(self, login: str) -> None:
        opened = self.desks[login].meeting()
        waiting = {step.report_id for step in self.desks[login].agenda().steps if step.kind is StepKind.REPORT}
        self.stroke(login, open_meeting)
        if opened is None:
            taken = [step.report_id for step in self.desks[login].agenda().steps if step.kind is StepKind.REPORT]
            assert len(taken) == len(waiting)
            assert set(taken) == waiting

    @rule(login=who, number=which, digit=digits, days=st.integers(0, 3))
    def assign(self, login: str, number: int, digit: int, days: int) -> None:
        if step := self.at(login, number):
            due = self.desks[login].today() + timedelta(days=days)
            self.stroke(login, lambda desk: desk.assign(step, Assignment(agency(desk, digit), text=HOSTILE, due=due)))

    @rule(login=who, number=which, digit=digits)
    def task(self, login: str, number: int, digit: int) -> None:
        known = {action.id for action in self.desks[login].actions(ActionFilter())}
        if step := self.at(login, number):
            self.stroke(login, lambda desk: desk.task(step, agency(desk, digit)))
            for action in self.desks[login].actions(ActionFilter()):
                if action.id not in known:
                    assert action.due > self.desks[login].today()
                    assert action.due.weekday() < 5
                    assert action.due not in HOLIDAYS

    @rule(login=who, number=which)
    def raise_review(self, login: str, number: int) -> None:
        self.stroke(login, lambda desk: desk.raise_case_review(self.report(number)), driving=False)

    @rule(login=who, number=which, met=st.booleans(), forward=st.sampled_from([None, True, False]))
    def decide_review(self, login: str, number: int, *, met: bool, forward: bool | None) -> None:
        if found := self.desks[login].case_reviews():
            review = found[number % len(found)]
            self.stroke(
                login,
                lambda desk: desk.decide_case_review(review, threshold_met=met, taken_forward=forward, why=HOSTILE),
                driving=False,
            )

    @rule(login=who, number=which)
    def close_review(self, login: str, number: int) -> None:
        if found := self.desks[login].case_reviews():
            self.stroke(login, lambda desk: desk.close_case_review(found[number % len(found)], HOSTILE), driving=False)

    @rule(login=who, number=which, digit=digits)
    def withdraw(self, login: str, number: int, digit: int) -> None:
        if step := self.at(login, number):
            self.stroke(login, lambda desk: desk.withdraw(step, agency(desk, digit)))

    @rule(login=who, number=which, decision=st.sampled_from(list(Decision)), reason=st.sampled_from(["", HOSTILE]))
    def decide(self, login: str, number: int, decision: Decision, reason: str) -> None:
        if step := self.at(login, number):
            self.stroke(login, lambda desk: desk.decide(step, decision, reason))

    @rule(login=who, number=which, other=which)
    def link(self, login: str, number: int, other: int) -> None:
        if step := self.at(login, number):
            self.stroke(login, lambda desk: desk.same_incident(step, self.report(other)))

    @rule(number=which)
    def both_press_at_once(self, number: int) -> None:
        if step := self.at("ellis", number):
            self.stroke("ellis", lambda desk: desk.task(step, agency(desk, 1)))
            self.stroke("amir", lambda desk: desk.comment(step, HOSTILE))
            self.stroke("ellis", lambda desk: desk.task(step, agency(desk, 2)))

    @rule(login=who, number=which, status=st.sampled_from(list(ActionStatus)))
    def finish(self, login: str, number: int, status: ActionStatus) -> None:
        if found := self.desks[login].actions(ActionFilter()):
            self.stroke(login, lambda desk: desk.finish(found[number % len(found)], status, HOSTILE), driving=False)

    @rule(login=who, number=which, digit=digits)
    def move_on(self, login: str, number: int, digit: int) -> None:
        if found := self.desks[login].actions(ActionFilter()):
            action = found[number % len(found)]
            later = self.desks[login].today() + timedelta(days=2)
            self.stroke(login, lambda desk: desk.redate(action, later, HOSTILE))
            self.stroke(login, lambda desk: desk.hand_over(action, agency(desk, digit), None, HOSTILE))

    @rule(login=who, number=which, to=st.sampled_from(list(FeedbackState)), wish=st.sampled_from(["", "x"]))
    def tell(self, login: str, number: int, to: FeedbackState, wish: str) -> None:
        def do(desk: Desk) -> object:
            feedback = desk.report(self.report(number)).feedback
            return desk.set_feedback(feedback, to, means=Means.CALL, reason=HOSTILE, wish_changed=wish)

        self.stroke(login, do)

    @rule(login=who, number=which, reached=st.booleans(), settles=st.booleans())
    def contact(self, login: str, number: int, *, reached: bool, settles: bool) -> None:
        made = ContactMade(Means.VISIT, reached=reached, settles=settles, note=HOSTILE)
        self.stroke(login, lambda desk: desk.contact(self.report(number), made))

    @rule(login=who, number=which, risk=st.sampled_from(list(Risk)))
    def edit(self, login: str, number: int, risk: Risk) -> None:
        self.stroke(
            login, lambda desk: desk.edit_report(desk.report(self.report(number)).report, ReportEdit(risk=risk))
        )

    @rule(login=who)
    def raise_one(self, login: str) -> None:
        self.stroke(login, lambda desk: desk.raise_report(NewReport(desk.categories()[0].id, "Resident")))

    @rule(login=who)
    def undo(self, login: str) -> None:
        self.stroke(login, lambda desk: desk.undo())

    @rule(login=who, how=st.sampled_from(["close", "rest", "abandon"]))
    def end(self, login: str, how: str) -> None:
        if how == "abandon":
            self.stroke(login, lambda desk: desk.abandon_meeting())
            return
        if how == "rest":
            self.stroke(login, lambda desk: desk.settle_unknown())
            self.stroke(login, lambda desk: desk.hold_over_rest("not reached"))
        self.stroke(login, lambda desk: desk.close_meeting())
