"""Seasons on their way in and out: spreadsheets and other formats."""
