"""The pages of the report, a file a section."""
