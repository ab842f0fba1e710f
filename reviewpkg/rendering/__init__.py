"""How a page is printed: HTML, PDF and the formats of figures and dates."""
