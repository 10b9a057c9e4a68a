"""What was reported in a financial year: callers who ring again, places that flare up, and everything else."""

import random
from datetime import date, datetime, timedelta

from csu_tui.domain.moment import local
from csu_tui.domain.working_days import is_working_day
from tests.sample.years import places, words
from tests.sample.years.calendar import Days, london_time, moment
from tests.sample.years.entry import Entry
from tests.sample.years.people import Person, Town

SOURCES = {
    **{"Police": 52, "Council contact centre": 15, "Community Wardens": 10, "Housing association": 9},
    **{"FixMyStreet": 7, "Councillor": 3, "Town or parish council": 3, "Fire & Rescue": 2},
}
SEERS = ("Police", "Community Wardens", "Council contact centre")
DIRECT = "Resident, direct to the unit"
CATEGORIES: dict[str, int] = {
    **{
        "Rowdy or Inconsiderate Behaviour": 150,
        "Rowdy or Nuisance Neighbours": 75,
        "Noise": 85,
        "Neighbour Dispute": 55,
    },
    **{"Nuisance Bikes": 45, "Vehicle Nuisance or Inappropriate Use": 110, "Fly-tipping": 60, "Criminal Damage": 55},
    **{"Littering or Drug Paraphernalia": 30, "Vehicle Abandoned": 28, "Animal Problems": 28, "Trespass": 14},
    **{"Malicious or Nuisance Communications": 14, "Street Drinking": 25, "Prostitution-Related Activity": 3},
    **{"Begging or Vagrancy": 16, "Fireworks": 18, "Burglary": 14, "Vehicle Crime": 22, "Shoplifting": 24},
    **{"Harassment or Stalking": 18, "Domestic Abuse": 34, "Hate Incident": 18, "Drugs or County Lines": 40},
    **{"Mental Health Concern": 30, "Vulnerable Adult or Self-neglect": 34, "Child Safeguarding or CSE": 16},
    **{"Modern Slavery": 3, "Rogue Trader or Scam": 18, "Unauthorised Encampment": 8, "Licensed Premises": 12},
    **{"Parking": 24, "Missing Person": 10, "Other Concern": 14},
}
SENSITIVE = frozenset(
    {
        *("Harassment or Stalking", "Domestic Abuse", "Hate Incident", "Mental Health Concern", "Prevent"),
        *("Vulnerable Adult or Self-neglect", "Child Safeguarding or CSE", "Modern Slavery", "Missing Person"),
    }
)
BY_SOURCE: dict[str, frozenset[str]] = {
    "FixMyStreet": frozenset(
        {
            *("Fly-tipping", "Littering or Drug Paraphernalia", "Vehicle Abandoned", "Criminal Damage", "Parking"),
            *("Animal Problems", "Other Concern"),
        }
    ),
    "Community Wardens": frozenset(
        {
            *(
                "Rowdy or Inconsiderate Behaviour",
                "Vehicle Abandoned",
                "Littering or Drug Paraphernalia",
                "Fly-tipping",
            ),
            *("Vulnerable Adult or Self-neglect", "Animal Problems", "Parking", "Nuisance Bikes", "Street Drinking"),
            *("Rogue Trader or Scam", "Begging or Vagrancy", "Trespass"),
        }
    ),
    "Fire & Rescue": frozenset({"Criminal Damage", "Vulnerable Adult or Self-neglect", "Other Concern", "Fireworks"}),
    "Housing association": frozenset(
        {
            *("Noise", "Rowdy or Nuisance Neighbours", "Neighbour Dispute", "Domestic Abuse", "Animal Problems"),
            *("Drugs or County Lines", "Vulnerable Adult or Self-neglect", "Mental Health Concern", "Fly-tipping"),
        }
    ),
    "Town or parish council": frozenset(
        {
            *(
                "Fly-tipping",
                "Rowdy or Inconsiderate Behaviour",
                "Unauthorised Encampment",
                "Parking",
                "Criminal Damage",
            ),
            *("Vehicle Nuisance or Inappropriate Use", "Littering or Drug Paraphernalia", "Nuisance Bikes"),
        }
    ),
}
"""What else than anything a source reports."""
ASB_OF_RESIDENTS = (
    *("Noise", "Rowdy or Nuisance Neighbours", "Neighbour Dispute", "Rowdy or Inconsiderate Behaviour"),
    *("Nuisance Bikes", "Animal Problems", "Fly-tipping", "Vehicle Nuisance or Inappropriate Use"),
)
FLARING = (
    *("Rowdy or Inconsiderate Behaviour", "Nuisance Bikes", "Street Drinking"),
    *("Vehicle Nuisance or Inappropriate Use", "Rowdy or Inconsiderate Behaviour"),
)
MONTHS = {"Fireworks": frozenset({10, 11}), "Unauthorised Encampment": frozenset({4, 5, 6, 7, 8, 9})}
ENVIRONMENTAL = frozenset({"Fly-tipping", "Littering or Drug Paraphernalia", "Vehicle Abandoned"})
PERSONAL = frozenset({"Rowdy or Nuisance Neighbours", "Neighbour Dispute", "Malicious or Nuisance Communications"})
RISKS = (("standard", 80), ("medium", 17), ("high", 3))
SENSITIVE_RISKS = (("standard", 25), ("medium", 45), ("high", 30))


class Incidents:
    """Makes one year's entries; `first` to `last` are the days on which they are received."""

    def __init__(self, choice: random.Random, town: Town, first: date, last: date) -> None:
        self._choice = choice
        self._town = town
        self._days = Days(choice, first, last)
        self._first, self._last = first, last
        self.entries: list[Entry] = []
        self.flares: list[list[Entry]] = []
        """Places that flared up, each with its reports in order of time."""
        self.sagas: list[list[Entry]] = []
        """Callers who rang again, each with their reports in order of time."""

    def make(self, total: int, *, flares: int, sagas: int, linked: int, direct: int, prevent: int) -> None:
        """Make `total` entries, of residents' own on ASB exactly `direct`."""
        for _ in range(sagas):
            self._saga()
        for _ in range(flares):
            self._flare()
        for _ in range(direct - sum(entry.source == DIRECT for entry in self.entries)):
            self._single(DIRECT, self._choice.choice(ASB_OF_RESIDENTS))
        for _ in range(7):
            self._single(DIRECT, self._choice.choice(("Parking", "Rogue Trader or Scam", "Other Concern")))
        for _ in range(prevent):
            self._single("Police", "Prevent")
        while len(self.entries) < total - linked:
            source = self._choice.choices(list(SOURCES), list(SOURCES.values()))[0]
            known = [c for c in CATEGORIES if c in BY_SOURCE.get(source, CATEGORIES)]
            self._single(source, self._choice.choices(known, [CATEGORIES[c] for c in known])[0])
        heads = [entry for entry in self.entries if entry.source != DIRECT and entry.category not in SENSITIVE]
        for head in self._choice.sample([head for head in heads if head.at.date() < self._last], linked):
            self._again(head)

    def _single(self, source: str, category: str) -> None:
        day = self._days.day(source, MONTHS.get(category, frozenset()))
        at = moment(self._choice, source, day)
        if category in places.AT_HOME or category in SENSITIVE or category == "Rogue Trader or Scam":
            house, *street = places.a_home(self._choice, day)
            place = (house if self._choice.random() < 0.25 else "", street[0], street[1])
        else:
            place = places.a_spot(self._choice, category, day)
        self._add(at, source, category, place, self._reporter(source, category))

    def _saga(self) -> None:
        """One household and the caller next door, three to six times."""
        choice = self._choice
        category = choice.choice(
            ("Noise", "Rowdy or Nuisance Neighbours", "Neighbour Dispute", "Noise", "Animal Problems")
        )
        gaps = [choice.randrange(4, 24) for _ in range(choice.randrange(3, 7))]
        begun = self._days.day("Council contact centre")
        begun = max(self._first, min(begun, self._last - timedelta(days=sum(gaps) + 2)))
        home = places.a_home(choice, begun + timedelta(days=sum(gaps)))
        person = self._town.person("resident")
        told = []
        for turn, gap in enumerate(gaps, 1):
            begun += timedelta(days=gap)
            office = ("Council contact centre", "Housing association") if is_working_day(begun) else ("Police",)
            source = choice.choice(("Police", "Police", *office))
            entry = self._add(moment(choice, source, begun), source, category, home, ("resident", person, ""))
            entry.turn, entry.turns = turn, len(gaps)
            told.append(entry)
        self.sagas.append(sorted(told, key=lambda entry: entry.at))

    def _flare(self) -> None:
        """One place, five to nine reports within four weeks, by different people."""
        choice = self._choice
        begun = max(self._first, min(self._days.day("Police"), self._last - timedelta(days=30)))
        known = {flare[0].place for flare in self.flares}
        while True:
            category = choice.choice(FLARING)
            place = places.a_spot(choice, category, begun + timedelta(days=28))
            if place not in known:
                break
        told = []
        for _ in range(choice.randrange(5, 10)):
            day = begun + timedelta(days=choice.randrange(25))
            source = choice.choices(SEERS, (8, 2, is_working_day(day)))[0]
            told.append(
                self._add(moment(choice, source, day), source, category, place, self._reporter(source, category))
            )
        self.flares.append(sorted(told, key=lambda entry: entry.at))

    def _again(self, head: Entry) -> None:
        """Somebody else reports the same within hours."""
        choice = self._choice
        source = choice.choices(SEERS, (7, 1, 2))[0]
        at = head.at + timedelta(minutes=choice.randrange(4, 900))
        if not (is_working_day(local(at).date()) and 9 <= local(at).hour < 17):
            source = "Police"
        self._add(at, source, head.category, head.place, self._reporter(source, head.category)).head = head

    def _reporter(self, source: str, category: str) -> tuple[str, Person | None, str]:
        """Return the kind of reporter, who, and the name of an office."""
        choice = self._choice
        offices = {
            "Community Wardens": ("partner officer", f"Warden {choice.randrange(2, 15)}"),
            "Fire & Rescue": ("partner officer", "Crew, Stonefold station"),
            "Town or parish council": ("organisation", "Parish clerk"),
        }
        if source in offices:
            kind, office = offices[source]
            return kind, None, office
        kind = {"Councillor": "councillor", DIRECT: "resident"}.get(source) or self._kind(source, category)
        if kind in {"anonymous", "not stated"}:
            return kind, None, ""
        if kind == "organisation":
            return kind, None, choice.choice(("School office", "Duty manager", "Support worker", "Residents' group"))
        return kind, self._someone(kind), ""

    def _kind(self, source: str, category: str) -> str:
        choice = self._choice
        if source == "FixMyStreet":
            return choice.choices(("resident", "anonymous"), (7, 3))[0]
        if category in {"Shoplifting", "Licensed Premises", "Begging or Vagrancy"} and choice.random() < 0.7:
            return "business"
        chances = (63, 9, 9, 13, 6) if category not in SENSITIVE else (40, 0, 22, 15, 23)
        return choice.choices(("resident", "business", "anonymous", "not stated", "organisation"), chances)[0]

    def _someone(self, kind: str) -> Person:
        """Return somebody new, or who reported something else before; councillors are a dozen."""
        known = [entry.person for entry in self.entries if entry.kind == kind and entry.person]
        if kind == "councillor":
            return self._choice.choice(known) if len(known) > 12 else self._town.person(kind)
        return self._choice.choice(known[-60:]) if known and self._choice.random() < 0.1 else self._town.person(kind)

    def _add(
        self,
        at: datetime,
        source: str,
        category: str,
        place: tuple[str, str, str],
        reporter: tuple[str, Person | None, str],
    ) -> Entry:
        choice = self._choice
        kind, person, office = reporter
        day_only = source == "Town or parish council" and choice.random() < 0.5
        at = london_time(at.date(), 18) if day_only else at
        risks = SENSITIVE_RISKS if category in SENSITIVE else RISKS
        entry = Entry(at, source, category, place, kind, person, person.name if person else office, day_only)
        entry.risk = choice.choices([risk for risk, _ in risks], [share for _, share in risks])[0]
        if category in words.OPEN or category in ENVIRONMENTAL | PERSONAL:
            nuisance = "personal" if category in PERSONAL else "nuisance"
            entry.qualifier = "environmental" if category in ENVIRONMENTAL else nuisance
        entry.text = words.text(choice, category)
        if source == "Police" and category in words.TITLES and choice.random() < 0.25:
            entry.title = choice.choice(words.TITLES[category])
        self.entries.append(entry)
        return entry
