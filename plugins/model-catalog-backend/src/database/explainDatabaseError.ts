import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';

const shownLength = 200;

/** What the driver says, without the statement that Knex puts before it. */
function reasonOf(error: Error): string {
  const [reason] = error.message.split(' - ').slice(-1);
  return reason.slice(0, shownLength);
}

/**
 * An error of the database in words for operators; what our own code decides by,
 * such as a conflict of two writers, stays what it is.
 */
export function explainDatabaseError(error: unknown): unknown {
  if (!isError(error)) return error;
  if (error instanceof ConflictError || isDatabaseConflictError(error))
    return error;
  return new Error(
    `The database does not answer, or refuses (${reasonOf(error)}); what it has stored stays, and the next run goes on there. If that goes on, look at the database's own log`,
    { cause: error },
  );
}
