"""The season in a browser on this machine, for people who are not at home in a terminal."""
