"""Where the chair is on the agenda."""

from dataclasses import replace

from csu_tui.domain.agenda import Step
from csu_tui.domain.ids import ActionId, ReportId, StepId
from csu_tui.domain.place import Place
from csu_tui.domain.words import Decision, Review, Risk, StepKind
from csu_tui.tui.walk import Walk


def step(number: int, *, agency: str = "", settled: bool = False, taken_back: bool = False) -> Step:
    kind = StepKind.ACTION if agency else StepKind.REPORT
    return Step(
        id=StepId(100 + number),
        version=1,
        number=number,
        kind=kind,
        report_id=ReportId(number),
        action_id=ActionId(number) if agency else None,
        headline="Noise",
        place=Place(),
        risk=Risk.STANDARD,
        sensitive=False,
        late=False,
        held_over=False,
        raised=False,
        decision=Decision.FOR_INFORMATION if settled and not agency else None,
        reason="",
        linked_id=None,
        review=Review.DONE if settled and agency else None,
        comment="",
        agency=agency,
        taken_back=taken_back,
    )


def walk(*steps: Step) -> Walk:
    made = Walk()
    made.take(steps)
    return made


def test_the_step_on_screen_stays_when_the_agenda_grows() -> None:
    here = walk(step(1), step(2))
    here.move(1)
    here.take((step(1), replace(step(2), version=2), step(3)))
    assert (here.number, here.step and here.step.version) == (2, 2)


def test_walking_ends_at_both_ends() -> None:
    here = walk(step(1), step(2))
    assert (here.move(-1), here.number) == (False, 1)
    assert (here.move(1), here.move(1), here.number) == (True, False, 2)


def test_undecided_goes_round_past_what_is_settled_or_taken_back() -> None:
    here = walk(step(1), step(2, settled=True), step(3, taken_back=True), step(4))
    assert here.next_undecided()
    assert here.number == 4
    assert here.next_undecided()
    assert here.number == 1


def test_undecided_stays_where_nothing_else_is_left() -> None:
    here = walk(step(1), step(2, settled=True))
    assert (here.next_undecided(), here.number) == (False, 1)


def test_undecided_passes_over_what_a_queued_key_settles() -> None:
    here = walk(step(1), step(2), step(3))
    assert here.next_undecided(frozenset({StepId(102)}))
    assert here.number == 3


def test_agency_by_agency_then_the_reports_and_back() -> None:
    here = walk(step(1, agency="Fire"), step(2, agency="Fire"), step(3, agency="Police"), step(4), step(5))
    numbers = []
    while here.next_agency(1):
        numbers.append(here.number)
    assert numbers == [3, 4]
    here.move(1)
    assert (here.next_agency(-1), here.number) == (True, 4)
    assert (here.next_agency(-1), here.number) == (True, 3)


def test_a_meeting_resumes_at_its_step_or_the_nearest_before() -> None:
    here = walk(step(1), step(2), step(4))
    here.to_number(3)
    assert here.number == 2
    here.to_number(9)
    assert here.number == 4


def test_an_empty_agenda_has_no_step() -> None:
    here = walk()
    assert (here.step, here.number, here.move(1), here.next_undecided()) == (None, 0, False, False)
    assert not here.next_agency(1)
