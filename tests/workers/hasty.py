"""A real worker process with a short lease, with the stand-in for the solver or, after its name, `lean`."""

from __future__ import annotations

import sys

from tests.workers.stand_in import solver
from workers.__main__ import main
from workers.job_loop import Patience, warm_solver

LEASE_S = 1.0

if __name__ == "__main__":
    chosen = warm_solver if "lean" in sys.argv else solver
    sys.exit(main(sys.argv[1], chosen, Patience(stuck_s=5, lease_s=LEASE_S)))
