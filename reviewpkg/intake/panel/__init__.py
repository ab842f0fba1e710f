"""Read the call folder of a panel call strictly (K1–K4)."""
