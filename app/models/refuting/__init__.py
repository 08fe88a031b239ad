"""Counterexamples: values for which a statement is false, and the proof that it is false for them."""
