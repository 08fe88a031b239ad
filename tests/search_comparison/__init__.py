"""Best-first, RMaxTS and sampling alone on the same problems, with as many checks each."""
