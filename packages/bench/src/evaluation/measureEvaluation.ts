import { evaluate } from '@modelyard/plugin-model-scorecard-common';
import { Measure } from '../report/Measure';
import { median } from '../report/median';
import { benchChecks } from './benchChecks';
import { makeFacts, VersionFacts } from './makeFacts';
import { toPack } from './toPack';
import { toRivalFacts } from './toRivalFacts';
import { toEngine } from './toRules';

/** Ids of the checks that pass, by version. */
type Passing = Map<string, Set<string>>;

type Evaluator = (versions: VersionFacts[]) => Passing | Promise<Passing>;

function ours(): Evaluator {
  const pack = toPack(benchChecks);
  return versions =>
    new Map(
      versions.map(facts => {
        const { checks } = evaluate({ ...facts, pack });
        const passing = checks.filter(({ verdict }) => verdict === 'pass');
        return [facts.subject.version, new Set(passing.map(({ id }) => id))];
      }),
    );
}

function rival(): Evaluator {
  const engine = toEngine(benchChecks);
  return async versions => {
    const passing: Passing = new Map();
    for (const facts of versions) {
      const { events } = await engine.run(toRivalFacts(facts));
      passing.set(
        facts.subject.version,
        new Set(events.map(({ type }) => type)),
      );
    }
    return passing;
  };
}

async function time(evaluator: Evaluator, versions: VersionFacts[]) {
  const started = performance.now();
  const passing = await evaluator(versions);
  return { ms: performance.now() - started, passing };
}

/** Throws naming the first check on which the two disagree; counts the passes. */
function assertSame(left: Passing, right: Passing): number {
  let passes = 0;
  for (const [version, passing] of left)
    for (const { id } of benchChecks) {
      const other = right.get(version)?.has(id);
      if (passing.has(id) !== other)
        throw new Error(
          `${id} of version ${version}: ours says ${passing.has(id)}, the rival ${other}`,
        );
      passes += Number(passing.has(id));
    }
  return passes;
}

/** Every check of every version by CEL and by json-rules-engine, with the same answers. */
export async function measureEvaluation(options: {
  versions: number;
  rounds: number;
}): Promise<Measure> {
  const facts = makeFacts(benchChecks, options.versions);
  const [cel, rules] = [ours(), rival()];
  const passes = assertSame(await cel(facts), await rules(facts));
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round < options.rounds; round += 1) {
    times.ours.push((await time(cel, facts)).ms);
    times.rival.push((await time(rules, facts)).ms);
  }
  const decisions = facts.length * benchChecks.length;
  return {
    name: `evaluate ${benchChecks.length} checks × ${facts.length} versions`,
    rival: 'json-rules-engine',
    oursMs: median(times.ours),
    rivalMs: median(times.rival),
    goal: 20,
    note: `both said the same ${decisions} times, pass ${passes} times; ours gives reasons, values and the gate as well`,
  };
}
