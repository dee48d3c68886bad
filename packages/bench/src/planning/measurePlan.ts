import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  Plan,
  plan,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { Measure } from '../report/Measure';
import { median } from '../report/median';
import { planContext, serviceInputs } from './planInput';

/** Whether the rival is installed. */
export function hasKustomize(): boolean {
  return spawnSync('kustomize', ['version']).status === 0;
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function planOnce(input: ServiceInput): Plan {
  const planned = plan(input, planContext, { mode: 'write' });
  if (!planned.files.length)
    throw new Error(
      `Nothing was planned: ${planned.findings.map(f => f.message).join('; ')}`,
    );
  return planned;
}

function write({ files }: Plan, directory: string): void {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}

/** Throws when kustomize does not accept the overlay. */
function build(directory: string, environment: string): void {
  const rendered = execFileSync(
    'kustomize',
    ['build', join(directory, 'overlays', environment)],
    { encoding: 'utf8' },
  );
  if (!rendered.includes('modelyard.io/model-digest'))
    throw new Error(`kustomize rendered no workload for ${environment}`);
}

/**
 * Planning a whole repository against `kustomize build` of every overlay in it.
 * Kustomize is a program that starts each time; the note says how long that takes.
 */
function measureOne(
  what: string,
  input: ServiceInput,
  rounds: number,
): Measure {
  const directory = mkdtempSync(join(tmpdir(), 'modelyard-bench-'));
  try {
    const planned = planOnce(input);
    write(planned, directory);
    const times = {
      ours: [] as number[],
      rival: [] as number[],
      start: [] as number[],
    };
    for (let round = 0; round < rounds; round += 1) {
      times.ours.push(timed(() => planOnce(input)));
      times.rival.push(
        timed(() =>
          planned.environments.forEach(name => build(directory, name)),
        ),
      );
      times.start.push(timed(() => execFileSync('kustomize', ['version'])));
    }
    const count = planned.environments.length;
    const startMs = median(times.start) * count;
    return {
      name: `plan ${what}: ${planned.files.length} files, ${count} environments`,
      rival: 'kustomize build of each',
      ours: median(times.ours),
      theirs: median(times.rival),
      goal: { atLeast: 5 },
      note: `plan takes 1/${(median(times.rival) / median(times.ours)).toFixed(1)} of the build; ${startMs.toFixed(0)} ms of the build start the program`,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Planning of every kind in `serviceInputs`. */
export function measurePlans(rounds: number): Measure[] {
  return Object.entries(serviceInputs).map(([what, input]) =>
    measureOne(what, input, rounds),
  );
}
