"""Read filled-in forms that have come back, and hold them against what was asked."""
