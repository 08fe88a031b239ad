# `lemmata serve` by default, `lemmata worker` as the command; docker-compose.yml says how they go together.
FROM python:3.11-slim

WORKDIR /opt/lemmata
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONUNBUFFERED=1 LEMMATA_DATA=/var/lib/lemmata

# The jail that Lean runs in.
RUN apt-get update && apt-get install --yes --no-install-recommends bubblewrap && rm -rf /var/lib/apt/lists/*

COPY requirements/runtime.txt requirements/
RUN pip install --require-hashes -r requirements/runtime.txt
COPY . .
RUN pip install --no-deps --no-build-isolation --editable . \
    && python -m app.web.vendor \
    && python -m compileall -q app workers \
    && useradd --system --no-create-home --home-dir "$LEMMATA_DATA" lemmata \
    && install --directory --owner=lemmata "$LEMMATA_DATA"

USER lemmata
# Compiles the built-in library, so that no container has to.
RUN printf 'theorem ready : True := trivial' | lemmata check -

EXPOSE 8000
ENTRYPOINT ["lemmata"]
CMD ["serve"]
