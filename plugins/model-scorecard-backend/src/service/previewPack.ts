import {
  CheckPack,
  PackPreview,
  scorecardChanges,
} from '@modelyard/plugin-model-scorecard-common';
import { FactStore } from '../database/FactStore';
import { KnownVersion } from '../database/SubjectStore';
import { batchesOf, evaluateVersion, noFacts } from './Evaluator';

/** Options of {@link previewPack}. */
export interface PreviewPackOptions {
  /** Versions that the caller may read. */
  versions: KnownVersion[];
  environments: string[];
  facts: FactStore;
  current: CheckPack;
  candidate: CheckPack;
  /** UTC ISO 8601. */
  now: string;
  /** Most versions to name. */
  limit: number;
}

type Effect = PackPreview['environments'][number];

/**
 * What another check pack would do to versions: evaluates each with the pack in
 * force and with the candidate, on the same facts; stores nothing.
 */
export async function previewPack(
  options: PreviewPackOptions,
): Promise<PackPreview> {
  const { versions, environments, facts: store, current, candidate } = options;
  const { now, limit } = options;
  const effects = new Map<string, Effect>(
    environments.map(name => [name, { name, closes: 0, opens: 0, changes: 0 }]),
  );
  const items: PackPreview['items'] = [];
  const count = (effect: Effect, item: PackPreview['items'][number]) => {
    effect.changes += 1;
    if (item.gate.from === 'open' && item.gate.to === 'closed')
      effect.closes += 1;
    if (item.gate.from === 'closed' && item.gate.to === 'open')
      effect.opens += 1;
    if (items.length < limit) items.push(item);
  };
  for (const batch of batchesOf(versions)) {
    const known = await store.factsOf(
      batch[0].ref,
      batch.map(({ version }) => version),
    );
    for (const version of batch)
      for (const [environment, effect] of effects) {
        const facts = known.get(version.version) ?? noFacts;
        const context = { version, environment, facts, now };
        const before = evaluateVersion({ ...context, pack: current });
        const after = evaluateVersion({ ...context, pack: candidate });
        const changes = scorecardChanges(before, after);
        const gate = { from: before.gate.state, to: after.gate.state };
        if (!changes.length && gate.from === gate.to) continue;
        const { subject } = after;
        const { blockers } = after.gate;
        count(effect, { subject, environment, gate, blockers, changes });
      }
  }
  return {
    pack: {
      id: candidate.id,
      version: candidate.version,
      digest: candidate.digest,
    },
    against: {
      id: current.id,
      version: current.version,
      digest: current.digest,
    },
    versions: versions.length,
    environments: [...effects.values()],
    items,
  };
}
