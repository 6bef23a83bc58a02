# The queue alone: no extension, no browser. Built into a few files of JavaScript that need nothing but Node.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Without scripts: they prepare the extension, and bring a Node of their own that the image has already.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY protocol ./protocol
COPY desk ./desk
COPY server ./server
COPY deploy/build-queue.ts ./deploy/build-queue.ts
RUN node deploy/build-queue.ts

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/dist/queue ./
RUN mkdir -p /data node_modules/.cache && chown node:node /data node_modules/.cache
USER node
# Without these two, and the heap's growth below, Node keeps freed memory for itself (docs/performance.md).
ENV NODE_OPTIONS=--max-semi-space-size=2 \
    MALLOC_ARENA_MAX=1
# Compiled once, for all starts: with the same flags, or it would be compiled again.
RUN node --heap-growing-percent=30 server/cli.mjs --help > /dev/null
VOLUME /data
ENV CLIPDESK_HOST=0.0.0.0 \
    CLIPDESK_PORT=8787 \
    CLIPDESK_DATABASE=/data/queue.sqlite \
    CLIPDESK_ERASURES=/data/erasures
EXPOSE 8787
# The database answers too. Over TLS by its own certificate: say so in CLIPDESK_TLS_CERTIFICATE and change this line.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--heap-growing-percent=30", "server/cli.mjs"]
CMD ["serve"]
