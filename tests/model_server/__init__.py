"""A model server that follows a script: real HTTP on loopback, in a process of its own.

`python -m tests.model_server --port 0` prints its address; a test asks for the fixture `model_server`:

    async def test_something(model_server: ModelServer):
        model_server.script(
            Answer("by simp"),  # the first request
            Answer(status=429, retry_after="0.2"),  # the second
            Answer("by omega", when="n + 0 = n", times=ALWAYS),  # any whose prompt holds this
            models=("prover",),
        )
        ... LEMMATA_PROVER_URL=model_server.url, LEMMATA_PROVER_MODEL=prover ...
        (first, *rest) = model_server.log()
        assert first.prompt.endswith("sorry")

A request gets the first answer of the script that fits it and is not used up; one that none fits is refused
with 400. Each of n replies that are asked for side by side is a request of its own. `Answer` tells what else
an answer can be: slow, silent, cut off, endless, or garbage.
"""
