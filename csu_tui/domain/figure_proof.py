"""The sentence of the annual report: true, or with exactly what is missing (SPEC 1)."""

from dataclasses import dataclass

from csu_tui.domain.figure import Figures


@dataclass(frozen=True, slots=True)
class YearProof:
    """Whether every action of the taskings went forward and every reporter has been told.

    Taken forward are the actions done, and those not possible because circumstances changed; cancelled ones were no
    tasks any more. Missing are those still open and those that their agency did not undertake.
    """

    taskings: int
    still_open: int
    not_undertaken: int
    told: int
    anonymous: int
    declined: int
    not_appropriate: int
    outstanding: int

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to prove: no tasking, and no report decided."""
        answered = self.told + self.anonymous + self.declined + self.not_appropriate + self.outstanding
        return not (self.taskings or answered)

    @property
    def holds(self) -> bool:
        """Say whether there is something to prove, and nothing is missing."""
        return not (self.empty or self.still_open or self.not_undertaken or self.outstanding)

    @property
    def missing(self) -> tuple[tuple[str, int], ...]:
        """Return the figures that hold what is missing, by name, with how much that is."""
        found = (
            ("tasking_actions_open", self.still_open),
            ("tasking_actions_not_undertaken", self.not_undertaken),
            ("feedback_outstanding", self.outstanding),
        )
        return tuple((name, number) for name, number in found if number)

    def say(self) -> str:
        """Say it in one sentence."""
        if self.empty:
            return "No report was decided in this span."
        left = self.still_open + self.not_undertaken
        parts = [f"{self.still_open} open"] if self.still_open else []
        parts += [f"{self.not_undertaken} not undertaken"] if self.not_undertaken else []
        which = f" ({', '.join(parts)})" if parts else ""
        answers = [
            f"{self.told} {'reporter' if self.told == 1 else 'reporters'} told",
            f"{self.anonymous} anonymous",
            f"{self.declined} declined",
        ]
        answers += [f"{self.not_appropriate} not appropriate"] if self.not_appropriate else []
        taskings = f"{self.taskings} {'tasking' if self.taskings == 1 else 'taskings'}"
        forward = f"all actions taken forward but {left}{which}"
        return f"{taskings}: {forward}; {', '.join(answers)}; {self.outstanding} outstanding."


def prove_year(figures: Figures) -> YearProof:
    """Return the proof that the figures of a span give."""
    return YearProof(
        taskings=figures.count("daily_taskings"),
        still_open=figures.count("tasking_actions_open"),
        not_undertaken=figures.count("tasking_actions_not_undertaken"),
        told=figures.count("feedback_told"),
        anonymous=figures.count("feedback_anonymous"),
        declined=figures.count("feedback_declined"),
        not_appropriate=figures.count("feedback_not_appropriate"),
        outstanding=figures.count("feedback_outstanding"),
    )
