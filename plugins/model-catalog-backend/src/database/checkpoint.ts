import { ClaimedRun } from './RunStore';

/** Where a run can be gone on with, and under which configuration. */
export function toCheckpoint(
  run: Pick<ClaimedRun, 'fingerprint'>,
  cursor: string | undefined,
): string | null {
  return cursor === undefined
    ? null
    : JSON.stringify([run.fingerprint, cursor]);
}
