"""Small recognisers for what stands inside a clause or a line, one a file.

Each takes a text and answers what it found with places in code points of that text; each is pure, reads any text, and grows with its
length and no faster. Nothing is imported here, so that a caller pays only for the recognisers that it uses.

actions ``find_action`` · addressees ``find_addressees`` · dates ``find_dates`` · deadlines ``find_deadline`` · doubled ``find_doubled`` ·
movers ``find_movers`` · numbers ``find_numbers`` · persons ``find_persons`` · references ``find_references`` · responses
``find_responses`` · votes ``find_votes``
"""
