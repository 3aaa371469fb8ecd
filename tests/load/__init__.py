"""Tests of the door: YAML, school and partner files."""
