import {
  CheckContext,
  CheckProgram,
  evaluate,
} from '@modelyard/plugin-model-scorecard-common';
import { Engine } from 'json-rules-engine';
import { Measure } from '../report/Measure';
import { benchChecks } from './benchChecks';
import { compare, Comparison, Passing } from './compare';
import { makeFacts } from './makeFacts';
import { toPack } from './toPack';
import { toRivalFacts } from './toRivalFacts';
import { toEngine } from './toRules';
import { toContexts, toPrograms } from './toWholeRules';

/** How much is evaluated, and how often. */
export interface EvaluationOptions {
  versions: number;
  rounds: number;
}

async function passingEvents(
  engine: Engine,
  facts: Record<string, unknown>,
): Promise<Set<string>> {
  const { events } = await engine.run(facts);
  return new Set(events.map(({ type }) => type));
}

function sayBoth({ decisions, passes }: Comparison): string {
  return `both said the same ${decisions} times, pass ${passes} times`;
}

function passesIn(
  program: CheckProgram,
  context: CheckContext | undefined,
): boolean {
  return context !== undefined && program(context);
}

/**
 * Engine against engine: each decides everything about a check by itself, on
 * facts that were prepared before the clock started.
 */
export async function measureRules(
  options: EvaluationOptions,
): Promise<Measure> {
  const programs = toPrograms(benchChecks);
  const engine = toEngine(benchChecks);
  const versions = makeFacts(benchChecks, options.versions);
  const contexts = versions.map(facts => toContexts(benchChecks, facts));
  const flat = versions.map(toRivalFacts);
  const result = await compare(
    () =>
      contexts.map(
        list =>
          new Set(
            benchChecks
              .filter((_, index) => passesIn(programs[index], list[index]))
              .map(({ id }) => id),
          ),
      ),
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
    name: `CEL: ${benchChecks.length} rules × ${versions.length} versions`,
    rival: 'json-rules-engine',
    goal: 20,
    note: `${sayBoth(result)}; facts prepared beforehand for both`,
  };
}

/** The whole `evaluate`, from canonical evidence to a scorecard with its gate. */
export async function measureEvaluation(
  options: EvaluationOptions,
): Promise<Measure> {
  const pack = toPack(benchChecks);
  const engine = toEngine(benchChecks);
  const versions = makeFacts(benchChecks, options.versions);
  const result = await compare(
    () =>
      versions.map(facts => {
        const { checks } = evaluate({ ...facts, pack });
        const passing = checks.filter(({ verdict }) => verdict === 'pass');
        return new Set(passing.map(({ id }) => id));
      }),
    async () => {
      const passing: Passing = [];
      for (const facts of versions)
        passing.push(await passingEvents(engine, toRivalFacts(facts)));
      return passing;
    },
    options.rounds,
  );
  return {
    ...result,
    name: `evaluate ${benchChecks.length} checks × ${versions.length} versions`,
    rival: 'json-rules-engine',
    goal: 20,
    note: `${sayBoth(result)}; ours gives reasons, values, slices and the gate as well`,
  };
}
