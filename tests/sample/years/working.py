"""What became of the actions, and how the reporters were told."""

import random
from bisect import bisect_left
from datetime import date, datetime, timedelta

from csu_tui.domain.feedback import due_date, planned
from csu_tui.domain.moment import local
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import FeedbackState, ReporterKind, Risk
from csu_tui.domain.working_days import add_working_days, is_working_day
from tests.sample import unit
from tests.sample.years import words
from tests.sample.years.calendar import LAST, london_time
from tests.sample.years.entry import Entry, Task, Told
from tests.sample.years.incidents import SENSITIVE
from tests.sample.years.sittings import Held
from tests.sample.years.tasking import OF_MARAC, WANTED

ALL_DONE = london_time(LAST, 12, 40)
"""Nothing that is carried over is later."""
OWN = "DVC Safety"
ACTING = {short: name for short, name, _ in reversed(unit.OFFICERS)}
"""Who acts for an agency where no officer is named."""
CONTACTS = frozenset({"visit", "call"})
PANEL = "Community MARAC"
ENDS = (("done", 91), ("not possible", 5), ("not undertaken", 4))
REVIEWS = (("done", 62), ("carried over", 24), ("not possible", 8), ("not undertaken", 6))
SHOULD_NOT = (
    "contact would put somebody at risk",
    "safeguarding enquiry under way",
    "criminal investigation under way",
)
SOURCE_TELLS = "the source tells them"


class Working:
    """Works off every entry that is decided."""

    def __init__(self, choice: random.Random, held: list[Held]) -> None:
        self._choice = choice
        self._held = held
        self._days = [meeting.day for meeting in held]

    def work(self, entry: Entry) -> None:
        """Let an entry's actions and its answer take their course."""
        assert entry.decided
        panel = entry.decided
        for task in entry.tasks:
            self._work(entry, task, panel if task.kind in OF_MARAC else entry.decided)
            if task.kind == PANEL and task.finished:
                panel = task.finished
        self._answer(entry)

    def _work(self, entry: Entry, task: Task, begun: datetime) -> None:
        choice = self._choice
        meeting = self._held[entry.meeting]
        assert entry.decided
        task.created = entry.decided
        task.due = add_working_days(meeting.day, task.days)
        certain = task.kind in WANTED or task.kind == PANEL
        since = begun + timedelta(minutes=55)
        while True:
            place = bisect_left(self._days, task.due)
            heard = self._held[place] if place < len(self._held) else None
            if heard is None or certain or choice.random() > 0.13:
                ends = ENDS[:1] if certain else ENDS
                task.status = choice.choices([end for end, _ in ends], [share for _, share in ends])[0]
                task.finished = self._hour(since, heard.start if heard else ALL_DONE, 0.6 if task.days > 3 else 1.4)
                break
            review = choice.choices([one for one, _ in REVIEWS], [share for _, share in REVIEWS])[0]
            number = heard.start + timedelta(seconds=40 + 35 * choice.randrange(1, 4))
            if review != "carried over":
                task.status, task.finished, task.chaired = review, number, True
                task.outcome = words.outcome(choice, task.kind, review)
                task.heard.append((place, review, task.outcome))
                break
            task.heard.append((place, review, choice.choice(words.CARRIED)))
            task.due, since = add_working_days(heard.day, 2), heard.start + timedelta(minutes=70)
        task.outcome = task.outcome or words.outcome(choice, task.kind, task.status)
        if task.kind in CONTACTS and task.status == "done":
            at = task.finished - timedelta(hours=17, minutes=20) if task.chaired else task.finished
            at = max(at, task.created + timedelta(minutes=20))
            reached = choice.random() < 0.85
            entry.told.append(Told(at, task.agency, task.officer, task.kind, reached, task=task))

    def _hour(self, since: datetime, before: datetime, pace: float = 1.4) -> datetime:
        """Return an hour of work after `since` and before `before`, the sooner the higher the pace."""
        choice = self._choice
        before = min(before, ALL_DONE)
        days = (local(before).date() - local(since).date()).days
        for _ in range(40):
            on = int(days * (choice.random() ** pace) + 0.5)
            day = local(since).date() + timedelta(days=on)
            at = london_time(day, choice.randrange(9, 18), choice.randrange(60))
            if is_working_day(day) and since < at < before:
                return at
        return since + (before - since) * choice.random()

    def _answer(self, entry: Entry) -> None:
        first = self._held[entry.first_meeting]
        end = self._held[entry.meeting].end
        assert end
        state = planned(Reporter(ReporterKind(entry.kind), feedback_wanted=entry.wish))
        entry.owner = entry.tasks[0].agency if entry.tasks else OWN
        entry.state = state.value
        if state in {FeedbackState.ANONYMOUS, FeedbackState.DECLINED}:
            entry.owner = ""
        elif state is FeedbackState.UNKNOWN:
            # The meeting's own end settles it: the source tells them.
            entry.state, entry.why, entry.owner = FeedbackState.VIA_ORGANISATION.value, SOURCE_TELLS, ""
            entry.answered = (first.end or end) - timedelta(seconds=45)
        elif state is FeedbackState.VIA_ORGANISATION:
            entry.answered = self._hour(end, self._evening(add_working_days(self._held[entry.meeting].day, 2)))
        else:
            entry.due = due_date(first.day, Risk(entry.risk))
            self._tell(entry, end)

    def _evening(self, day: date) -> datetime:
        return london_time(day, 17, 55)

    def _tell(self, entry: Entry, end: datetime) -> None:
        choice = self._choice
        assert entry.due
        if choice.random() < (0.05 if entry.category in SENSITIVE else 0.004):
            entry.state, entry.why = FeedbackState.NOT_APPROPRIATE.value, choice.choice(SHOULD_NOT)
            return
        entry.state = FeedbackState.GIVEN.value
        seen = [told for told in entry.told if told.reached]
        if seen and choice.random() < 0.75:
            seen[0].settles, told = True, seen[0]
        else:
            told = self._rung(entry, end)
        entry.answered, entry.means = told.at, told.means

    def _rung(self, entry: Entry, end: datetime) -> Told:
        """Return the call, visit, e-mail or letter by which the reporter was told; one in five was tried before."""
        choice = self._choice
        assert entry.due
        late = add_working_days(entry.due, choice.randrange(1, 4)) if choice.random() < 0.05 else entry.due
        at = self._hour(end, self._evening(max(late, self._held[entry.meeting].day)), 2.4)
        route = entry.person.route if entry.person else "phone"
        means = choice.choices(("call", "visit", "e-mail", "letter"), (70, 22, 7, 1))[0]
        means = {"email": "e-mail", "letter": "letter", "": choice.choice(("visit", "visit", "letter"))}.get(
            route, means
        )
        agency = entry.owner
        who = ACTING[agency] if choice.random() < 0.1 else ""
        note = "" if entry.category in SENSITIVE or choice.random() < 0.85 else choice.choice(words.TOLD)
        if means in CONTACTS and choice.random() < 0.2 and at - end > timedelta(hours=2):
            tried = self._hour(end, at - timedelta(minutes=30))
            empty = "" if entry.category in SENSITIVE or choice.random() < 0.85 else choice.choice(words.NO_ANSWER)
            entry.told.append(Told(tried, agency, who, means, False, empty))
        told = Told(at, agency, who, means, True, note, True)
        entry.told.append(told)
        return told


def follow_up(choice: random.Random, entries: list[Entry], first: date, last: date, wanted: int) -> None:
    """Ring or visit again after some days, until a year's visits and calls are exactly as many as `wanted`."""

    def inside(at: datetime) -> bool:
        return first <= local(at).date() <= last and at < ALL_DONE

    standing = sum(t.means in CONTACTS and inside(t.at) for e in entries for t in e.told)
    again = [e for e in entries if e.state == "given" and e.answered and e.category not in SENSITIVE]
    choice.shuffle(again)
    again.sort(key=lambda e: e.person is None or e.person.route != "phone")  # who can be rung first
    assert standing <= wanted, (first, standing, wanted)
    for entry in again * 2:
        if standing == wanted:
            return
        assert entry.answered
        day = add_working_days(local(entry.answered).date(), choice.randrange(4, 16))
        at = london_time(day, choice.randrange(9, 18), choice.randrange(60))
        if inside(at):
            route = entry.person.route if entry.person else ""
            means = "call" if route == "phone" and choice.random() < 0.8 else "visit"
            note = choice.choice(words.FOLLOWED) if choice.random() < 0.15 else ""
            entry.told.append(Told(at, entry.owner, "", means, True, note))
            standing += 1
    raise AssertionError("too few to ring again")
