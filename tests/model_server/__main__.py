"""Serve on a port of loopback, any free one by default, and print the address."""

from __future__ import annotations

import argparse
import asyncio
import sys

from tests.model_server.server import BLOCK, Server


async def _serve(port: int) -> None:
    server = await asyncio.start_server(Server().handle, "127.0.0.1", port, limit=BLOCK)
    async with server:
        sys.stdout.write(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}\n")
        sys.stdout.flush()
        await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.model_server", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(_serve(parser.parse_args().port))
