import {
  CheckContext,
  decide,
  Decision,
  evaluate,
  EvaluateOptions,
  LoadedCheck,
} from '@modelyard/plugin-model-scorecard-common';
import { Engine } from 'json-rules-engine';
import { Measure } from '../report/Measure';
import { benchChecks } from './benchChecks';
import { compare, Comparison, Evaluator, Passing } from './compare';
import { makeFacts } from './makeFacts';
import { toContexts } from './toContexts';
import { toPack } from './toPack';
import { toRivalFacts } from './toRivalFacts';
import { toEngine } from './toRules';

/** How much is evaluated, and how often. */
export interface EvaluationOptions {
  versions: number;
  rounds: number;
}

async function passingEvents(
  engine: Engine,
  facts: Record<string, unknown>,
): Promise<string[]> {
  const { events } = await engine.run(facts);
  return events.map(({ type }) => type);
}

function sayBoth({ decisions, passes }: Comparison): string {
  return `both said the same ${decisions} times, pass ${passes} times`;
}

function passingIds({ checks }: Pick<Decision, 'checks'>): string[] {
  const passing: string[] = [];
  for (const { id, verdict } of checks)
    if (verdict === 'pass') passing.push(id);
  return passing;
}

function holdingIds(
  checks: LoadedCheck[],
  contexts: (CheckContext | undefined)[],
): string[] {
  const holding: string[] = [];
  checks.forEach(({ id, program }, index) => {
    const context = contexts[index];
    if (context && program(context)) holding.push(id);
  });
  return holding;
}

/**
 * Engine against engine: the expressions of the checks and the same conditions
 * as rules, on facts that were prepared before the clock started.
 */
export async function measureExpressions(
  options: EvaluationOptions,
): Promise<Measure> {
  const { checks } = toPack(benchChecks);
  const engine = toEngine(benchChecks, 'expression');
  const versions = makeFacts(benchChecks, options.versions);
  const contexts = versions.map(facts => toContexts(benchChecks, facts));
  const flat = versions.map(toRivalFacts);
  const result = await compare(
    () => contexts.map(list => holdingIds(checks, list)),
    async () => {
      const passing: Passing = [];
      for (const facts of flat)
        passing.push(await passingEvents(engine, facts));
      return passing;
    },
    options.rounds,
  );
  return {
    ...result,
    name: `CEL: ${benchChecks.length} checks × ${versions.length} versions`,
    rival: 'json-rules-engine',
    goal: { atLeast: 20 },
    note: `${sayBoth(result)}; facts prepared beforehand for both`,
  };
}

/**
 * From canonical evidence to the verdict of every check and the gate. The rival
 * tells which rules hold and nothing about why, so it is `decide` that compares
 * with it; how much longer `evaluate` takes to explain it all is in the note.
 */
export async function measureEvaluation(
  options: EvaluationOptions,
): Promise<Measure> {
  const pack = toPack(benchChecks);
  const engine = toEngine(benchChecks, 'all');
  const versions = makeFacts(benchChecks, options.versions);
  const askedWith =
    (ask: (facts: EvaluateOptions) => Decision): Evaluator =>
    () =>
      versions.map(facts => passingIds(ask({ ...facts, pack })));
  const rival = async () => {
    const passing: Passing = [];
    for (const facts of versions)
      passing.push(await passingEvents(engine, toRivalFacts(facts)));
    return passing;
  };
  const result = await compare(askedWith(decide), rival, options.rounds);
  const explained = await compare(askedWith(evaluate), rival, options.rounds);
  return {
    ...result,
    name: `decide: nine verdicts and gate, without reasons, ${benchChecks.length} checks × ${versions.length} versions`,
    rival: 'json-rules-engine',
    goal: { atLeast: 15 },
    note: `${sayBoth(result)}; evaluate, with reasons, values and slices that the rival doesn't give, takes ${explained.ours.toFixed(0)} ms, ${(explained.theirs / explained.ours).toFixed(1)}× faster than it`,
  };
}
