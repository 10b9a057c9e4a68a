"""Days, places and people as minutes say them."""

from datetime import date, datetime

from csu_tui.domain.dates import say_day, say_moment
from csu_tui.domain.moment import Moment, local
from csu_tui.domain.place import Place
from csu_tui.domain.snapshot import PersonalEntry, PlaceEntry, Snapshot
from csu_tui.files.minutes.page import name, words


class Calendar:
    """Days said from the day of the meeting: the year only where it is another one."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.today: date = local(datetime.fromisoformat(snapshot["meeting"]["start"])).date()

    def day(self, day: str) -> str:
        """Say a day: `Wed 16 Mar`."""
        return say_day(date.fromisoformat(day), self.today)

    def moment(self, at: str) -> str:
        """Say a time as exactly as it was stated: `Sun 13 Mar 16:40`, `Sun 13 Mar` or `Jan 2024`."""
        return say_moment(Moment.read(at), self.today)


def clock(at: str) -> str:
    """Say the time of day on a London clock."""
    return f"{local(datetime.fromisoformat(at)):%H:%M}"


def place(entry: PlaceEntry, personal: PersonalEntry | None = None) -> str:
    """Say a place on one line, with house and whole postcode where they are given."""
    more: PersonalEntry = personal or {}
    return Place(
        house=name(more.get("house", "")),
        street=name(entry["street"]),
        locality=name(entry["locality"]),
        postcode=name(more.get("postcode", "") or entry["outward"]),
        unsplit=name(more.get("unsplit", "")),
    ).line()


def owner(agency: str, officer: str) -> str:
    """Say who owns an action."""
    return ", ".join(part for part in (name(agency), name(officer)) if part)


def asked(kind: str, text: str) -> str:
    """Say what was asked: the kind, then the words, without saying the kind twice."""
    what, how = name(kind), words(text)
    said = how if how.casefold().startswith(what.casefold()) else ": ".join(part for part in (what, how) if part)
    return sentence(said)


def sentence(text: str) -> str:
    """Begin with a capital letter, leaving the rest as it is."""
    return text[:1].upper() + text[1:]


def count(number: int, noun: str) -> str:
    """Say how many: `1 report`, `2 reports`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
