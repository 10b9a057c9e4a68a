"""A bare Textual application to measure against: a DataTable of 60 rows, and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable

ROWS = 60


class Yardstick(App[None]):
    """Sixty rows; `q` leaves."""

    BINDINGS = [("q", "quit", "leave")]  # noqa: RUF012  as Textual reads it

    def compose(self) -> ComposeResult:
        yield DataTable[str](cursor_type="row")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Report", "Received", "Agency", "Category", "Summary")
        for number in range(ROWS):
            received = f"14 Mar 09:{number:02}"
            summary = f"summary {number} of a report, about sixty characters long, as they are"
            table.add_row(f"R{number:04}", received, "Police", "Nuisance Bikes", summary)
        table.focus()


if __name__ == "__main__":
    Yardstick().run()
