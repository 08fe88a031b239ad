"""Talking to an OpenAI-compatible server: the connection, what comes over it, and what goes wrong."""
