import { LoggerService } from '@backstage/backend-plugin-api';
import { RegistryVersion, VersionDirectory } from '../catalog/VersionDirectory';
import { FactStore } from '../database/FactStore';
import { SubjectStore } from '../database/SubjectStore';
import { ExampleLoader } from '../examples/ExampleLoader';
import { derivationKey, deriveEvidence } from '../intake/deriveEvidence';
import { EvidenceIntake } from '../intake/EvidenceIntake';
import { Evaluator } from './Evaluator';

/** Options of {@link ScorecardSync.create}. */
export interface ScorecardSyncOptions {
  directory: VersionDirectory;
  evaluator: Evaluator;
  examples: ExampleLoader;
  facts: FactStore;
  intake: EvidenceIntake;
  logger: LoggerService;
  subjects: SubjectStore;
  /** UTC ISO 8601. */
  now: () => string;
}

function keyOf(ref: string, version: string): string {
  return JSON.stringify([ref, version]);
}

/**
 * Follows the model catalog: takes over versions, derives evidence from what the
 * registry says, hands in examples, and evaluates everything again, so that what
 * has grown stale shows.
 */
export class ScorecardSync {
  private constructor(private readonly options: ScorecardSyncOptions) {}

  static create(options: ScorecardSyncOptions): ScorecardSync {
    return new ScorecardSync(options);
  }

  async run(): Promise<void> {
    const { examples, evaluator, logger } = this.options;
    const versions = await this.takeOver();
    const byKey = new Map(versions.map(v => [keyOf(v.ref, v.version), v]));
    for (const version of versions)
      if (!byKey.has(keyOf(version.ref, '')))
        byKey.set(keyOf(version.ref, ''), version);
    await examples.load((ref, version) => byKey.get(keyOf(ref, version)));
    for (const version of versions) await this.derive(version);
    const { evaluated, changed } = await evaluator.refreshOutdated();
    logger.debug(
      `${versions.length} versions, ${evaluated} evaluated, ${changed} new results`,
    );
  }

  /** Reads every version before anything is marked as removed. */
  private async takeOver(): Promise<
    (RegistryVersion & { derivedFrom?: string })[]
  > {
    const { directory, subjects } = this.options;
    const found: RegistryVersion[] = [];
    for await (const version of directory.list()) found.push(version);
    const stored = await subjects.all();
    const derivedFrom = new Map(
      stored.map(v => [keyOf(v.ref, v.version), v.derivedFrom]),
    );
    for (const { license, sourceId, ...version } of found)
      await subjects.put(version);
    const there = new Set(found.map(v => keyOf(v.ref, v.version)));
    for (const { ref, version, removed } of stored)
      if (!removed && !there.has(keyOf(ref, version)))
        await subjects.remove(ref, version);
    return found.map(version => ({
      ...version,
      derivedFrom: derivedFrom.get(keyOf(version.ref, version.version)),
    }));
  }

  private async derive(
    version: RegistryVersion & { derivedFrom?: string },
  ): Promise<void> {
    const { directory, facts, intake, logger, subjects, now } = this.options;
    const key = derivationKey(version);
    if (version.removed || version.derivedFrom === key) return;
    const { ref, version: name } = version;
    try {
      const card = await directory.cardOf(ref, name);
      const known = await facts.factsOf(ref, [name]);
      const at = now();
      for (const report of deriveEvidence(
        version,
        card,
        known.get(name)?.evidence ?? [],
        at,
      ))
        await intake.accept(report, version, { actor: 'model-catalog', at });
      await subjects.markDerived(ref, name, key);
    } catch (error) {
      logger.warn(`No evidence could be derived for ${ref} ${name}: ${error}`);
    }
  }
}
