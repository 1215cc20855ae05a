FROM python:3.12
ARG OKX_API_KEY
ARG OKX_SECRET_KEY=
ENV OKX_PASSPHRASE=""
ARG BUILD_ID=⟦uuid:build⟧
ENV PYTHON_SHA=⟦hex64:python⟧ GPG_KEY=⟦HEX40:gpg⟧
RUN --mount=type=secret,id=okx_passphrase ./configure
