import { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  DsseEnvelope,
  EvidenceInput,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { EvidenceDocumentStore } from '@modelyard/plugin-model-scorecard-node';
import { normalModelRef } from '../catalog/fullModelRef';
import { VersionDirectory } from '../catalog/VersionDirectory';
import { FactStore } from '../database/FactStore';
import { EvidenceIntake } from '../intake/EvidenceIntake';
import { ProducerIdentities } from '../intake/ProducerIdentities';
import { readReport } from '../intake/readReport';
import {
  readStreamedReport,
  StreamedInput,
} from '../intake/readStreamedReport';
import { ReadReport, ReadReportOptions } from '../intake/reportParts';
import { verifiedContent } from '../intake/verifiedContent';
import { callerOf } from './callerOf';
import { Evaluator } from './Evaluator';
import { registrationEvidence, reviewEvidence } from './personalEvidence';
import { ReportOptions } from './ScorecardService';

/** Options of {@link EvidenceDesk.create}. */
export interface EvidenceDeskOptions {
  auth: AuthService;
  directory: VersionDirectory;
  documents: EvidenceDocumentStore;
  evaluator: Evaluator;
  facts: FactStore;
  identities: ProducerIdentities;
  intake: EvidenceIntake;
  /** Of a report that comes piece by piece. */
  maxReportBytes: number;
  reading: Pick<ReadReportOptions, 'formats' | 'producers'>;
  /** UTC ISO 8601. */
  now: () => string;
}

/** Takes reports in, evaluates the version on them, and shows them. */
export class EvidenceDesk {
  private constructor(private readonly options: EvidenceDeskOptions) {}

  static create(options: EvidenceDeskOptions): EvidenceDesk {
    return new EvidenceDesk(options);
  }

  /** @throws InvalidFieldsError, ConflictError, NotFoundError */
  async add(input: EvidenceInput | DsseEnvelope, options: ReportOptions) {
    const { reading, identities, now } = this.options;
    const token = 'identityToken' in input ? input.identityToken : undefined;
    const at = now();
    const report = readReport(input, {
      ...reading,
      receivedAt: at,
      identity: token ? await identities.verify(token) : undefined,
    });
    return this.store(report, at, options);
  }

  /** {@link add} of a report that comes piece by piece. */
  async addStreamed(input: StreamedInput, options: ReportOptions) {
    const { reading, maxReportBytes: maxBytes, now } = this.options;
    await options.assertAllowed?.(input.subject.ref);
    const receivedAt = now();
    return readStreamedReport(
      input,
      { ...reading, receivedAt, maxBytes },
      report => this.store(report, receivedAt, options),
    );
  }

  private async store(report: ReadReport, at: string, options: ReportOptions) {
    const { intake, evaluator, auth } = this.options;
    await options.assertAllowed?.(report.version.ref);
    const { directory } = this.options;
    const { ref, version: name } = report.version;
    const version = await directory.find(
      normalModelRef(ref),
      name,
      options.credentials,
    );
    const accepted = await intake.accept(report, version, {
      actor: callerOf(auth, options.credentials),
      at,
    });
    if (!accepted.known) await evaluator.refresh(version);
    return accepted;
  }

  /** A record; reviews and registrations answer as records too. */
  async get(id: string): Promise<StoredEvidence> {
    const { facts } = this.options;
    const record = await facts.getEvidence(id);
    if (record) return record;
    const review = await facts.getReview(id);
    if (review) return reviewEvidence(review);
    const registration = await facts.getRegistration(id);
    if (registration)
      return registrationEvidence(registration, {
        ref: registration.ref,
        version: '*',
        digest: '*',
      });
    throw new NotFoundError(
      `No evidence ${id}; look at the version's scorecard`,
    );
  }

  /** The document that a record came in. */
  async documentOf(id: string) {
    const { facts, documents } = this.options;
    const digest = (await facts.getEvidence(id))?.raw?.digest;
    const content = digest && (await documents.get(digest));
    if (!content)
      throw new NotFoundError(`No document of evidence ${id} is kept`);
    return { digest, content: verifiedContent(content, digest) };
  }
}
