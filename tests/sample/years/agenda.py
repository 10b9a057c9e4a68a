"""The meetings walked: in which order each had its reports, and when it resolved what."""

import random
from collections import defaultdict
from datetime import timedelta

from csu_tui.domain.ids import ReportId
from csu_tui.domain.moment import Moment, local, midnight
from csu_tui.domain.order import Waiting, reports_in_order
from csu_tui.domain.words import Precision, Risk
from tests.sample.years.entry import Entry
from tests.sample.years.sittings import Held

ACTIONS_TAKE = timedelta(minutes=6)
"""The first minutes of a meeting are for the actions that are due."""


def received(entry: Entry) -> Moment:
    """Return when it was received, as exactly as its source states it."""
    if entry.day_only:
        return Moment(midnight(local(entry.at).date()), Precision.DAY)
    return Moment(entry.at)


def sit(choice: random.Random, held: list[Held], entries: list[Entry]) -> None:
    """Walk every meeting; one that holds a report over has it, and so has the next."""
    by_number = {entry.number: entry for entry in entries}
    waiting: dict[int, list[Waiting]] = defaultdict(list)
    for entry in entries:
        risk, when = Risk(entry.risk), received(entry)
        waiting[entry.meeting].append(Waiting(ReportId(entry.number), risk, when, bool(entry.held)))
        if entry.held:
            waiting[entry.first_meeting].append(Waiting(ReportId(entry.number), risk, when))
    for meeting in held:
        at = meeting.start + ACTIONS_TAKE
        for one in reports_in_order(waiting[meeting.place]):
            entry = by_number[one.report_id]
            at += timedelta(seconds=choice.randrange(60, 160))
            if entry.meeting == meeting.place:
                entry.decided = at
            else:
                entry.held_at = at
            meeting.entries.append(entry)
        meeting.end = at + timedelta(seconds=choice.randrange(100, 240))
