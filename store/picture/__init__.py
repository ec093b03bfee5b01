"""The season as one picture to print or to send: dark on white, and told without colour."""
