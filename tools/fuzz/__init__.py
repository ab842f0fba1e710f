"""Change call folders at random, and see that the program says what is wrong with each in words."""
