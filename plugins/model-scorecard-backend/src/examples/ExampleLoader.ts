import { basename } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { digestOf } from '@modelyard/plugin-model-scorecard-common';
import { normalModelRef } from '../catalog/fullModelRef';
import { EvidenceFolder } from '../config/ScorecardConfig';
import { FactStore } from '../database/FactStore';
import { KnownVersion } from '../database/SubjectStore';
import { EvidenceIntake, Redating } from '../intake/EvidenceIntake';
import { readReport } from '../intake/readReport';
import { readSignedReport } from '../intake/readSignedReport';
import { ReadReport, ReadReportOptions } from '../intake/reportParts';
import {
  ExampleDocument,
  ExampleFolder,
  readExampleFolder,
} from './readExampleFolder';
import { daysToMove, redatingBy } from './redating';

/** Options of {@link ExampleLoader.create}. */
export interface ExampleLoaderOptions {
  folders: EvidenceFolder[];
  withReviews: boolean;
  facts: FactStore;
  intake: EvidenceIntake;
  logger: LoggerService;
  reading: Pick<ReadReportOptions, 'formats' | 'producers'>;
  /** UTC ISO 8601. */
  now: () => string;
}

/** Finds a version that the model catalog knows. */
export interface VersionLookup {
  (ref: string, version: string): KnownVersion | undefined;
}

interface LoadedFolder {
  folder: ExampleFolder;
  reports: { file: string; report: ReadReport }[];
  redating?: Redating;
  pending: Set<string>;
}

const actor = 'examples';

/**
 * Hands in what lies in example folders, once the model catalog knows the
 * versions. Ids follow from the content, so that loading again, also by another
 * replica, adds nothing.
 */
export class ExampleLoader {
  private readonly loaded = new Map<string, LoadedFolder>();

  private constructor(private readonly options: ExampleLoaderOptions) {}

  static create(options: ExampleLoaderOptions): ExampleLoader {
    return new ExampleLoader(options);
  }

  /** Adds what can be added now; the rest waits for its versions. */
  async load(lookup: VersionLookup): Promise<void> {
    for (const folder of this.options.folders) {
      const loaded =
        this.loaded.get(folder.target) ?? (await this.open(folder));
      this.loaded.set(folder.target, loaded);
      await this.addRegistrations(loaded, lookup);
      await this.addEvidence(loaded, lookup);
      await this.addReviews(loaded, lookup);
    }
  }

  private async open({
    target,
    redate,
  }: EvidenceFolder): Promise<LoadedFolder> {
    const { withReviews, facts, now } = this.options;
    const folder = await readExampleFolder(target, withReviews);
    const reports = folder.documents.flatMap(document => {
      const report = this.read(document);
      return report ? [{ file: document.file, report }] : [];
    });
    const times = [
      ...reports.flatMap(({ report }) =>
        report.records.map(({ record }) => record.producedAt),
      ),
      ...folder.reviews.map(({ at }) => at),
      ...folder.registrations.map(({ at }) => at),
    ];
    const days = redate
      ? await facts.setting(`redate:${basename(target)}`, () =>
          String(daysToMove(times, now())),
        )
      : undefined;
    return {
      folder,
      reports,
      redating: days === undefined ? undefined : redatingBy(Number(days)),
      pending: new Set(reports.map(({ file }) => file)),
    };
  }

  private read(document: ExampleDocument): ReadReport | undefined {
    const { reading, logger, now } = this.options;
    try {
      const context = { ...reading, receivedAt: now() };
      return 'envelope' in document
        ? readSignedReport(document.envelope, '', context)
        : readReport(document.input, context);
    } catch (error) {
      logger.error(`Example evidence ${document.file} was left out: ${error}`);
      return undefined;
    }
  }

  private async addEvidence(
    { reports, redating, pending }: LoadedFolder,
    lookup: VersionLookup,
  ): Promise<void> {
    const { intake, logger, now } = this.options;
    for (const { file, report } of reports) {
      const { ref, version: name } = report.version;
      const version = lookup(normalModelRef(ref), name);
      if (!version || !pending.has(file)) continue;
      pending.delete(file);
      try {
        const origin = { actor, at: now() };
        await intake.accept(report, version, origin, redating);
      } catch (error) {
        logger.error(`Example evidence ${file} was left out: ${error}`);
      }
    }
  }

  private async addRegistrations(
    { folder, redating }: LoadedFolder,
    lookup: VersionLookup,
  ): Promise<void> {
    const { facts, now } = this.options;
    for (const example of folder.registrations) {
      const ref = normalModelRef(example.ref);
      if (!lookup(ref, '')) continue;
      const registration = {
        ...example,
        ref,
        id: digestOf(example).slice(7, 39),
        at: redating?.move(example.at) ?? example.at,
        redated: redating ? true : undefined,
      };
      await facts.addRegistration(registration, { actor, at: now() });
    }
  }

  private async addReviews(
    { folder, redating }: LoadedFolder,
    lookup: VersionLookup,
  ): Promise<void> {
    const { facts, logger, now } = this.options;
    for (const example of folder.reviews) {
      const { ref, version: name, digest } = example.subject;
      const version = lookup(normalModelRef(ref), name);
      if (!version) continue;
      if (version.digest !== digest) {
        logger.error(
          `Example review of ${ref} ${name} is about another digest`,
        );
        continue;
      }
      const review = {
        ...example,
        subject: { ref: version.ref, version: name, digest },
        id: digestOf(example).slice(7, 39),
        at: redating?.move(example.at) ?? example.at,
        redated: redating ? true : undefined,
      };
      await facts.addReview(review, { actor, at: now() });
    }
  }
}
