"""One report of the sample and what became of it, as `weeks/*.txt` tell it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from csu_tui.domain.moment import london

WEEKS = Path(__file__).parent / "weeks"
YEAR = 2022
_PLACE = re.compile(r"(?:(?P<house>(?:Flat \w+, )?\d+\w?) )?(?P<street>[^,\d]+), (?P<locality>[^,\d]+)")
_TASK = re.compile(
    r"(?P<agency>[^/,:]+)(?:/(?P<officer>[^,:]+))?(?:, (?P<kind>[^,:]+))?(?:, (?P<due>\d\d/\d\d))?(?:: (?P<words>.+))?"
)
_DEED = re.compile(r"(?P<number>\d?) (?:open|(?P<at>\d\d/\d\d \d\d:\d\d) (?P<verb>[^:]+?)(?:: (?P<words>.+))?)")
_TOLD = re.compile(r" (?:owed|(?P<at>\d\d/\d\d \d\d:\d\d) (?P<verb>[^:]+?)(?:: (?P<words>.+))?)")


@dataclass(frozen=True, slots=True)
class Task:
    """What a meeting asked of one agency."""

    agency: str
    officer: str
    kind: str
    due: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What became of an action, the `number`-th of its report, or what the reporter was told; no time: nothing."""

    number: int
    at: datetime | None
    verb: str
    words: str


@dataclass(slots=True)
class Story:
    """One report; `raised` on the day, or brought by a file on the morning of `arrives`."""

    received: datetime
    day_only: bool
    arrives: date | None
    raised: bool
    source: str
    category: str
    risk: str
    qualifier: str
    kind: str
    wish: str
    route: str
    name: str
    house: str
    street: str
    locality: str
    label: str
    title: str = ""
    text: str = ""
    tasks: list[Task] = field(default_factory=list)
    decision: str = ""
    reason: str = ""
    deeds: list[Deed] = field(default_factory=list)
    told: list[Deed] = field(default_factory=list)
    comment: str = ""
    risk_raised: str = ""


def stories() -> tuple[Story, ...]:
    """Return every report of the three weeks and of the morning, by the time received."""
    found = [
        _story(block)
        for name in ("week1", "week2", "week3", "morning")
        for block in (WEEKS / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    ]
    return tuple(sorted(found, key=lambda story: (story.received, story.source)))


def at(text: str) -> datetime:
    """Read `14/03 06:50` as a London time."""
    day, _, clock = text.partition(" ")
    return datetime.combine(a_day(day), time.fromisoformat(clock or "00:00"), london())


def a_day(text: str) -> date:
    """Read `14/03`."""
    return date(YEAR, int(text[3:]), int(text[:2]))


def _story(block: str) -> Story:
    head, *lines = block.split("\n")
    when, source, category, weight, who, name, place, *label = (part.strip() for part in head[2:].split("|"))
    raised = when.startswith("raised ")
    received, _, arrives = when.removeprefix("raised ").partition(" > ")
    risk, _, qualifier = weight.partition(" ")
    kind, wish, route = (*who.split(), "-", "-")[:3]
    where = _PLACE.fullmatch(place)
    assert where, place
    story = Story(
        received=at(received),
        day_only=" " not in received,
        arrives=a_day(arrives) if arrives else None,
        raised=raised,
        source=source,
        category=category,
        risk=risk,
        qualifier=qualifier,
        kind=kind.strip("-"),
        wish=wish.strip("-"),
        route=route.strip("-"),
        name=name,
        house=where["house"] or "",
        street=where["street"],
        locality=where["locality"],
        label=label[0] if label else "",
    )
    for line in lines:
        _take(story, line)
    return story


def _take(story: Story, line: str) -> None:
    sign, rest = line[0], line[1:].strip()
    if sign == "=":
        story.title = rest
    elif sign == "^":
        story.risk_raised = rest.removeprefix("risk ")
    elif sign == "%":
        story.comment = rest
    elif sign == "<":
        story.deeds.append(_deed(_DEED.fullmatch(line[1:]), line))
    elif sign == "!":
        story.told.append(_deed(_TOLD.fullmatch(line[1:]), line))
    elif sign != ">":
        story.text = f"{story.text}\n{line}".strip()
    elif rest.split(" ")[0].rstrip(":") in {"nfa", "info", "hold", "same"}:
        word, _, more = rest.partition(" ")
        story.decision, story.reason = word.rstrip(":"), more
    else:
        story.tasks.append(_task(rest))


def _task(text: str) -> Task:
    found = _TASK.fullmatch(text)
    assert found, text
    due = found["due"]
    return Task(
        found["agency"], found["officer"] or "", found["kind"] or "", a_day(due) if due else None, found["words"] or ""
    )


def _deed(found: re.Match[str] | None, line: str) -> Deed:
    assert found, line
    parts = found.groupdict()
    when = at(parts["at"]) if parts["at"] else None
    return Deed(int(parts.get("number") or 1), when, parts["verb"] or "", parts["words"] or "")
