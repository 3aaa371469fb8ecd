"""A school's own words: own texts, own articles, and what is told when something in them is wrong."""
