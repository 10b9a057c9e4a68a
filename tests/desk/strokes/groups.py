"""What is done to Task and Finish Groups, in the meeting and at a desk."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from csu_tui.domain.group import NewGroup
from csu_tui.domain.words import About
from tests.desk.strokes.unit import Unit, digits, which, who
from tests.factories import HOSTILE, MARKUP, agency

about = st.sampled_from(list(About))
days = st.integers(0, 3)


class Groups(Unit):
    """Started, decided, heard, re-dated, handed over, closed."""

    @rule(login=who, number=which, digit=digits, later=days, what=about)
    def start(self, login: str, number: int, digit: int, later: int, what: About) -> None:
        day = self.desks[login].today() + timedelta(days=later)

        def new() -> NewGroup:
            lead = agency(self.desks[login], digit)
            return NewGroup(MARKUP, lead, what, HOSTILE, day, (self.report(number), self.report(number + 1)))

        if number % 2:
            self.stroke(login, lambda desk: desk.start_group(new()), driving=False)
        elif step := self.at(login, number):
            self.stroke(login, lambda desk: desk.start_group_on(step, new()))

    @rule(login=who, number=which, which_group=which)
    def put_in(self, login: str, number: int, which_group: int) -> None:
        groups = self.desks[login].groups()
        if groups and (step := self.at(login, number)):
            group = groups[which_group % len(groups)]
            self.stroke(login, lambda desk: desk.put_in_group(step, group.id))

    @rule(login=who, number=which, what=st.sampled_from(["add", "out", "note", "back", "redate", "lead", "close"]))
    def work(self, login: str, number: int, what: str) -> None:
        groups = self.desks[login].groups()
        if not groups:
            return
        seen = groups[number % len(groups)]
        report, later = self.report(number), self.desks[login].today() + timedelta(days=number % 3)
        strokes = {
            "add": lambda desk: desk.add_to_group(seen.id, (report,)),
            "out": lambda desk: desk.take_out_of_group(seen.id, report),
            "note": lambda desk: desk.note_group(seen.id, HOSTILE),
            "back": lambda desk: desk.report_back(seen, HOSTILE, later if number % 2 else None),
            "redate": lambda desk: desk.redate_group(seen, later, HOSTILE),
            "lead": lambda desk: desk.lead_group(seen, agency(desk, number % 3 + 1), HOSTILE),
            "close": lambda desk: desk.close_group(seen, HOSTILE),
        }
        self.stroke(login, strokes[what], driving=False)
