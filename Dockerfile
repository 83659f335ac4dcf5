# The server in one image: the media worker and the pages are built in the first
# stage, and only what runs is in the last.
#
#   docker compose up --build

FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Takes mediasoup's ready-made worker where its host can be reached, and builds
# it from source where not. The cache mount keeps it for the next image.
RUN --mount=type=cache,target=/root/.cache/samrad \
    node server/setup/with.mjs -- sh -c 'cp "$MEDIASOUP_WORKER_BIN" /opt/mediasoup-worker'

FROM node:24-bookworm-slim AS packages
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
# What a worker that was built from source is linked with. Security updates of
# these libraries reach the worker when the image is built anew.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libabsl20220623 libsrtp2-1 libssl3 libuv1 \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o node -g node /data
WORKDIR /app
COPY --from=packages /src/node_modules node_modules
COPY --from=build /opt/mediasoup-worker /opt/mediasoup-worker
COPY --from=build /src/client/dist client/dist
COPY package.json ./
COPY shared shared
COPY server server

ENV MEDIASOUP_WORKER_BIN=/opt/mediasoup-worker \
    HOST=0.0.0.0 \
    PORT=8080 \
    DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
