import { ConflictError } from '@backstage/errors';
import {
  digestOf,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { EvidenceDocumentStore } from '@modelyard/plugin-model-scorecard-node';
import { normalModelRef } from '../catalog/fullModelRef';
import { FactStore, Origin } from '../database/FactStore';
import { KnownVersion } from '../database/SubjectStore';
import { ReadReport } from './reportParts';
import { NamedVersion } from './statementSubject';

/** Moves the dates of example data; see the examples' loader. */
export interface Redating {
  /** @returns the moved time, UTC ISO 8601 */
  move(at: string): string;
}

/** Binds reports to versions and stores them. */
export class EvidenceIntake {
  private constructor(
    private readonly facts: FactStore,
    private readonly documents: EvidenceDocumentStore,
  ) {}

  static create(
    facts: FactStore,
    documents: EvidenceDocumentStore,
  ): EvidenceIntake {
    return new EvidenceIntake(facts, documents);
  }

  /**
   * Stores the records of a report about `version`.
   *
   * @throws ConflictError when the report is about another digest
   */
  async accept(
    report: ReadReport,
    version: KnownVersion,
    origin: Origin,
    redating?: Redating,
  ): Promise<{ known: boolean; records: StoredEvidence[] }> {
    assertSubject(report, version);
    const { digest: rawDigest, content } = report.document;
    await this.documents.put(rawDigest, content);
    const records = report.records.map((_, index) =>
      toStored(report, index, version, { rawDigest, origin, redating }),
    );
    return this.facts.addEvidence(records, origin);
  }
}

function assertSubject(report: ReadReport, version: KnownVersion): void {
  const inside = report.records.flatMap(({ record }) => record.subject ?? []);
  const digests = [...report.digests, ...inside.map(({ digest }) => [digest])];
  for (const alternatives of digests)
    if (!alternatives.includes(version.digest))
      throw new ConflictError(
        `The evidence is about ${alternatives[0]}, but ${version.ref} ${version.version} has digest ${version.digest}; measure this version, or name the one that was measured`,
      );
  for (const named of [...report.named, ...inside])
    if (!isNamed(named, version))
      throw new ConflictError(
        `The evidence is about ${named.ref} ${named.version}, not about ${version.ref} ${version.version}`,
      );
}

function isNamed(named: NamedVersion, { ref, version }: KnownVersion): boolean {
  return normalModelRef(named.ref) === ref && named.version === version;
}

function moveClaims(
  claims: StoredEvidence['claims'],
  redating: Redating | undefined,
): StoredEvidence['claims'] {
  if (!claims || !redating) return claims;
  const moved = Object.entries(claims).map(([key, claim]) => {
    const isTime = key.endsWith('At') && typeof claim === 'string';
    return [key, isTime ? redating.move(claim) : claim];
  });
  return Object.fromEntries(moved);
}

/** Clocks may differ by this much before a report counts as one of the future. */
const clockSkewMs = 5 * 60_000;

function toStored(
  report: ReadReport,
  index: number,
  version: KnownVersion,
  context: { rawDigest: string; origin: Origin; redating?: Redating },
): StoredEvidence {
  const { record, ...read } = report.records[index];
  const { rawDigest, origin, redating } = context;
  const { ref, version: name, digest } = version;
  const subject = { ref, version: name, digest };
  const producedAt = redating?.move(record.producedAt) ?? record.producedAt;
  const isAhead = Date.parse(producedAt) - Date.parse(origin.at) > clockSkewMs;
  const problems = isAhead
    ? [...read.problems, 'is dated after it was handed in; set the clock']
    : read.problems;
  return {
    id: digestOf({ subject, rawDigest, index }).slice(7, 39),
    kind: record.kind,
    format: record.format,
    tool: record.tool,
    trust: report.trust,
    digest: digestOf(record),
    usable: problems.length === 0,
    problems,
    ...((read.invalid || isAhead) && { invalid: true }),
    subject,
    producedAt,
    receivedAt: origin.at,
    receivedFrom: origin.actor,
    producer: report.producer ?? record.producer,
    dataset: record.dataset,
    metrics: record.metrics,
    claims: moveClaims(record.claims, redating),
    raw: { digest: rawDigest, uri: record.raw?.uri },
    ...(redating && { redated: true, originalProducedAt: record.producedAt }),
  };
}
