import { Finding, PlanFile } from '@modelyard/plugin-model-delivery-common';
import { SecretScanner } from './SecretScanner';
import { describeSecrets, secretRemedy } from './secretsMessage';

/** Longest scan of what is planned; it takes a fraction of a second. */
export const planScanMs = 20_000;

/** Findings that forbid a plan because of what looks like a secret in it. */
export async function findPlannedSecrets(
  scanner: SecretScanner,
  files: readonly PlanFile[],
): Promise<Finding[]> {
  const found = await scanner.scan(files, { timeoutMs: planScanMs });
  return describeSecrets(found).map(line => ({
    severity: 'error',
    message: `${line} looks like a secret. ${secretRemedy}`,
  }));
}
