"""Hotspots, flags and the case reviews that a meeting moved, in every form of its minutes."""

import json
from typing import Any

import pytest

from csu_tui.domain.extract import extract
from csu_tui.domain.snapshot import redacted
from csu_tui.files.minutes import render
from csu_tui.files.minutes.agency import render_agency
from csu_tui.files.minutes.markdown import render_markdown
from tests.files.minuted import HOSTILE, snapshot

PLANTED = "Zebedee"
PLACE = {"street": "Mill Lane", "locality": "Swanley", "outward": "BR8"}


def review(**more: Any) -> dict[str, Any]:
    return {
        "case_review": "V2",
        "report": "R1042",
        "headline": "Nuisance Bikes",
        "raised": "2022-03-14",
        "threshold_met": False,
        "taken_forward": False,
        "decided": "2022-03-14",
        "closed": None,
        "words": "threshold not met",
        "free": {"reason": f"{PLANTED} was told by letter", "outcome": ""},
    } | more


def flagged(**more: Any) -> Any:
    """A meeting with one of each, a planted word wherever a field could carry one."""
    spot = {"place": PLACE | {"house": PLANTED}, "reports": 6, "days": 28, "before": 2, "trend": "rising"}
    flag = {"report": "R1042", "headline": "Nuisance Bikes", "qualifying": 3, "threshold": 3}
    flags: dict[str, Any] = {
        "hotspots": [spot | {"key": PLANTED}],
        "case_reviews": [flag | {"words": "threshold looks met, 1 counted by date received", "reporter": PLANTED}],
        "reviews": [review(reporter=PLANTED)],
    }
    return snapshot(flags=flags | more)


def section(text: str) -> str:
    return " ".join(text.split("HOTSPOTS AND CASE REVIEW FLAGS")[1].split("TOTALS", maxsplit=1)[0].split())


@pytest.mark.parametrize("hidden", [False, True])
def test_text_says_them_in_words(hidden: bool) -> None:
    said = section(render(flagged(), redacted=hidden))
    assert "Hotspot: Mill Lane, Swanley BR8, 6 reports in 28 days, 2 in the 28 days before: rising" in said
    assert "Case review: R1042 Nuisance Bikes, 3 of 3, threshold looks met, 1 counted by date received" in said
    assert "ASB Case Review V2 on R1042 Nuisance Bikes: raised Mon 14 Mar, threshold not met" in said


def test_full_minutes_give_the_reason_and_redacted_ones_do_not() -> None:
    assert f"Reason {PLANTED} was told by letter" in section(render(flagged(), redacted=False))
    assert PLANTED not in render(flagged(), redacted=True)
    assert PLANTED not in render_markdown(flagged(), redacted=True)


def test_redacted_flags_keep_named_fields_only() -> None:
    flags = redacted(flagged())["flags"]
    assert PLANTED not in json.dumps(flags)
    assert set(flags["hotspots"][0]) == {"place", "reports", "days", "before", "trend"}
    assert set(flags["case_reviews"][0]) == {"report", "headline", "qualifying", "threshold", "words"}
    assert "free" not in flags["reviews"][0]


def test_extract_of_an_agency_has_none() -> None:
    assert extract(flagged(), "Kent Police")["flags"] == {"hotspots": [], "case_reviews": []}
    assert "Hotspot" not in render_agency(flagged(), "Kent Police", redacted=False)


def test_snapshot_of_before_there_were_reviews_reads_as_it_did() -> None:
    old = snapshot()
    said = section(render(old, redacted=False))
    assert "Hotspot: Lullingstone Avenue, Swanley BR8, 6 reports in 28 days Case review" in said
    assert "reviews" not in redacted(old)["flags"]


def test_place_of_sensitive_reports_alone_is_said_to_be_unnamed() -> None:
    spot = {"place": {"street": "", "locality": "", "outward": ""}, "reports": 5, "days": 28}
    assert "Hotspot: place not named, 5 reports" in section(render(flagged(hotspots=[spot]), redacted=False))


@pytest.mark.parametrize("hidden", [False, True])
def test_hostile_words_are_harmless_in_every_form(hidden: bool) -> None:
    spot = {"place": {"street": HOSTILE, "locality": "", "outward": ""}, "reports": 5, "days": 28, "before": 1}
    moved = review(headline=HOSTILE, free={"reason": HOSTILE, "outcome": HOSTILE})
    meeting = flagged(hotspots=[spot | {"trend": HOSTILE}], reviews=[moved])
    for text in (render(meeting, redacted=hidden), render_markdown(meeting, redacted=hidden)):
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert max(map(len, render(meeting, redacted=hidden).splitlines())) <= 80
