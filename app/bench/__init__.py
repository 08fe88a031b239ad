"""The bench: how many problems of a file are solved, how fast, and where the time goes.

`run` is the whole way from a problem file to its results. What is measured is `solve` as everybody calls it;
nothing in here helps it.
"""
