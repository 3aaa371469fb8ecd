"""Tests of the row of steps: fill, parse, settle, and the plain writers."""
