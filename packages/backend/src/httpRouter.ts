import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';

/** An error body in Backstage's shape, without the stack that it has in development. */
function withoutStack(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('error' in body))
    return body;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('stack' in error))
    return body;
  const { stack, ...rest } = error;
  return { ...body, error: rest };
}

/**
 * Backstage's root router, except that no answer shows a stack, in development
 * neither: programs rely on one error shape.
 */
export const httpRouter = rootHttpRouterServiceFactory({
  configure({ app, applyDefaults }) {
    app.use((_req, res, next) => {
      const send = res.json.bind(res);
      res.json = body => send(withoutStack(body));
      next();
    });
    applyDefaults();
  },
});
