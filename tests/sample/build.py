"""The sample built: two years carried over, then three weeks of the unit, all of these through the desk."""

import os
import sqlite3
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

from csu_tui.desk.intake import IntakeOptions
from csu_tui.domain.moment import Moment, local, london
from csu_tui.domain.working_days import is_working_day
from tests.sample import people, sources, unit
from tests.sample.office import Office
from tests.sample.sitting import Sitting
from tests.sample.story import Story, stories
from tests.sample.years.carry import carry_over
from tests.sample.years.counted import counted
from tests.sample.years.published import PUBLISHED, YEARS

FIRST, MORNING = date(2022, 3, 11), date(2022, 4, 1)
COMMAND = "python -m tests.sample"
PACKED = ('INSERT INTO "search_data"', 'INSERT INTO "search_idx"')


def build(target: Path) -> Path:
    """Build the sample at `target`, whole or not at all, replacing what is there."""
    with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".sample-") as folder:
        draft = Path(folder) / "sample.db"
        _tell(draft, Path(folder))
        connection = sqlite3.connect(draft)
        for year in YEARS:
            found = counted(connection, year)
            wrong = {name: (found[name], wanted) for name, wanted in PUBLISHED[year].items() if found[name] != wanted}
            assert not wrong, f"{year}: WEEKS in published.py no longer says what the three weeks bring: {wrong}"
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        draft.chmod(0o644)
        os.replace(draft, target)
    return target


def dump(path: Path) -> list[str]:
    """Return a database as SQL, its two numbers first, without the pages of the index.

    Each version of SQLite packs those in its own way; what is indexed is there whole.
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        numbers = [str(connection.execute(f"PRAGMA {name}").fetchone()) for name in ("application_id", "user_version")]
        return [*numbers, *(line for line in connection.iterdump() if not line.startswith(PACKED))]
    finally:
        connection.close()


def _clock(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), london())


def _tell(path: Path, folder: Path) -> None:
    all_of_it = stories()
    book = people.phone_book(all_of_it)
    named = sources.references(all_of_it)
    office = Office(path, _clock(FIRST - timedelta(days=1), 14, 0))
    unit.set_up(office.desk(unit.MINUTES))
    office.learn(office.desk(unit.MINUTES), unit.OFFICERS)
    carry_over(office)
    sitting = Sitting(office, book)
    waiting = [(story, named[place]) for place, story in enumerate(all_of_it) if not story.raised]
    day = FIRST
    while day <= MORNING:
        if is_working_day(day):
            office.work_until(_clock(day, 8, 40))
            here = [pair for pair in waiting if (pair[0].arrives or day) <= day and pair[0].received <= office.clock.at]
            _take_in(sitting, folder, here, f"{day}")
            waiting = [pair for pair in waiting if pair not in here]
            if day < MORNING:
                raised = [story for story in all_of_it if story.raised and story.received.date() == day]
                late = [pair for pair in waiting if not pair[0].arrives and pair[0].received <= _clock(day, 9, 5)]
                desk = sitting.open(_clock(day, 9, 0))
                number = sitting.walk(desk)
                if late:
                    _take_in(sitting, folder, late, f"{day}-2")
                    waiting = [pair for pair in waiting if pair not in late]
                sitting.end(desk, number, raised)
        day += timedelta(days=1)
    office.work_until(_clock(MORNING, 8, 55))
    office.close()
    assert not waiting, waiting
    assert not sitting.unheard, sitting.unheard


def _take_in(sitting: Sitting, folder: Path, here: list[tuple[Story, str]], day: str) -> None:
    """Write the senders' files, take them in at the minute-taker's desk, and learn the reports' numbers."""
    desk = sitting.office.desk(unit.MINUTES)
    senders: dict[str, list[tuple[Story, str]]] = {}
    for pair in here:
        senders.setdefault(sources.SENT_BY.get(pair[0].source, "partners"), []).append(pair)
    for sender in sorted(senders):
        sitting.office.clock.pass_by(25)
        path = sources.write(folder, sender, senders[sender], sitting.book, day)
        taken = desk.take_in(path, IntakeOptions())
        assert (taken.error, taken.added) == ("", len(senders[sender])), (path.name, taken)
    stories_by_key = {_key(story.source, sources.moment(story)): story for story, _ in here}
    assert len(stories_by_key) == len(here), "two reports of one source at one time"
    for step in desk.agenda().steps:
        report = desk.report(step.report_id, private=True).report
        if step.report_id not in sitting.known:
            sitting.remember(step.report_id, stories_by_key[_key(report.source, report.received)])


def _key(source: str, received: Moment) -> tuple[str, str]:
    return source, f"{local(received.at):%d/%m %H:%M}"
