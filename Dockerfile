# docker build --tag okx-secret-scan .
# docker run --rm --volume "$PWD:/repository:ro" okx-secret-scan history --no-cache
FROM python:3.13-slim AS build
COPY . /source
RUN pip wheel --quiet --wheel-dir /wheels /source

FROM python:3.13-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    # The mounted repository belongs to someone else; the scanner runs nothing that a repository configures.
    && git config --system --add safe.directory '*'
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --quiet --no-cache-dir --no-index --find-links /wheels okx-secret-scan \
    && useradd --create-home --uid 10001 scanner
USER scanner
WORKDIR /repository
ENTRYPOINT ["okx-secret-scan"]
CMD ["scan"]
