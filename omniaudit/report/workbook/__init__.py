"""The workbook: an action plan to fill in, next to answers and scores."""
