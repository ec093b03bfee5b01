"""How well a program fits: points the applicant can follow one by one, from their profile and what is known of it."""
