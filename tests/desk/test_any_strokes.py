"""Whatever two people do, in whatever order: no report is lost, no number used twice, and the record tells it all."""

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from csu_tui.desk.desk import Desk
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ReportId
from csu_tui.domain.stroke import ActionFilter, Assignment, ContactMade, NewReport, ReportEdit
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means, Risk
from tests.factories import (
    HOSTILE,
    SENSITIVE,
    FrozenClock,
    agency,
    import_reports,
    make_desk,
    open_meeting,
    row,
    rows_of,
    steps,
    take,
)

NOBODY = {"name": "", "phone": "", "email": "", "feedback_wanted": ""}
ROWS: tuple[dict[str, str], ...] = (
    {},
    {"risk": "high"},
    SENSITIVE,
    {"reporter": "anonymous", **NOBODY},
    {"feedback_wanted": "no"},
    {"reporter": "organisation", "feedback_wanted": ""},
    {"reporter": "", **NOBODY},
    {"received": "2022-03"},
)
who = st.sampled_from(["ellis", "amir"])
which = st.integers(0, 9)
digits = st.integers(1, 3)


class Unit(RuleBasedStateMachine):
    """A chair and an officer at one database."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FrozenClock()
        self.desks = {login: self.sit_down(login) for login in ("ellis", "amir")}
        self.sent = [row(**kind) for kind in ROWS]
        self.numbers = 0
        import_reports(self.desks["ellis"], *self.sent)
        open_meeting(self.desks["ellis"])

    def sit_down(self, login: str) -> Desk:
        return make_desk(Path(self.folder.name), self.clock, login)

    def teardown(self) -> None:
        self.the_database_and_its_record_are_sound()
        self.the_record_tells_how_everything_stands()
        for desk in self.desks.values():
            desk.close()
        self.folder.cleanup()

    def stroke(self, login: str, do: Callable[[Desk], object], *, driving: bool = True) -> None:
        self.clock.advance(minutes=1)
        with suppress(RuleError):
            if driving and self.desks[login].meeting() and not self.desks[login].drives():
                self.desks[login].take_over()
            do(self.desks[login])

    def report(self, number: int) -> ReportId:
        return ReportId(number % (len(self.sent) + 2) + 1)

    def at(self, login: str, number: int) -> Step | None:
        found = steps(self.desks[login])
        return found[number % len(found)] if found else None

    @rule(login=who, number=which, kind=st.sampled_from(ROWS), again=st.booleans(), history=st.booleans())
    def take_in(self, login: str, number: int, kind: dict[str, str], *, again: bool, history: bool) -> None:
        if again:
            sent = self.sent[number % len(self.sent)]
            take(self.desks[login], sent | kind | {"text": str(self.clock.now())})
        else:
            self.sent.append(row(**kind))
            import_reports(self.desks[login], self.sent[-1], history=history)

    @rule(login=who)
    def open(self, login: str) -> None:
        self.stroke(login, open_meeting)

    @rule(login=who, number=which, digit=digits, days=st.integers(0, 3))
    def assign(self, login: str, number: int, digit: int, days: int) -> None:
        if step := self.at(login, number):
            due = self.desks[login].today() + timedelta(days=days)
            self.stroke(login, lambda desk: desk.assign(step, Assignment(agency(desk, digit), text=HOSTILE, due=due)))

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

    @rule(days=st.integers(1, 4))
    def sleep_on_it(self, days: int) -> None:
        self.clock.advance(days=days)

    @rule(login=who)
    def restart(self, login: str) -> None:
        before = self.desks[login].agenda()
        self.desks[login].close()
        self.desks[login] = self.sit_down(login)
        assert self.desks[login].agenda() == before

    @invariant()
    def every_report_is_on_one_agenda_until_it_is_decided(self) -> None:
        for number, waiting, open_steps, standing in rows_of(
            self.desks["ellis"],
            "SELECT r.id, r.waiting, (SELECT count(*) FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id"
            " WHERE s.report_id = r.id AND m.state = 'open'), (SELECT ifnull(s.decision, 'undecided') FROM agenda_step"
            " s JOIN meeting m ON m.id = s.meeting_id AND m.state = 'closed' WHERE s.report_id = r.id"
            " ORDER BY s.id DESC LIMIT 1) FROM report r WHERE r.history = 0 AND r.taken_back IS NULL",
        ):
            if open_steps:
                assert (open_steps, waiting) == (1, 0), number
            elif waiting:
                assert standing in (None, Decision.HOLD_OVER), (number, standing)
            else:
                assert standing not in (None, Decision.HOLD_OVER, "undecided"), (number, standing)

    @invariant()
    def no_number_of_an_action_is_used_twice(self) -> None:
        ((count, highest),) = rows_of(self.desks["ellis"], "SELECT count(*), ifnull(max(id), 0) FROM action")
        assert count == highest >= self.numbers
        self.numbers = highest

    def the_database_and_its_record_are_sound(self) -> None:
        assert self.desks["amir"].check().problems == ()

    def the_record_tells_how_everything_stands(self) -> None:
        told: dict[str, Any] = {}
        for (after,) in rows_of(self.desks["ellis"], "SELECT after FROM change_value ORDER BY change_id"):
            told |= json.loads(after)
        for table in ("action", "agenda_step", "contact", "feedback", "incident_link", "source_value"):
            for key, standing in self.standing(table).items():
                if table != "feedback" or key in told:
                    assert told[key] == standing, key

    def standing(self, table: str) -> dict[str, dict[str, Any]]:
        with self.desks["ellis"]._db.read() as connection:
            found = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in found.description]
            rows = [dict(zip(names, values, strict=True)) for values in found]
        return {f"{table}:{one['report_id' if table == 'feedback' else 'id']}": one for one in rows}


FAST = settings(max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(FAST, max_examples=40, stateful_step_count=50)

TestAnyStrokes = Unit.TestCase
TestAnyStrokes.settings = FAST


@pytest.mark.slow
def test_any_strokes_for_long() -> None:
    run_state_machine_as_test(Unit, settings=LONG)
