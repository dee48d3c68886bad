import { OutboundError } from '@modelyard/outbound-http';
import { SourceProblem } from '@modelyard/plugin-model-catalog-node';
import { InvalidItem } from '../../domain/InvalidItem';

/**
 * What concerns one model only.
 *
 * @throws the error when it concerns more, which ends the read
 */
export function toProblem(id: string, error: unknown): SourceProblem {
  if (error instanceof InvalidItem) return { file: id, message: error.message };
  if (!(error instanceof OutboundError)) throw error;
  if (error.kind === 'not-found')
    return {
      file: id,
      message: 'is not on the Hub, or is private; mend the id or the token',
      severity: 'warning',
    };
  if (error.kind === 'unauthorized')
    return {
      file: id,
      message:
        'is not on the Hub, or needs a token that may read it; mend the id or set auth',
      severity: 'error',
    };
  if (error.kind === 'forbidden')
    return {
      file: id,
      message:
        'is gated: accept its conditions on the Hub with the account of the token',
      severity: 'error',
    };
  throw error;
}
