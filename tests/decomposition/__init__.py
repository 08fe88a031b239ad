"""Problems that our prover leaves open whole, solved by way of a sketch whose steps are all left open."""
