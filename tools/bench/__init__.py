"""Measure how long the program takes, beside others and as calls grow."""
