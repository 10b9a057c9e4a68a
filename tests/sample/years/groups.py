"""The Task and Finish Groups of the two years."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from csu_tui.domain.moment import local
from csu_tui.domain.working_days import add_working_days
from tests.sample.years.calendar import LAST, london_time
from tests.sample.years.entry import Entry
from tests.sample.years.sittings import NEVER_LAST, Held

LEADS = ("DVC Safety", "DVC ASB", "Police CSU")
WITH = ("Police CPT", "Wardens", "Env Health", "CC Youth", "Turnstone", "Millrace", "Fire", "YOS", "CCTV")
CARING = ("Adult Care", "MH Team", "Fire", "Wardens", "DV Homes", "Police CSU")
NOTES = (
    *("First meeting held, each agency has its part.", "Joint patrols begun, quieter than before."),
    *("Letters delivered, three households have come forward.", "Measures agreed with the owner of the land."),
    *("Outreach keeps in touch weekly.", "Landlord has written to both households."),
)
CARE_NOTES = ("First meeting held, each agency has its part.", "Support in place, seen weekly.", "Home made safe.")
CONCERNS = {
    "Rowdy or Inconsiderate Behaviour": "Groups of young people in the evenings",
    "Nuisance Bikes": "Off-road bikes and mopeds",
    "Street Drinking": "Daytime drinking and begging",
    "Vehicle Nuisance or Inappropriate Use": "Car meets and racing",
}
CARE = "Vulnerable Adult or Self-neglect"
OUTCOMES = (
    "Reports down by half, agencies go on by themselves",
    "Quiet for six weeks",
    "Measures in place, no report since",
)
CARE_OUTCOMES = (
    *("Support in place, reviewed by its own service", "Moved to supported housing at their own wish"),
    *("Home cleared and safe, carer visits twice a week", "Family back in touch, no further concern"),
    *("Appointee found, bills paid, warden calls weekly", "In hospital, discharge plan agreed with Adult Care"),
)
OPEN = 3
"""So many of the latest are still at work on the sample's morning."""


@dataclass(slots=True)
class Group:
    """One group; the last of its `entries` is the report whose meeting began it."""

    number: int
    name: str
    about: str
    concern: str
    lead: str
    agencies: list[str]
    entries: list[Entry]
    report_back: date | None = None
    closed: datetime | None = None
    outcome: str = ""
    notes: list[tuple[datetime, str]] = field(default_factory=list)


def form(
    choice: random.Random,
    held: list[Held],
    span: tuple[date, date],
    found: tuple[list[Entry], list[list[Entry]], list[list[Entry]]],
    numbers: Iterable[int],
) -> list[Group]:
    """Choose what of one year's entries, flares and sagas becomes a group, one for each of `numbers`."""
    wanted = list(numbers)
    entries, flares, sagas = found

    def fits(entry: Entry) -> bool:
        inside = span[0] <= held[entry.meeting].day <= span[1]
        return inside and not entry.held and entry.meeting < len(held) - NEVER_LAST

    lists = [flare[: choice.randrange(4, len(flare) + 1)] for flare in flares]
    lists += [saga[:3] for saga in sagas[:5]]
    lists = [one for one in lists if fits(one[-1])]
    adults = [[entry] for entry in entries if entry.category == CARE and entry.kind != "anonymous" and fits(entry)]
    lists += choice.sample(adults, len(wanted) - len(lists))
    lists.sort(key=lambda one: one[-1].at)
    return [_group(choice, number, one) for number, one in zip(wanted, lists, strict=True)]


def _group(choice: random.Random, number: int, entries: list[Entry]) -> Group:
    last = entries[-1]
    last.group = number
    _, street, _ = last.place
    if last.category == CARE:
        group = Group(number, f"Adult at home, {street}", "person", "Safe at home", "Adult Care", [], entries)
        group.agencies = choice.sample(CARING[1:], 3)
    elif last.turns:
        group = Group(number, f"Two households, {street}", "area", "Noise and quarrels", "DVC ASB", [], entries)
        group.agencies = choice.sample(("DV Homes", "Millrace", "Env Health", "Police CPT", "Wardens"), 3)
    else:
        group = Group(number, street, "area", CONCERNS[last.category], choice.choice(LEADS), [], entries)
        group.agencies = choice.sample(WITH, choice.randrange(3, 6))
    return group


def work(choice: random.Random, groups: list[Group]) -> None:
    """Let the groups meet, note, report back and close, once the meetings have begun them."""
    for group in groups:
        opened = group.entries[-1].decided
        assert opened
        begun = local(opened).date()
        care = group.about == "person"
        day = begun
        for _ in range(choice.randrange(1, 4)):
            day = add_working_days(day, choice.randrange(5, 12))
            if day < LAST:
                words = choice.choice(CARE_NOTES if care else NOTES)
                group.notes.append((london_time(day, choice.randrange(10, 17), choice.randrange(60)), words))
        if group in groups[-OPEN:]:
            group.report_back = add_working_days(date(2022, 4, 1), 3 + group.number % 6)
            continue
        end = min(add_working_days(day, choice.randrange(3, 20)), LAST - timedelta(days=1 + group.number % 3))
        group.closed = london_time(end, choice.randrange(14, 17), choice.randrange(60))
        group.outcome = choice.choice(CARE_OUTCOMES if care else OUTCOMES)
        group.report_back = add_working_days(end, choice.randrange(2, 9))
        group.notes = [note for note in group.notes if note[0] < group.closed]
