"""What makes a theorem certain: the reader, the cone, the export and the replay. Nothing here searches."""
