"""What a browser or a program meets: pages, their streams, and JSON.

It reads the journal, and asks neither Lean nor a model.
"""
