"""First-order logic with equality: whole proofs by a tableau search, equations by completion."""
