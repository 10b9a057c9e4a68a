"""`hotspots`: its lines and its contract."""

from pathlib import Path

from csu_tui.desk.desk import Desk
from tests.cli.conftest import HEADERS, Ask, parsed


def pile(desk: Desk, path: Path, count: int, category: str = "Noise") -> None:
    """Take in so many reports of one house."""
    from csu_tui.desk.intake import IntakeOptions

    rows = [
        f"Council,{category}{n},{10 + n}/03/2022 10:00,,{category},,,Secret title,secret words,12,Mill Lane,Darentford,"
        "DV1 2AB,resident,Ada Planted,01632 960111,,yes,"
        for n in range(count)
    ]
    path.write_text("\n".join((HEADERS, *rows)) + "\n", encoding="utf-8")
    assert desk.take_in(path, IntakeOptions(history=True)).added == count


def test_json_has_place_numbers_trend_and_the_newest_reports(ask: Ask, desk: Desk, tmp_path: Path) -> None:
    assert ask("hotspots", "--json") == (0, "[]\n", "")
    pile(desk, tmp_path / "more.csv", 4)
    pile(desk, tmp_path / "hidden.csv", 1, "Domestic Abuse")
    status, out, _ = ask("hotspots", "--json")
    (one,) = parsed(out)
    assert status == 0
    assert one == {
        "place": {"street": "Mill Lane", "locality": "Darentford", "postcode": "DV1"},
        "reports": 7,
        "before": 0,
        "trend": "rising",
        "days": 28,
        "sensitive": 1,
        "newest": ["R3", "R1", "R7", "R6", "R5", "R4"],
    }


def test_lines_say_it_in_words_and_nothing_personal(ask: Ask, desk: Desk, tmp_path: Path) -> None:
    assert "No place is over the threshold" in ask("hotspots")[1]
    pile(desk, tmp_path / "more.csv", 4)
    _, out, _ = ask("hotspots")
    assert "Mill Lane, Darentford DV1" in out
    assert "6 reports in 28 days  rising, 0 before" in out
    assert "newest R3 R1 R7 R6 R5\n" in out
    pile(desk, tmp_path / "hidden.csv", 2, "Domestic Abuse")
    assert "newest R3 R1 R7 R6 R5; 2 sensitive, not listed\n" in ask("hotspots")[1]
    assert not [word for word in ("2AB", "Planted", "secret", "Secret", "12 ") if word in out]
