"""What ships with the app as data: key dates, zones, starting questions and criteria."""
