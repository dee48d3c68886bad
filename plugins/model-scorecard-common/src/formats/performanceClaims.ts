import { RawReport } from './EvidenceFormat';

/** The target that the sender declares for a performance record. */
export function performanceClaims({
  declared,
}: RawReport): Record<string, string | number | boolean> | undefined {
  const { primary, target, higherIsBetter } = declared ?? {};
  const claims = {
    ...(primary !== undefined && { primary }),
    ...(target !== undefined && { target }),
    ...(higherIsBetter !== undefined && { higherIsBetter }),
  };
  return Object.keys(claims).length ? claims : undefined;
}
