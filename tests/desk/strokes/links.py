"""Reports of one incident, linked in the meeting and at a desk."""

import sqlite3
from contextlib import closing

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from csu_tui.data.rekeying import rekey
from tests.desk.strokes.unit import Unit, which, who


class Links(Unit):
    """Linked, linked otherwise, taken away again."""

    @rule(login=who, number=which, other=which, shares=st.booleans())
    def same_incident(self, login: str, number: int, other: int, *, shares: bool) -> None:
        if step := self.at(login, number):
            first = self.report(other)
            self.stroke(login, lambda desk: desk.same_incident(step, first, shares_feedback=shares))

    @rule(login=who, number=which)
    def unlink_step(self, login: str, number: int) -> None:
        if step := self.at(login, number):
            self.stroke(login, lambda desk: desk.unlink_step(step))

    @rule(login=who, number=which, other=which, shares=st.booleans())
    def link(self, login: str, number: int, other: int, *, shares: bool) -> None:
        one, first = self.report(number), self.report(other)
        self.stroke(login, lambda desk: desk.link(one, first, shares_feedback=shares), driving=False)

    @rule(login=who, number=which)
    def unlink(self, login: str, number: int) -> None:
        one = self.report(number)
        self.stroke(login, lambda desk: desk.unlink(one), driving=False)

    @invariant()
    def links_are_one_level_deep_and_one_a_report(self) -> None:
        if not self.desks:
            return
        links = self.told("SELECT report_id, same_as_id FROM incident_link WHERE undone = 0")
        linked = [report for report, _ in links]
        assert len(linked) == len(set(linked))
        assert set(linked).isdisjoint(first for _, first in links)

    @invariant()
    def what_the_open_meeting_decided_as_the_same_incident_is_linked_so(self) -> None:
        if not self.desks:
            return
        assert not self.told(
            "SELECT s.report_id FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id AND m.state = 'open'"
            " WHERE s.decision = 'same incident' AND NOT EXISTS (SELECT 1 FROM incident_link l"
            "  WHERE l.report_id = s.report_id AND l.same_as_id = s.linked_id AND l.undone = 0)"
        )

    @invariant()
    def the_keys_are_what_computing_them_anew_gives(self) -> None:
        if not self.desks:
            return
        keys = "SELECT report_id, key, received FROM reporter_key ORDER BY 1, 2"
        places = "SELECT id, place_key, street_key FROM report ORDER BY 1"
        kept = self.told(keys), self.told(places)
        with closing(sqlite3.connect(":memory:")) as copy, closing(sqlite3.connect(self.desks["ellis"].path)) as unit:
            unit.backup(copy)
            rekey(copy)
            assert (copy.execute(keys).fetchall(), copy.execute(places).fetchall()) == kept
