"""Hold the words of the procedure: frozen values without decisions."""
