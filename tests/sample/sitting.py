"""One morning's meeting, walked step by step as its stories tell."""

from datetime import date, datetime, timedelta

from csu_tui.desk.desk import Desk
from csu_tui.domain.agenda import Step
from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.meeting import Attendee
from csu_tui.domain.moment import local
from csu_tui.domain.place import Place
from csu_tui.domain.report import Reporter
from csu_tui.domain.stroke import Assignment, NewReport, ReportEdit, Roll
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, ReporterKind, Risk, StepKind
from csu_tui.domain.working_days import add_working_days
from tests.sample import deeds, phrases, unit
from tests.sample.office import Office
from tests.sample.people import reached_by
from tests.sample.places import postcode
from tests.sample.story import Deed, Story

NO_TIME = 31
"""The last day of March: the meeting ran out of time, and left what nobody could answer for."""


class Sitting:
    """The story of each report is known by its number; labels say which incident is meant."""

    def __init__(self, office: Office, book: dict[str, tuple[str, str]]) -> None:
        self.office = office
        self.book = book
        self.known: dict[ReportId, Story] = {}
        self.chair = unit.CHAIR
        self.unheard: list[tuple[ActionId, Deed]] = []
        """Deeds that a later meeting is to hear of."""
        self._slipped: date | None = None
        self._labels: dict[str, ReportId] = {}

    def remember(self, report_id: ReportId, story: Story) -> None:
        """Know a report's story from now on."""
        self.known[report_id] = story
        if story.label:
            self._labels[story.label] = report_id

    def open(self, opened: datetime) -> Desk:
        """Open the meeting a few minutes after `opened` and return the chair's desk."""
        office = self.office
        office.clock.reach(opened + timedelta(seconds=office.random.randrange(20, 400)))
        self.chair = unit.DEPUTY if office.today().weekday() == 2 else unit.CHAIR
        desk = office.desk(self.chair)
        desk.open_meeting(self._roll())
        return desk

    def walk(self, desk: Desk, first: int = 1) -> int:
        """Walk every step from `first` on and return the number after the last."""
        number = first
        while True:
            steps = desk.agenda(private=True).steps
            if number > len(steps):
                return number
            desk.reach(number)
            step = steps[number - 1]
            self._pass(*((25, 75) if step.kind is StepKind.ACTION else (80, 200)))
            if step.kind is StepKind.ACTION:
                self._review(desk, step)
            else:
                self._decide(desk, step, slip=self._slips())
            number += 1

    def end(self, desk: Desk, number: int, raised: list[Story]) -> None:
        """Take what is raised on the day, clear the checklist and close."""
        for story in raised:
            self._pass(20, 60)
            said = desk.raise_report(self._new(desk, story))
            assert said.report_id
            self.remember(said.report_id, story)
        self.walk(desk, number)
        self._pass(20, 60)
        if any(desk.report(s.report_id).feedback.state is FeedbackState.UNKNOWN for s in desk.checklist().unplanned):
            desk.settle_unknown()
        if not desk.checklist().clear:
            desk.hold_over_rest("not reached")
        self._pass(30, 120)
        desk.close_meeting()

    def _roll(self) -> Roll:
        office = self.office
        names = {login: (name, short) for short, name, login in unit.OFFICERS}
        present: list[Attendee] = []
        away: list[Attendee] = []
        for short in (*unit.USUAL, *(s for s in unit.SOMETIMES if office.random.random() < 0.5)):
            mine = [login for agency, _, login in unit.OFFICERS if agency == short and login != self.chair]
            login = office.random.choice(mine)
            absent = short not in {"Police CSU", "DVC Safety"} and office.random.random() < 0.12
            (away if absent else present).append(Attendee(office.agencies[short], short, names[login][0]))
        return Roll(names[self.chair][0], tuple(present), tuple(away))

    def _slips(self) -> bool:
        """Say whether the chair's finger slips: once on a Tuesday."""
        today = self.office.today()
        slips = today.weekday() == 1 and today != self._slipped
        self._slipped = today if slips else self._slipped
        return slips

    def _pass(self, least: int, most: int) -> None:
        self.office.clock.pass_by(self.office.random.randrange(least, most))

    def _review(self, desk: Desk, step: Step) -> None:
        office, action = self.office, desk.action(step.action_id or ActionId(0))
        if action.status is not ActionStatus.OPEN:
            return
        place = [one.id for one in office.actions(step.report_id)].index(action.id) + 1
        told = [deed for deed in self.known[step.report_id].deeds if deed.number == place]
        now = [d for d in told if d.at and d.at.date() == office.today() and d.at.hour == 9 and d.at.minute == 0]
        after = [deed for deed in told if deed.at and deed.at > office.clock.at]
        if now:
            self.unheard.remove((action.id, now[0]))
            deeds.do(office, action.id, now[0], self.chair)
        elif after and local(after[0].at or office.clock.at).date() == office.today():
            deeds.do(office, action.id, after[0], self.chair)
        elif after or (told and office.today().day != NO_TIME):
            day = add_working_days(office.today(), 1)
            if after and after[0].at:
                day = max(day, local(after[0].at).date())
            deeds.do(office, action.id, _deed(f"redate {day:%d/%m}", office.random.choice(phrases.CARRIED)), self.chair)
        elif not told:
            self._heard(action.id, place)

    def _heard(self, action_id: ActionId, place: int) -> None:
        """Hear of an action that no story tells of: most were done, some were not."""
        office = self.office
        action = office.desk("pnair").action(action_id)
        chance = office.random.random() + 0.02 * place
        if chance < 0.72:
            how = " visit reached" if action.kind == "visit" else ""
            deed = _deed(f"done{how}", office.random.choice(phrases.outcomes(action.kind, action.family)))
        elif chance < 0.86:
            day = add_working_days(office.today(), 2)
            deed = _deed(f"redate {day:%d/%m}", office.random.choice(phrases.CARRIED))
        elif chance < 0.93:
            deed = _deed("not possible", office.random.choice(phrases.NOT_POSSIBLE))
        else:
            deed = _deed("not undertaken", office.random.choice(phrases.NOT_UNDERTAKEN))
        deeds.do(office, action.id, deed, self.chair)

    def _decide(self, desk: Desk, step: Step, *, slip: bool) -> None:
        story = self.known[step.report_id]
        if step.sensitive:
            desk.reveal(step.report_id)
        if slip:  # a wrong key, taken back at once
            desk.task(step, self.office.agencies["CCTV"])
            desk.undo()
        if story.risk_raised:
            desk.edit_report(desk.report(step.report_id).report, ReportEdit(risk=Risk(story.risk_raised)))
        for task in story.tasks:
            officer = self.office.officers[task.officer][0] if task.officer else None
            kind = self.office.kinds[task.kind] if task.kind else None
            desk.assign(step, Assignment(self.office.agencies[task.agency], officer, kind, task.words, task.due))
            self._pass(5, 20)
        reasoned = {"nfa": Decision.NO_FURTHER_ACTION, "info": Decision.FOR_INFORMATION, "hold": Decision.HOLD_OVER}
        if story.decision == "same":
            desk.same_incident(step, self._labels[story.reason])
        elif story.decision:
            desk.decide(step, reasoned[story.decision], story.reason)
        if story.comment:
            desk.comment(step, story.comment)
        self._after(step.report_id, story)

    def _after(self, report_id: ReportId, story: Story) -> None:
        """Put into the diary what will come of it."""
        office = self.office
        for place, action in enumerate(office.actions(report_id), 1):
            mine = [deed for deed in story.deeds if deed.number == place]
            for deed in mine:
                if deed.at and (deed.at.hour, deed.at.minute) == (9, 0):
                    self.unheard.append((action.id, deed))
                elif deed.at:
                    office.plan(deed.at, lambda a=action.id, d=deed: deeds.do_if_open(office, a, d))  # type: ignore[misc]
            if not mine:
                deeds.leave_action(office, action)
        for deed in story.told:
            if deed.at:
                office.plan(deed.at, lambda d=deed: deeds.tell(office, report_id, d))  # type: ignore[misc]
        if not story.told and story.decision != "hold":
            deeds.leave_feedback(office, report_id)

    def _new(self, desk: Desk, story: Story) -> NewReport:
        phone, email = reached_by(story, self.book)
        wanted = {"yes": True, "no": False}.get(story.wish)
        return NewReport(
            {category.name: category.id for category in desk.categories()}[story.category],
            story.source,
            Place(story.house, story.street, story.locality, postcode(story.house, story.street, story.locality)),
            Reporter(ReporterKind(story.kind), story.name, phone, email, wanted, story.route),
            Risk(story.risk),
            story.title,
            story.text,
        )


def _deed(verb: str, words: str) -> Deed:
    return Deed(1, None, verb, words)
