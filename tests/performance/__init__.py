"""How fast the real service is: `make bench` measures it and writes docs/PERFORMANCE.md."""
