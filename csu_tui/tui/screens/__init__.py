"""The screens: one thing that a person does each."""
