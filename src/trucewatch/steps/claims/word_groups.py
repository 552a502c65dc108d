"""Small groups of words for which many rules ask."""

WE = frozenset({"i", "we"})
ME = frozenset({"me", "us"})
THEY = frozenset("he she it they".split())
NOBODY = frozenset("nobody none nothing".split())
STAYS = frozenset({"stay", "remain"})
DENIES = frozenset("deny reject dismiss dispute refute rebut".split())
QUOTES = frozenset({"quote", "cite"})
# Taggers take "hoped" for a form of "hop".
HOPES = frozenset({"hope", "hop"})
