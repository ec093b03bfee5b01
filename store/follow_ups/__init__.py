"""What the applicant should do next, one module per family of rules, computed and never stored."""
