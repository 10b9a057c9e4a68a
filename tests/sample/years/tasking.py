"""What each meeting resolved, so that the years' taskings and interventions come to the published totals."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tests.sample import unit
from tests.sample.years.calendar import LAST
from tests.sample.years.entry import Entry, Task
from tests.sample.years.incidents import SENSITIVE
from tests.sample.years.sittings import Held

Made = tuple[str, str, str, int]
"""Agency, kind, words and working days."""
WORK = "contact and report back"
MADE: dict[str, tuple[tuple[int, Made], ...]] = {
    "Vehicle Abandoned": (
        (6, ("DVC Safety", "research", "Check keeper, seven-day notice", 2)),
        (3, ("DVC Safety", "clean-up", "", 5)),
    ),
    "Vehicle Nuisance or Inappropriate Use": (
        (6, ("Police CPT", "patrol", "", 3)),
        (2, ("Police CPT", "vehicle warning or seizure (s.59)", "", 3)),
        (1, ("CCTV", "CCTV deployment", "", 7)),
        (2, ("CCTV", "CCTV review", "Registrations if they can be read", 2)),
    ),
    "Rowdy or Inconsiderate Behaviour": (
        (8, ("Police CPT", "patrol", "", 3)),
        (6, ("Wardens", "patrol", "Evenings this week", 3)),
        (4, ("DVC ASB", WORK, "Identify and visit parents", 3)),
        (2, ("CCTV", "CCTV review", "", 2)),
        (3, ("CC Youth", "patrol", "Detached team to look in", 5)),
        (1, ("Police CPT", "dispersal", "", 2)),
        (2, ("YOS", WORK, "", 5)),
    ),
    "Rowdy or Nuisance Neighbours": (
        (5, ("DV Homes", "visit", "", 3)),
        (4, ("DVC ASB", "visit", "", 3)),
        (3, ("Millrace", WORK, "", 2)),
        (2, ("Lathwood", WORK, "", 2)),
        (1, ("Millrace", "mediation", "", 7)),
        (1, ("DV Homes", "possession or eviction", "", 15)),
        (1, ("DVC ASB", "civil injunction", "", 15)),
    ),
    "Littering or Drug Paraphernalia": (
        (4, ("Env Health", "clean-up", "", 2)),
        (3, ("Turnstone", WORK, "Outreach to visit", 3)),
        (3, ("Wardens", "patrol", "", 3)),
    ),
    "Animal Problems": ((5, ("Wardens", "visit", "", 3)), (3, ("Env Health", WORK, "", 3))),
    "Trespass": ((4, ("Police CPT", WORK, "", 2)), (3, ("DVC Safety", WORK, "Owner to secure it", 3))),
    "Malicious or Nuisance Communications": ((5, ("Police CSU", WORK, "", 3)), (2, ("DVC ASB", "call", "", 2))),
    "Street Drinking": (
        (6, ("Police CPT", "patrol", "", 3)),
        (3, ("Turnstone", WORK, "Outreach", 3)),
        (2, ("Wardens", "patrol", "", 2)),
        (1, ("Police CPT", "PSPO", "", 2)),
        (1, ("Turnstone", "substance misuse", "", 3)),
    ),
    "Prostitution-Related Activity": ((1, ("Police CSU", "research", "", 5)),),
    "Noise": (
        (6, ("Env Health", WORK, "Diary sheets", 3)),
        (4, ("DV Homes", "visit", "", 3)),
        (2, ("Env Health", "warning letter (noise)", "", 3)),
        (2, ("Millrace", WORK, "", 2)),
        (2, ("DVC ASB", "call", "", 2)),
    ),
    "Begging or Vagrancy": ((4, ("DVC Housing", WORK, "Outreach", 2)), (3, ("Police CPT", "patrol", "", 2))),
    "Fireworks": ((5, ("Police CPT", "patrol", "", 2)), (3, ("Trading Std", WORK, "Who sold them", 5))),
    "Neighbour Dispute": (
        (4, ("DVC ASB", "call", "", 2)),
        (3, ("Wardens", "visit", "", 3)),
        (2, ("Millrace", "mediation", "", 7)),
        (3, ("DV Homes", WORK, "", 2)),
    ),
    "Nuisance Bikes": (
        (6, ("Police CPT", "patrol", "", 3)),
        (3, ("Wardens", "patrol", "", 3)),
        (2, ("Police CPT", "vehicle warning or seizure (s.59)", "", 3)),
    ),
    "Fly-tipping": (
        (7, ("Env Health", "clean-up", "Search for evidence", 3)),
        (1, ("Env Health", "fixed penalty", "", 7)),
        (2, ("Env Health", WORK, "", 3)),
    ),
    "Criminal Damage": (
        (5, ("Police CPT", WORK, "", 2)),
        (3, ("CCTV", "CCTV review", "", 2)),
        (2, ("DVC Safety", "clean-up", "", 3)),
        (1, ("YOS", WORK, "", 5)),
    ),
    "Burglary": ((1, ("Police CPT", "visit", "Crime prevention advice", 3)),),
    "Vehicle Crime": ((2, ("Police CPT", "letter drop", "", 5)), (1, ("CCTV", "CCTV review", "", 2))),
    "Shoplifting": ((4, ("BCRP", WORK, "", 3)), (3, ("Police CPT", WORK, "", 2))),
    "Harassment or Stalking": ((5, ("Police CSU", WORK, "", 1)), (1, ("DVC Safety", "Victim Support", "", 2))),
    "Domestic Abuse": (
        (5, ("Larkfold", "domestic-abuse service", "", 1)),
        (3, ("Police CSU", WORK, "", 1)),
        (2, ("DVC Housing", WORK, "", 2)),
        (1, ("Police CSU", "domestic-abuse MARAC", "", 5)),
    ),
    "Hate Incident": ((4, ("Police CSU", "visit", "", 2)), (1, ("DVC Safety", "Victim Support", "", 2))),
    "Drugs or County Lines": (
        (5, ("Police CPT", "patrol", "", 3)),
        (3, ("Police CSU", "research", "", 3)),
        (2, ("Millrace", WORK, "", 3)),
        (1, ("Police CSU", "serious crime group", "", 5)),
        (1, ("Turnstone", "substance misuse", "", 3)),
    ),
    "Mental Health Concern": ((5, ("MH Team", "mental health", "", 2)), (3, ("Wardens", "visit", "", 2))),
    "Vulnerable Adult or Self-neglect": (
        (5, ("Adult Care", "adult safeguarding", "", 2)),
        (3, ("Wardens", "visit", "", 2)),
        (2, ("Fire", "fire home safety", "", 5)),
    ),
    "Child Safeguarding or CSE": ((4, ("Children", "children's safeguarding", "", 1)), (1, ("CC Youth", WORK, "", 3))),
    "Prevent": ((1, ("Police CSU", WORK, "", 2)),),
    "Modern Slavery": ((1, ("Police CSU", "modern slavery", "", 2)),),
    "Rogue Trader or Scam": (
        (4, ("Trading Std", "Trading Standards", "", 3)),
        (4, ("Wardens", "visit", "Doorstep pack", 3)),
    ),
    "Unauthorised Encampment": ((1, ("DVC Safety", WORK, "Welfare check, land ownership", 2)),),
    "Licensed Premises": ((3, ("Licensing", "Licensing", "", 5)), (1, ("Licensing", "joint visit", "", 7))),
    "Parking": ((3, ("Wardens", "patrol", "School run", 5)), (1, ("DVC Safety", "letter drop", "", 5))),
    "Missing Person": ((1, ("Children", WORK, "", 1)), (1, ("Police CSU", WORK, "", 1))),
    "Other Concern": ((1, ("DVC Safety", WORK, "", 3)), (1, ("Wardens", WORK, "", 3))),
}
"""What is asked of whom, and how often, by category."""

MARAC = "Agreed at the Community MARAC"
WANTED: dict[str, Made] = {
    "site visit": ("DVC Safety", "site visit", "Look at the place with the owner", 5),
    "CBO": ("Police CSU", "CBO", "File with the earlier incidents", 20),
    "CPW": ("DVC ASB", "CPW", "", 5),
    "CPN": ("DVC ASB", "CPN", "The warning was not kept", 7),
    "CPN breach": ("DVC ASB", "CPN breach", "The notice was not kept", 10),
    "closure order": ("Police CSU", "closure order", "With legal, after the notice", 10),
    "warning letter (vehicle)": ("Police CPT", "warning letter (vehicle)", "To the keeper", 3),
    "warning letter (ASB)": ("DVC ASB", "warning letter (ASB)", MARAC, 7),
    "ABA": ("DVC ASB", "ABA", MARAC, 10),
    "ABA breach letter": ("DVC ASB", "ABA breach letter", MARAC, 7),
    "Prevent": ("Police CSU", "Prevent", "", 3),
}
OF_MARAC = frozenset({"warning letter (ASB)", "ABA", "ABA breach letter"})
FITTING: dict[str, frozenset[str]] = {
    "site visit": frozenset({"Fly-tipping", "Rowdy or Inconsiderate Behaviour", "Unauthorised Encampment", "Trespass"}),
    "CBO": frozenset({"Shoplifting", "Begging or Vagrancy", "Street Drinking"}),
    "CPW": frozenset(
        {
            *("Noise", "Rowdy or Nuisance Neighbours", "Neighbour Dispute", "Animal Problems", "Fly-tipping"),
            *("Littering or Drug Paraphernalia", "Street Drinking", "Begging or Vagrancy"),
        }
    ),
    "closure order": frozenset({"Drugs or County Lines"}),
    "warning letter (vehicle)": frozenset({"Vehicle Nuisance or Inappropriate Use"}),
    "warning letter (ASB)": frozenset(
        {
            *("Rowdy or Inconsiderate Behaviour", "Nuisance Bikes", "Criminal Damage", "Rowdy or Nuisance Neighbours"),
            "Malicious or Nuisance Communications",
        }
    ),
    "ABA": frozenset({"Rowdy or Inconsiderate Behaviour", "Nuisance Bikes", "Criminal Damage"}),
    "ABA breach letter": frozenset({"Rowdy or Inconsiderate Behaviour"}),
    "Prevent": frozenset({"Prevent"}),
}
ENVIRONMENTAL = frozenset({"Noise", "Fly-tipping", "Littering or Drug Paraphernalia", "Animal Problems"})
SELDOM = {"Burglary": 0.25, "Vehicle Crime": 0.3, "Licensed Premises": 0.5, "Parking": 0.45, "Shoplifting": 0.5}
"""How likely a report brings an action, where that is less than usual."""
REASONS = ("advice given", "already dealt with", "no offence or ASB", "owner elsewhere", "insufficient information")


@dataclass(frozen=True, slots=True)
class Year:
    """A financial year: its meetings that are carried over, and what is to come of them."""

    first: date
    last: date
    taskings: int
    wanted: dict[str, int]

    def has(self, day: date) -> bool:
        """Say whether a day is one of the year's."""
        return self.first <= day <= self.last


class Tasking:
    """Decides every entry."""

    def __init__(self, choice: random.Random, held: list[Held], entries: list[Entry]) -> None:
        self._choice = choice
        self._held = held
        self._entries = entries

    def decide(self, year: Year, sagas: Iterable[list[Entry]]) -> None:
        """Decide one year's entries: exactly so many are tasked, with exactly so many of each intervention."""
        mine = [entry for entry in self._entries if year.has(self._held[entry.meeting].day)]
        free = [entry for entry in mine if entry.head is None and not entry.group]
        self._want(year, free, sagas)
        forced = [entry for entry in free if entry.wanted]
        rest = [entry for entry in free if not entry.wanted]
        keys = {id(e): self._choice.random() ** (1 / SELDOM.get(e.category, 1.0)) for e in rest}
        rest.sort(key=lambda e: keys[id(e)], reverse=True)
        tasked = {id(entry) for entry in (*forced, *rest[: year.taskings - len(forced)])}
        assert len(tasked) == year.taskings, (year.taskings, len(forced), len(free))
        for entry in mine:
            if entry.head is not None:
                entry.decision = "same incident"
            elif entry.group:
                entry.decision = "task and finish group"
            elif id(entry) in tasked:
                entry.decision = "task"
                entry.tasks = self._tasks(entry)
            elif self._choice.random() < 0.5 or entry.category in SENSITIVE:
                entry.decision = "for information"
            else:
                entry.decision, entry.reason = "no further action", self._choice.choice(REASONS)

    def _want(self, year: Year, free: list[Entry], sagas: Iterable[list[Entry]]) -> None:
        """Choose which reports bring which intervention; a notice only where a warning came before it."""
        left = dict(year.wanted)
        end = min(year.last, LAST) - timedelta(days=35)
        early = [e for e in free if self._held[e.meeting].day <= end]
        open_ids = {id(entry) for entry in early}
        households = [saga for saga in sagas if len(saga) >= 3 and all(id(entry) in open_ids for entry in saga)]
        self._choice.shuffle(households)
        for saga in households:
            if not left["CPN"]:
                break
            steps = ("CPW", "CPN", "CPN breach")[: 3 if left["CPN breach"] and len(saga) > 3 else 2]
            for kind, entry in zip(steps, saga[len(saga) - len(steps) :], strict=True):
                entry.wanted.append(kind)
                left[kind] -= 1
        assert not left["CPN"], "too few callers who ring again"
        assert not left["CPN breach"], "no household for a breach"
        for kind in ("closure order", "CBO", "ABA breach letter", "ABA", "warning letter (vehicle)", "Prevent"):
            self._choose(early, kind, left[kind])
        for kind in ("warning letter (ASB)", "site visit", "CPW"):
            self._choose(early, kind, left[kind])

    def _choose(self, early: list[Entry], kind: str, number: int) -> None:
        fitting = [e for e in early if e.category in FITTING[kind] and not e.wanted and (kind != "CPW" or e.turn != 1)]
        if kind == "ABA breach letter":
            fitting = fitting[len(fitting) // 2 :]
        assert len(fitting) >= number, (kind, number, len(fitting))
        for entry in self._choice.sample(fitting, number):
            entry.wanted.append(kind)

    def _tasks(self, entry: Entry) -> list[Task]:
        choice = self._choice
        made = MADE[entry.category]
        wanted = [_fit(WANTED[kind], entry) for kind in entry.wanted]
        if any(kind in OF_MARAC for kind in entry.wanted):
            wanted.insert(0, ("DVC ASB", "Community MARAC", "", 5))
        if not wanted or choice.random() < 0.2:
            usual: Made = choice.choices([task for _, task in made], [share for share, _ in made])[0]
            wanted.insert(0, usual)
        if choice.random() < 0.12:
            second: Made = choice.choice(made)[1]
            if second[0] not in {agency for agency, *_ in wanted}:
                wanted.append(second)
        return [self._task(entry, one) for one in wanted]

    def _task(self, entry: Entry, made: Made) -> Task:
        agency, kind, words, days = made
        officers = [name for short, name, _ in unit.OFFICERS if short == agency]
        officer = self._choice.choice(officers) if self._choice.random() < 0.25 else ""
        return Task(agency, officer, kind, "" if entry.category in SENSITIVE else words, days)


def _fit(made: Made, entry: Entry) -> Made:
    """Give a warning or notice about noise or waste to Environmental Health."""
    if made[1] in {"CPW", "CPN", "CPN breach"} and entry.category in ENVIRONMENTAL:
        return ("Env Health", *made[1:])
    return made
