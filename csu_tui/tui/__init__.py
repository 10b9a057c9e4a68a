"""What people see: the screens, and the only importer of Textual."""
