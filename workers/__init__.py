"""Worker processes: each takes one job at a time from the queue and keeps Lean warm between jobs."""
