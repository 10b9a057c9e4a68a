"""What sources send, late, early, again and otherwise, and what becomes of it."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from csu_tui.domain.moment import local
from tests.desk.strokes.unit import NOBODY, Unit, which, who
from tests.factories import SENSITIVE, take

KINDS: tuple[dict[str, str], ...] = (
    {},
    {"risk": "high"},
    SENSITIVE,
    {"reporter": "anonymous", **NOBODY},
    {"feedback_wanted": "no"},
    {"reporter": "organisation", "feedback_wanted": ""},
    {"reporter": "", **NOBODY},
)
NEWS: tuple[dict[str, str], ...] = (
    {"street": "High Street"},
    {"reporter": "anonymous", **NOBODY},
    {"feedback_wanted": "no"},
    {"reporter": "resident", "name": "Mx Back-Again", "feedback_wanted": "yes"},
    {"reporter": "", **NOBODY},
    {"risk": "high"},
)
"""What a source may say anew of a report that it sent before."""

settled = st.sampled_from([None, True, False])
"""Whether conflicts are settled at once, and which way."""


class Sources(Unit):
    """Imports, updates, conflicts, take-backs and history."""

    def first_rows(self) -> tuple[dict[str, str], ...]:
        month = {"received": self.clock.now().isoformat()[:7]}
        late = {"received": self.ago(days=40)}
        return (*KINDS, month, late)

    def days(self) -> tuple[str, ...]:
        """Return the ways to date a report: just now, late, in the future, as a day, as a month, in an odd hour."""
        return (
            self.ago(minutes=5),
            self.ago(days=9),
            self.ago(days=-2),
            self.ago()[:10],
            self.ago(days=1)[:10],
            self.ago(days=-1)[:10],
            self.ago()[:7],
            "2022-03-27 01:30",
            "2022-10-30 01:30",
        )

    @rule(login=who, kind=st.sampled_from(KINDS), day=st.integers(0, 8), history=st.booleans())
    def take_in(self, login: str, kind: dict[str, str], day: int, *, history: bool) -> None:
        desk = self.desks[login]
        sent = self.fresh(**kind | {"received": self.days()[day]})
        meeting = desk.meeting()
        self.sent.append(sent)
        take(desk, sent, history=history)
        ((number,),) = self.told(
            f"SELECT id FROM report WHERE source_ref = '{sent['reference']}' AND taken_back IS NULL"
        )
        stays = history or len(sent["received"]) == len("2022-03")
        if meeting is not None and not stays:
            joins = local(meeting.start).date() == desk.today()
            assert (number in {step.report_id for step in desk.agenda().steps}) is joins

    @rule(login=who, number=which, news=st.sampled_from(NEWS), taken=settled)
    def hear_again(self, login: str, number: int, news: dict[str, str], *, taken: bool | None) -> None:
        position = number % len(self.sent)
        self.sent[position] |= news | {"text": str(self.clock.now())}
        take(self.desks[login], self.sent[position])
        self.settle_all(login, taken)

    @rule(login=who, number=which, day=st.integers(0, 8), taken=settled)
    def hear_of_another_date(self, login: str, number: int, day: int, *, taken: bool | None) -> None:
        position = number % len(self.sent)
        self.sent[position] |= {"received": self.days()[day]}
        take(self.desks[login], self.sent[position])
        self.settle_all(login, taken)

    def settle_all(self, login: str, taken: bool | None) -> None:
        if taken is not None:
            for conflict in self.desks[login].conflicts():
                self.desks[login].settle_conflict(conflict, take=taken)

    @rule(login=who, number=which, taken=st.booleans())
    def settle(self, login: str, number: int, *, taken: bool) -> None:
        if found := self.desks[login].conflicts():
            conflict = found[number % len(found)]
            self.stroke(login, lambda desk: desk.settle_conflict(conflict, take=taken))

    @rule(login=who, number=which)
    def take_back(self, login: str, number: int) -> None:
        found = self.desks[login].imports()
        self.stroke(login, lambda desk: desk.take_back(found[number % len(found)].id), driving=False)

    @rule(login=who)
    def make_history(self, login: str) -> None:
        self.stroke(login, lambda desk: desk.make_history())
