"""Widgets that show values and post requests."""
