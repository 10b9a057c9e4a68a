"""What must hold after whatever anybody did."""

import json
from itertools import groupby, pairwise
from typing import Any

from hypothesis.stateful import invariant

from csu_tui.domain.words import Decision, FeedbackState, ReporterKind, StepKind
from tests.desk.strokes.unit import Unit

SHUT = (FeedbackState.ANONYMOUS, FeedbackState.DECLINED)
OPENED = (FeedbackState.DUE, FeedbackState.ATTEMPTED, FeedbackState.GIVEN)
REPLAYED = (
    *("action", "agenda_step", "contact", "feedback", "incident_link", "source_value", "case_review"),
    *("taskgroup", "group_report", "group_note", "group_member"),
)


class Claims(Unit):
    """Nothing falls between two meetings, and the record tells all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = 0
        self.read_to = 0
        self.wished: set[int] = set()

    @invariant()
    def each_report_is_on_one_agenda_until_held_over(self) -> None:
        walks: dict[Any, list[tuple[Any, Any]]] = {}
        for report, state, decision in self.told(
            "SELECT s.report_id, m.state, s.decision FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id"
            " WHERE s.kind = 'report' AND m.state != 'abandoned' ORDER BY s.id"
        ):
            walks.setdefault(report, []).append((state, decision))
        for number, waiting in self.told("SELECT id, waiting FROM report WHERE history = 0 AND taken_back IS NULL"):
            walk = walks.get(number, [])
            assert all(one == ("closed", Decision.HOLD_OVER) for one in walk[:-1]), (number, walk)
            if not walk or walk[-1] == ("closed", Decision.HOLD_OVER):
                assert waiting, (number, walk)
            else:
                assert not waiting, (number, walk)
                assert walk[-1][0] == "open" or walk[-1][1], (number, walk)

    @invariant()
    def the_next_agenda_has_what_waits(self) -> None:
        desk = self.desks["amir"]
        if desk.meeting() is None:
            waiting = {number for (number,) in self.told("SELECT id FROM report WHERE waiting = 1 AND history = 0")}
            assert {step.report_id for step in desk.agenda().steps if step.kind is StepKind.REPORT} == waiting

    @invariant()
    def only_what_was_sent_or_made_so_is_history(self) -> None:
        made = {
            key
            for (after,) in self.told(
                "SELECT v.after FROM change c JOIN change_value v ON v.change_id = c.id WHERE c.what LIKE"
                " 'make history%' AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id)"
            )
            for key in json.loads(str(after))
        }
        for number, history, received, sent_so in self.told(
            "SELECT r.id, r.history, r.received, i.history FROM report r JOIN import i ON i.id = r.import_id"
            " WHERE r.taken_back IS NULL"
        ):
            if history:
                assert sent_so or len(str(received)) == len("2022-03") or f"report:{number}" in made, number
            else:
                assert not sent_so, number

    @invariant()
    def no_meeting_takes_a_report_without_a_day(self) -> None:
        assert not self.told(
            "SELECT id FROM report WHERE length(received) = 7 AND history = 0 AND waiting = 1 AND NOT EXISTS"
            " (SELECT 1 FROM agenda_step s WHERE s.report_id = report.id)"
        )

    @invariant()
    def windows_join_without_gap_or_overlap(self) -> None:
        held = self.told("SELECT window_start, window_end FROM meeting WHERE state != 'abandoned' ORDER BY id")
        assert all(str(start) <= str(end) for start, end in held)
        assert all(one[1] == following[0] for one, following in pairwise(held))

    @invariant()
    def the_order_is_fixed_and_new_steps_append(self) -> None:
        for _, steps in groupby(self.told("SELECT meeting_id, number FROM agenda_step ORDER BY id"), lambda s: s[0]):
            numbers = [number for _, number in steps]
            assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def no_number_of_an_action_is_used_twice(self) -> None:
        ((count, highest),) = self.told("SELECT count(*), ifnull(max(id), 0) FROM action")
        assert isinstance(highest, int)
        assert count == highest >= self.numbers
        self.numbers = highest

    @invariant()
    def nobody_is_told_against_their_wish(self) -> None:
        for number, what, undoes, before, after in self.told(
            "SELECT c.id, c.what, c.undoes, v.before, v.after FROM change c JOIN change_value v ON v.change_id = c.id"
            f" WHERE c.id > {self.read_to} AND instr(v.after, '\"feedback:') ORDER BY c.id"
        ):
            assert isinstance(number, int)
            self.read_to = number
            was, now = json.loads(str(before)), json.loads(str(after))
            for key in now:
                if not key.startswith("feedback:") or not was.get(key):
                    continue
                wish = "wish changed" in str(what) or str(what).startswith("conflict: reporter")
                if wish:
                    self.wished.add(now[key]["report_id"])
                if was[key]["state"] in SHUT and now[key]["state"] in OPENED:
                    assert wish or undoes, (number, what, key)

        for number, state in self.told(
            "SELECT r.id, f.state FROM report r JOIN feedback f ON f.report_id = r.id"
            f" WHERE r.reporter_kind = '{ReporterKind.ANONYMOUS.value}' AND r.taken_back IS NULL"
        ):
            assert state not in (FeedbackState.DUE, FeedbackState.ATTEMPTED) or number in self.wished, number

    @invariant()
    def nobody_works_on_what_was_taken_back(self) -> None:
        assert not self.told(
            "SELECT r.id FROM report r WHERE r.taken_back IS NOT NULL AND (EXISTS (SELECT 1 FROM contact c"
            " WHERE c.report_id = r.id AND c.undone = 0) OR EXISTS (SELECT 1 FROM incident_link l"
            " WHERE r.id IN (l.report_id, l.same_as_id) AND l.undone = 0) OR EXISTS (SELECT 1 FROM case_review v"
            " WHERE v.report_id = r.id AND v.undone = 0) OR EXISTS (SELECT 1 FROM action a"
            " WHERE a.report_id = r.id AND a.withdrawn = 0))"
        )

    @invariant()
    def a_report_is_in_one_open_group_and_what_was_decided_so_is_in_one(self) -> None:
        in_open = self.told(
            "SELECT x.report_id, count(*), max(r.taken_back IS NOT NULL) FROM group_report x JOIN taskgroup t"
            " ON t.id = x.group_id JOIN report r ON r.id = x.report_id WHERE x.undone = 0 AND t.undone = 0"
            " AND t.closed IS NULL GROUP BY x.report_id"
        )
        assert all((count, gone) == (1, 0) for _, count, gone in in_open), in_open
        assert not self.told(
            "SELECT s.report_id FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id WHERE m.state = 'open'"
            f" AND s.kind = 'report' AND s.decision = '{Decision.GROUP.value}' AND NOT EXISTS (SELECT 1 FROM"
            " group_report x JOIN taskgroup t ON t.id = x.group_id WHERE x.report_id = s.report_id AND x.undone = 0"
            " AND t.undone = 0)"
        )

    @invariant()
    def no_agenda_has_a_group_that_never_was(self) -> None:
        assert not self.told(
            "SELECT s.id FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id JOIN taskgroup t ON t.id = s.group_id"
            " WHERE t.undone = 1"
        )

    @invariant()
    def a_case_review_is_met_before_it_is_taken_forward_and_decided_before_it_is_closed(self) -> None:
        assert not self.told(
            "SELECT id FROM case_review WHERE undone = 0 AND ((taken_forward = 1 AND threshold_met IS NOT 1)"
            " OR (closed IS NOT NULL AND (taken_forward IS NULL OR outcome = ''))"
            " OR (threshold_met IS NULL) <> (decided IS NULL) OR (threshold_met = 0 AND reason = ''))"
        )

    @invariant()
    def no_report_has_two_case_reviews_open(self) -> None:
        assert not self.told(
            "SELECT report_id FROM case_review WHERE undone = 0 AND closed IS NULL GROUP BY 1 HAVING count(*) > 1"
        )

    def teardown(self) -> None:
        if self.desks:
            self.the_database_and_its_record_are_sound()
            self.the_record_tells_how_everything_stands()
        super().teardown()

    def the_database_and_its_record_are_sound(self) -> None:
        assert self.desks["amir"].check().problems == ()

    def the_record_tells_how_everything_stands(self) -> None:
        told: dict[str, Any] = {}
        made: dict[str, int] = {}
        for before, after in self.told("SELECT before, after FROM change_value ORDER BY change_id"):
            images = json.loads(str(after))
            for key in [key for key, image in json.loads(str(before)).items() if image is None and key in images]:
                made[key] = made.get(key, 0) + 1
            told |= {
                key: {name: value for name, value in (image or {}).items() if name != "why"}
                for key, image in images.items()
            }
        assert {number for key, number in made.items() if key.startswith("action:")} <= {1}
        for table in REPLAYED:
            for key, standing in self.standing(table).items():
                if table != "feedback" or key in told:
                    assert told[key] == standing, key

    def standing(self, table: str) -> dict[str, dict[str, Any]]:
        with self.desks["ellis"]._db.read() as connection:
            found = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in found.description]
            rows = [dict(zip(names, values, strict=True)) for values in found]
        return {f"{table}:{one['report_id' if table == 'feedback' else 'id']}": one for one in rows}
