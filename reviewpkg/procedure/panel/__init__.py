"""The routine of an expert panel: screening, grades, a meeting, a recommendation (K1–K4)."""
