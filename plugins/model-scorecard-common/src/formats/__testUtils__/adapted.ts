import { readFileSync } from 'fs';
import { join } from 'path';
import { EvidenceMetric } from '../../evidence/EvidenceRecord';
import { AdaptedRecord, AdaptedReport } from '../EvidenceFormat';

/** Text of a recorded report. */
export function fixtureText(name: string): string {
  return readFileSync(join(__dirname, '..', '__fixtures__', name), 'utf8');
}

/** A recorded report in JSON. */
export function fixture(name: string) {
  return JSON.parse(fixtureText(name));
}

/** The one record of a report. */
export function onlyRecord(result: AdaptedReport): AdaptedRecord {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.records).toHaveLength(1);
  return result.records[0];
}

/** Values by key, with `attr=group` after it where a metric has a slice. */
export function valuesOf(metrics: EvidenceMetric[]): Record<string, number> {
  return Object.fromEntries(
    metrics.map(({ key, value, slice }) => [
      slice ? `${key} ${slice.attr}=${slice.group}` : key,
      value,
    ]),
  );
}

/** The sizes that metrics were measured on, without repetition. */
export function sizesOf(metrics: EvidenceMetric[]) {
  return [...new Set(metrics.map(({ n }) => n))];
}

/** The pointers of a refused report. */
export function pointersOf(result: AdaptedReport): string[] {
  if (result.ok) throw new Error('was accepted');
  return result.problems.map(({ path }) => path);
}

/** The verified statement in a DSSE envelope or Sigstore bundle; its signature is not looked at. */
export function statementOf(name: string) {
  const document = fixture(name);
  const { payload } = document.dsseEnvelope ?? document;
  return JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
}
