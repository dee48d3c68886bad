import { Request } from 'express';

/**
 * The query of a request, as the OpenAPI document describes it: the validation
 * in front of the routes has checked it and turned it into its types.
 */
export function validatedQuery<TQuery>(req: Request): TQuery {
  return req.query as unknown as TQuery;
}
