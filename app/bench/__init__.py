"""The bench: how many problems of a file or a data set are solved, how fast, and where the time goes.

`run` is the whole way from problems to their results. What is measured is a way as everybody goes it, such as
`solve`; nothing in here helps it.
"""
