"""Numbers: equations, inequalities, divisibility, parity, primes, and the certificates that Lean checks."""
