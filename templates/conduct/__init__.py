"""Conduct: what a draft says that it should not, and what it leaves unsaid."""
