"""Letters: which kinds exist, how they are written, and what is proper in them."""
