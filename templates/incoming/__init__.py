"""What came in: mail read, linked to its program, and looked through for what a program may not ask or offer."""
