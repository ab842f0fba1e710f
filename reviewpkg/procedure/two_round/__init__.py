"""Run the two-round routine, one module per step, numbered as the routine numbers them."""
