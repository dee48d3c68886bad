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
        'is gated or disabled: accept its conditions on the Hub with the account of the token, or leave it out with exclude',
      severity: 'error',
    };
  throw error;
}

/** Why a source may read none of the models that it names. */
export function explainRefusal(refused: OutboundError[]): OutboundError {
  const [first] = refused;
  return new OutboundError(
    first.kind,
    `${first.message}. So it did for every model of the source: the token may have expired; without a token, mend the ids`,
    { status: first.status, cause: first },
  );
}
