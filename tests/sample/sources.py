"""The files that the sources send each morning, written from the stories."""

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from csu_tui.domain.moment import Moment, local, midnight
from csu_tui.domain.words import Precision
from tests.sample.people import reached_by
from tests.sample.places import postcode
from tests.sample.story import Story

OWN = (
    "source,reference,received,occurred,category,qualifier,risk,title,text,house,street,locality,postcode,"
    "reporter,name,phone,email,feedback_wanted,route"
)
PRO = (
    "Report ID,Title,Detail,User Name,User Email,User Phone,Category,Created,Status,Latitude,Longitude,Query,"
    "Ward,Nearest address,Reported As"
)
SENT_BY = {"Police": "police", "Council contact centre": "contact-centre", "FixMyStreet": "fixmystreet"}
"""Who sends a file of their own; everybody else's reports come in the partners' sheet."""
_BEFORE = (0, 0, 5, 12, 25, 40, 90)


def references(stories: Iterable[Story]) -> dict[int, str]:
    """Return each story's reference in its source's own style, by the story's place in the list; "" where none is."""
    counted: Counter[str] = Counter()
    found = {}
    for place, story in enumerate(stories):
        counted[story.source] += 1
        number, when = counted[story.source], story.received
        found[place] = {
            "Police": f"{when:%d%m}-{when.hour * 60 + when.minute - when.hour * 9:04d}",
            "Council contact centre": f"CC-{104200 + 7 * number}",
            "Community Wardens": f"W22/{310 + number:04d}",
            "FixMyStreet": str(2980000 + 31 * number),
            "Fire & Rescue": f"F22-{418 + 3 * number:05d}",
        }.get(story.source, "")
    return found


def moment(story: Story) -> Moment:
    """Return when it was received, as exactly as its source states it."""
    if story.day_only:
        return Moment(midnight(local(story.received).date()), Precision.DAY)
    return Moment(story.received)


def write(folder: Path, sender: str, sent: list[tuple[Story, str]], book: dict[str, tuple[str, str]], day: str) -> Path:
    """Write one sender's file of one morning and return its path."""
    path = folder / f"{sender}-{day}.csv"
    headers, row = (PRO, _pro) if sender == "fixmystreet" else (OWN, _own)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(headers.split(","))
        out.writerows(row(story, reference, book) for story, reference in sent)
    return path


def _own(story: Story, reference: str, book: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    phone, email = reached_by(story, book)
    stated = f"{story.received:%d/%m/%Y}" if story.day_only else f"{story.received:%d/%m/%Y %H:%M}"
    minutes = _BEFORE[len(story.text) % len(_BEFORE)]
    occurred = f"{story.received - timedelta(minutes=minutes):%d/%m/%Y %H:%M}" if minutes else ""
    return (
        *(story.source, reference, stated, occurred if story.source == "Police" else "", story.category),
        *(story.qualifier, story.risk, story.title, story.text, story.house, story.street, story.locality),
        *(postcode(story.house, story.street, story.locality), story.kind, story.name, phone, email),
        *(story.wish, story.route),
    )


def _pro(story: Story, reference: str, book: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    phone, email = reached_by(story, book)
    anonymous = story.kind == "anonymous"
    return (
        *(reference, story.title, story.text, "(anonymous)" if anonymous else story.name, email, phone),
        *(story.category, f"{story.received:%Y-%m-%dT%H:%M:%S}", "confirmed", "", ""),
        postcode(story.house, story.street, story.locality),
        *(story.locality, story.street, "anonymous_user" if anonymous else ""),
    )
