"""What people do: one method per thing that the chair, an officer or the minute-taker does."""
