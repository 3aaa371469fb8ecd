"""Tests of the profile: models, checks, rules, schema."""
