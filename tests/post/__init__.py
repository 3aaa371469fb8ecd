"""Tests of what goes out with a batch."""
