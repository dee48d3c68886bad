import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthenticationError } from '@backstage/errors';
import { createOpenApiRouter } from '@modelyard/plugin-model-catalog-node';
import express, { Router } from 'express';
import { readFileSync } from 'node:fs';
import { createServer, RequestListener } from 'node:http';
import { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** Token that the portal of the tests takes. */
export const token = 'token-of-the-tests';

const plugins = resolve(__dirname, '../../../../plugins');
const closing: (() => void)[] = [];

/** Serves on a free port until {@link stopServers}; gives its address. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** Stops everything that {@link serve} started. */
export function stopServers(): void {
  for (const close of closing.splice(0)) close();
}

function openApiOf(plugin: string) {
  const file = `${plugins}/${plugin}-backend/src/schema/openapi.yaml`;
  return parse(readFileSync(file, 'utf8'));
}

/**
 * A portal whose routes answer what a test says. Questions and answers that the
 * OpenAPI documents don't allow are 400 and 500.
 *
 * @param routes - of the model catalog
 * @param scorecardRoutes - of the scorecard
 * @param costRoutes - of the cost
 * @param deliveryRoutes - of delivery
 */
export async function startPortal(
  routes: (router: Router) => void,
  scorecardRoutes: (router: Router) => void = () => {},
  costRoutes: (router: Router) => void = () => {},
  deliveryRoutes: (router: Router) => void = () => {},
) {
  const asked: string[] = [];
  const middleware = MiddlewareFactory.create({
    config: mockServices.rootConfig(),
    logger: mockServices.rootLogger(),
  });
  const app = express();
  app.use((req, _res, next) => {
    asked.push(req.originalUrl.replace(/^\/api\/[a-z-]+/, ''));
    const isKnown = req.headers.authorization === `Bearer ${token}`;
    next(isKnown ? undefined : new AuthenticationError('Illegal token'));
  });
  for (const [plugin, add] of [
    ['model-catalog', routes],
    ['model-scorecard', scorecardRoutes],
    ['model-cost', costRoutes],
    ['model-delivery', deliveryRoutes],
  ] as const)
    app.use(
      `/api/${plugin}`,
      createOpenApiRouter({ spec: openApiOf(plugin), routes: add }),
    );
  app.use(middleware.error());
  return { url: await serve(app), asked };
}
