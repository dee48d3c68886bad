import { createHash } from 'node:crypto';
import {
  Plan,
  plan,
  PlanContext,
  PlanMode,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { LRUCache } from 'lru-cache';

/** A plan is some hundred kilobytes of text. */
const mostKept = 40;

/**
 * Plans, and keeps the latest of them: a plan follows from its input and context
 * alone, and a release is planned when it is shown, when it is checked and when it
 * is written.
 */
export class KnownPlans {
  private readonly kept = new LRUCache<string, Plan>({ max: mostKept });

  private constructor() {}

  static create(): KnownPlans {
    return new KnownPlans();
  }

  plan(
    input: ServiceInput,
    context: PlanContext,
    { mode }: { mode: PlanMode },
  ): Plan {
    const key = createHash('sha256')
      .update(JSON.stringify([input, context, mode]))
      .digest('base64');
    const known = this.kept.get(key) ?? plan(input, context, { mode });
    this.kept.set(key, known);
    return known;
  }
}
