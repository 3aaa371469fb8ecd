"""The school's own layouts: exported, changed, tried, used."""
