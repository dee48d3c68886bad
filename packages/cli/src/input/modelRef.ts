import { findModelRef } from '@modelyard/plugin-model-catalog-common';
import { UsageError } from '../UsageError';

/** A version, and the model that it is of. */
export interface VersionAddress {
  model: string;
  version: string;
}

/**
 * The ref of a Model in full, from `credit-risk`, `default/credit-risk` or
 * `model:default/credit-risk`.
 *
 * @throws UsageError for anything else
 */
export function readModelRef(text: string): string {
  const ref = findModelRef(text);
  if (ref !== undefined) return ref;
  throw new UsageError(
    `"${text}" names no model; write credit-risk, default/credit-risk or model:default/credit-risk`,
  );
}

/**
 * A version as `7`, or as `other-model@7` when it is of another model. The name of
 * a version may hold an `@` itself: what stands before the first one counts as a
 * model only if it can be one.
 */
export function readVersionAddress(
  text: string,
  model: string,
): VersionAddress {
  const at = text.indexOf('@');
  const other = at > 0 ? findModelRef(text.slice(0, at)) : undefined;
  const version = other === undefined ? text : text.slice(at + 1);
  if (version === '')
    throw new UsageError(
      `"${text}" names no version; write 7, or credit-risk@7 for one of another model`,
    );
  return { model: other ?? model, version };
}
