"""Figures of the sample's two years against counts made by hand from its rows, row by row, in London time."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.domain.span import Span

SAMPLE = Path(__file__).parents[2] / "sample.db"
SPANS = {
    "a year": ("2021-04-01", "2022-03-31"),
    "the year before": ("2020-04-01", "2021-03-31"),
    "the month of the sample's weeks": ("2022-03-01", "2022-03-31"),
    "clocks forward": ("2022-03-27", "2022-03-27"),
    "clocks back": ("2021-10-31", "2021-10-31"),
    "the week of clocks forward": ("2022-03-25", "2022-03-31"),
    "a day": ("2022-03-16", "2022-03-16"),
    "nothing": ("1999-01-01", "1999-12-31"),
}
Row = dict[str, Any]


@dataclass
class Hand:
    """Every row of the sample, and the days of a span."""

    tables: dict[str, list[Row]]
    start: date
    end: date

    def within(self, stored: str | None) -> bool:
        """Say whether a stored time lies in the span on a London calendar."""
        if not stored or len(stored) < 10:
            return False
        if len(stored) == 10:
            day = date.fromisoformat(stored)
        else:
            at = datetime.fromisoformat(stored.removesuffix("Z")).replace(tzinfo=UTC)
            day = at.astimezone(ZoneInfo("Europe/London")).date()
        return self.start <= day <= self.end

    def by(self, table: str, number: int) -> Row:
        return self._numbered.setdefault(table, {r["id"]: r for r in self.tables[table]})[number]

    def __post_init__(self) -> None:
        self._numbered: dict[str, dict[int, Row]] = {}
        self.same: dict[int, int] = {}
        self.shares: dict[int, int] = {}
        for link in self.tables["incident_link"]:
            if not link["undone"]:
                self.same[link["report_id"]] = link["same_as_id"]
                if link["shares_feedback"]:
                    self.shares[link["report_id"]] = link["same_as_id"]

    def meetings(self) -> set[int]:
        found = (m for m in self.tables["meeting"] if m["state"] != "abandoned" and self.within(m["start"]))
        return {m["id"] for m in found}

    def tasked(self) -> list[Row]:
        held = self.meetings()
        made = (a for a in self.tables["action"] if a["meeting_id"] in held and not a["withdrawn"])
        return [a for a in made if self.by("report", a["report_id"])["taken_back"] is None]

    def finished(self, status: str = "done") -> list[Row]:
        actions = (a for a in self.tables["action"] if not a["withdrawn"] and a["status"] == status)
        return [a for a in actions if self.within(a["finished"])]

    def of_kind(self, name: str, topic: str = "") -> int:
        kinds = {k["id"] for k in self.tables["kind"] if (k["name"], k["topic"]) == (name, topic)}
        return sum(a["kind_id"] in kinds for a in self.finished())

    def contacts(self) -> list[Row]:
        rows = (c for c in self.tables["contact"] if not c["undone"] and c["means"] in {"visit", "call"})
        return [c for c in rows if self.within(c["at"])]

    def reports(self) -> list[Row]:
        rows = (r for r in self.tables["report"] if not r["history"] and r["taken_back"] is None)
        return [r for r in rows if self.within(r["received"])]

    def counted(self) -> list[Row]:
        """Without those linked to a report that counts itself, in this span or another."""
        heads = {r["id"] for r in self.tables["report"] if not r["history"] and r["taken_back"] is None}
        return [r for r in self.reports() if self.same.get(r["id"]) not in heads]

    def incidents(self, reports: list[Row]) -> int:
        return len({self.same.get(r["id"], r["id"]) for r in reports})

    def pairs(self) -> list[tuple[Row, list[Row]]]:
        """Return each incident received in the span: the report that counts, and all of it that count at all."""
        standing = {r["id"]: r for r in self.tables["report"] if not r["history"] and r["taken_back"] is None}
        together: dict[int, list[Row]] = {}
        for number, report in standing.items():
            together.setdefault(self.same.get(number, number), []).append(report)
        found = [(standing.get(head, reports[0]), reports) for head, reports in together.items()]
        return [(counts, reports) for counts, reports in found if self.within(counts["received"])]

    def days_to_first_contact(self) -> list[int]:
        at: dict[int, str] = {}
        for contact in self.tables["contact"]:
            if not contact["undone"]:
                at[contact["report_id"]] = min(contact["at"], at.get(contact["report_id"], "9"))
        firsts = [(r, min(at.get(one["id"], "9") for one in reports)) for r, reports in self.pairs()]
        return sorted(days(r["received"], first) for r, first in firsts if first != "9")

    def days_to_finish(self) -> list[int]:
        return sorted(
            days(r["received"], max(one["finished_on"] for one in reports))
            for r, reports in self.pairs()
            if all(one["finished_on"] for one in reports)
        )

    def answers(self) -> Counter[str]:
        held, found = self.meetings(), Counter[str]()
        decided = {
            s["report_id"]
            for s in self.tables["agenda_step"]
            if s["meeting_id"] in held and s["kind"] == "report" and s["decision"] not in (None, "hold over")
        }
        ledger = {f["report_id"]: f for f in self.tables["feedback"]}
        counted = set()
        for number in sorted(decided):
            report = self.by("report", number)
            if report["history"] or report["taken_back"] is not None:
                continue
            own = ledger[number]
            owed = own["state"] in {"due", "attempted", "unknown"}
            owed |= own["state"] == "via organisation" and not own["via_done"]
            answer = number if owed else self.shares.get(number, number)
            if answer in counted:
                continue
            counted.add(answer)
            line = ledger[answer if answer in decided else number]
            told = line["state"] == "given" or (line["state"] == "via organisation" and line["via_done"])
            settled = line["state"] in {"anonymous", "declined", "not appropriate"}
            found["told" if told else line["state"] if settled else "outstanding"] += 1
        return found


def days(start: str, end: str) -> int:
    """Return the days between two stored times on a London calendar."""
    first, last = (
        date.fromisoformat(one)
        if len(one) == 10
        else datetime.fromisoformat(one).astimezone(ZoneInfo("Europe/London")).date()
        for one in (start, end)
    )
    return max((last - first).days, 0)


def asb(hand: Hand) -> list[Row]:
    direct = "Resident, direct to the unit"
    return [r for r in hand.reports() if r["source"] == direct and hand.by("category", r["category_id"])["asb"]]


BY_HAND: dict[str, Callable[[Hand], int]] = {
    "daily_taskings": lambda h: len(
        {(a["meeting_id"], h.same.get(a["report_id"], a["report_id"])) for a in h.tasked()}
    ),
    "tasking_actions": lambda h: len(h.tasked()),
    "tasking_actions_open": lambda h: sum(a["status"] == "open" for a in h.tasked()),
    "tasking_actions_not_undertaken": lambda h: sum(a["status"] == "not undertaken" for a in h.tasked()),
    "contacts": lambda h: len(h.contacts()),
    "contact_visits": lambda h: sum(c["means"] == "visit" for c in h.contacts()),
    "groups": lambda h: sum(not g["undone"] and h.within(g["opened"]) for g in h.tables["taskgroup"]),
    "case_reviews_raised": lambda h: sum(not v["undone"] and h.within(v["raised"]) for v in h.tables["case_review"]),
    "case_reviews_taken_forward": lambda h: sum(
        not v["undone"] and v["taken_forward"] == 1 and h.within(v["decided"]) for v in h.tables["case_review"]
    ),
    "site_visits": lambda h: h.of_kind("site visit"),
    "cctv_deployments": lambda h: h.of_kind("CCTV deployment"),
    "cbo": lambda h: h.of_kind("CBO"),
    "cpw": lambda h: h.of_kind("CPW"),
    "cpn": lambda h: h.of_kind("CPN"),
    "cpn_breaches": lambda h: h.of_kind("CPN breach"),
    "closure_orders": lambda h: h.of_kind("closure order"),
    "vehicle_warning_letters": lambda h: h.of_kind("warning letter", "vehicle"),
    "asb_warning_letters": lambda h: h.of_kind("warning letter", "ASB"),
    "aba": lambda h: h.of_kind("ABA"),
    "aba_breach_letters": lambda h: h.of_kind("ABA breach letter"),
    "prevent_referrals": lambda h: h.of_kind("Prevent"),
    "community_marac_referrals": lambda h: h.of_kind("Community MARAC"),
    "actions_done": lambda h: len(h.finished()),
    "actions_not_possible": lambda h: len(h.finished("not possible")),
    "actions_not_undertaken": lambda h: len(h.finished("not undertaken")),
    "reports": lambda h: h.incidents(h.counted()),
    "resident_asb_reports": lambda h: h.incidents(asb(h)),
    "feedback_told": lambda h: h.answers()["told"],
    "feedback_anonymous": lambda h: h.answers()["anonymous"],
    "feedback_declined": lambda h: h.answers()["declined"],
    "feedback_not_appropriate": lambda h: h.answers()["not appropriate"],
    "feedback_outstanding": lambda h: h.answers()["outstanding"],
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, list[Row]]]]:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    shutil.copy(SAMPLE, path)
    desk = Desk.open(path, create=False, clock=Clock(), login="ellis")
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    names = ("meeting", "agenda_step", "report", "action", "contact", "feedback", "incident_link", "taskgroup")
    tables = {
        name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]
        for name in (*names, "case_review", "kind", "category")
    }
    connection.close()
    yield desk, tables
    desk.close()


@pytest.mark.parametrize("named", SPANS)
def test_figures_equal_what_is_counted_by_hand(sample: tuple[Desk, dict[str, list[Row]]], named: str) -> None:
    desk, tables = sample
    start, end = map(date.fromisoformat, SPANS[named])
    hand = Hand(tables, start, end)
    figures = desk.figures(Span(start, end))
    assert {name: figures.count(name) for name in BY_HAND} == {name: count(hand) for name, count in BY_HAND.items()}
    if named == "a year":
        assert all(figures.count(name) for name in ("daily_taskings", "contacts", "cpw", "feedback_told", "reports"))


@pytest.mark.parametrize("named", SPANS)
def test_days_are_those_counted_by_hand_a_linked_pair_once(
    sample: tuple[Desk, dict[str, list[Row]]], named: str
) -> None:
    desk, tables = sample
    start, end = map(date.fromisoformat, SPANS[named])
    hand, span = Hand(tables, start, end), Span(start, end)
    figures = desk.figures(span)
    for name, found in (("first_contact", hand.days_to_first_contact()), ("finish", hand.days_to_finish())):
        mean, p90 = (figures.named(f"days_to_{name}_{short}") for short in ("mean", "p90"))
        assert mean is not None
        assert p90 is not None
        assert len(desk.figure_records(mean.definition, span)) == len(found)
        if found:
            expected = (round(sum(found) / len(found), 1), found[-(-len(found) * 9 // 10) - 1])
            assert (mean.value, p90.value) == expected
    if named == "a year":
        assert any(len(reports) > 1 for _, reports in hand.pairs())
