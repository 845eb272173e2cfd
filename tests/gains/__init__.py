"""What a change of a rule does to every real document at hand: clauses gained, lost and changed."""
