import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { error as validation, middleware } from 'express-openapi-validator';
import { InvalidField, InvalidFieldsError } from './InvalidFieldsError';
import { keepBody } from './rawBody';

/**
 * Options of {@link createOpenApiRouter}.
 *
 * @public
 */
export interface CreateOpenApiRouterOptions {
  /** The plugin's OpenAPI 3.1 document. */
  spec: object;
  /** Largest JSON body, as body-parser spells it. Default `1mb`. */
  bodyLimit?: string;
  /** More media types that are parsed as JSON. */
  jsonTypes?: string[];
  /** Keep the bytes of bodies while they are handled, for `rawBodyOf`. */
  keepRawBody?: boolean;
  /** Registers the routes; runs behind the validation. */
  routes: (router: Router) => void;
  /** Check answers against the document too. Default: only in tests. */
  validateResponses?: boolean;
}

interface ValidationProblem {
  path: string;
  message: string;
}

function toField(problem: ValidationProblem): InvalidField {
  const path = problem.path
    .replace(/^\/body(?=\/|$)/, '')
    .replace(/^\/params\//, '/path/');
  return { path, message: problem.message };
}

/** No field of ours holds a NUL, and databases choke on it. */
const refuseNul: RequestHandler = (req, _res, next) => {
  next(
    /%00|\0/.test(req.originalUrl)
      ? new InvalidFieldsError([
          { path: '/query', message: 'the address contains a NUL character' },
        ])
      : undefined,
  );
};

/**
 * Statuses of the validator and of body-parser, in Backstage's error classes.
 * Answers that don't match the document stay errors of ours.
 */
const translateErrors: ErrorRequestHandler = (error, _req, _res, next) => {
  if (error instanceof validation.BadRequest) {
    next(new InvalidFieldsError(error.errors.map(toField)));
  } else if (error instanceof validation.NotFound) {
    next(new NotFoundError(error.message));
  } else if (error instanceof validation.MethodNotAllowed) {
    next(new NotAllowedError(error.message));
  } else if (error instanceof validation.UnsupportedMediaType) {
    next(new InputError(error.message));
  } else if (error?.type === 'entity.parse.failed') {
    next(
      new InvalidFieldsError([
        { path: '', message: `the body is not valid JSON: ${error.message}` },
      ]),
    );
  } else {
    next(error);
  }
};

/**
 * The document as the validator gets it. Query parameters may hold `:` and `/`
 * unencoded, as entity refs and times are mostly written. Of a schema with
 * `x-checked-by-handler` only the type is looked at: its handler says better
 * what is wrong with a field.
 */
function toValidated(spec: object): object {
  return JSON.parse(JSON.stringify(spec), (_key, value) => {
    if (value?.in === 'query') return { ...value, allowReserved: true };
    return value?.['x-checked-by-handler'] ? { type: value.type } : value;
  });
}

/**
 * Router of a plugin whose HTTP surface is its OpenAPI document: serves the
 * document at `/openapi.json`, parses JSON, answers 400 with `error.fields` for
 * whatever the document does not allow, then hands over to the routes.
 *
 * @public
 */
export function createOpenApiRouter(
  options: CreateOpenApiRouterOptions,
): Router {
  const { spec, bodyLimit = '1mb', jsonTypes = [] } = options;
  const router = PromiseRouter();
  router.get('/openapi.json', (req, res) => {
    const url = req.originalUrl.replace(/\/openapi\.json.*$/, '');
    res.json({ ...spec, servers: [{ url }] });
  });
  router.use(refuseNul);
  router.use(
    express.json({
      limit: bodyLimit,
      type: ['application/json', ...jsonTypes],
      ...(options.keepRawBody && { verify: keepBody }),
    }),
  );
  router.use(
    middleware({
      apiSpec: toValidated(spec) as never,
      ignoreUndocumented: true,
      useRequestUrl: true,
      validateRequests: {
        coerceTypes: false,
        allowUnknownQueryParameters: false,
      },
      validateResponses:
        options.validateResponses ?? process.env.NODE_ENV === 'test',
      validateSecurity: false,
    }),
  );
  const routes = PromiseRouter();
  options.routes(routes);
  router.use(routes);
  router.use(translateErrors);
  return router;
}
