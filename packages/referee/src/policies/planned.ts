import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  KubernetesObject,
  MatrixCase,
  matrixCases,
  parseObjects,
  PlanFile,
  renderMatrix,
} from '../planner';
import { outputOf } from '../tools/run';

/** An object of a planned repository, as kustomize renders it. */
export interface PlannedObject {
  /** Service, place and kind. */
  name: string;
  /** Whether the platform of its plan names lists of what is allowed. */
  platform: 'with lists' | 'without lists';
  object: KubernetesObject;
}

/** What was planned for the referee. */
export interface PlannedSample {
  /** How many plans there are of each runtime. */
  plans: Record<string, number>;
  overlays: number;
  objects: PlannedObject[];
}

const choicesOf = ({ choice }: MatrixCase) =>
  Object.entries(choice).map(pair => pair.join('='));

/** Cases in which every choice of the form occurs, the most telling first. */
function covering(cases: readonly MatrixCase[]): MatrixCase[] {
  const missing = new Set(cases.flatMap(choicesOf));
  const chosen: MatrixCase[] = [];
  const news = (c: MatrixCase) => choicesOf(c).filter(x => missing.has(x));
  while (missing.size) {
    const best = cases.reduce((a, b) =>
      news(b).length > news(a).length ? b : a,
    );
    chosen.push(best);
    for (const choice of choicesOf(best)) missing.delete(choice);
  }
  return chosen;
}

/**
 * Cases of each runtime in which every choice of the form occurs, and more from
 * everywhere in its list until there are as many as asked for.
 */
export function chooseCases(
  cases: readonly MatrixCase[],
  perRuntime: number,
): MatrixCase[] {
  const keys = [...new Set(cases.map(c => c.key))];
  return keys.flatMap(key => {
    const all = cases.filter(c => c.key === key);
    const chosen = new Set(covering(all));
    const count = Math.min(perRuntime, all.length);
    const others = all.filter(c => !chosen.has(c));
    const lacking = Math.max(0, count - chosen.size);
    for (let index = 0; index < lacking; index += 1) {
      chosen.add(others[Math.floor((index * others.length) / lacking)]);
    }
    return all.filter(c => chosen.has(c));
  });
}

async function built(folder: string): Promise<KubernetesObject[]> {
  return parseObjects(await outputOf('kustomize', ['build', folder]));
}

const nameOf = (place: string, { kind, metadata }: KubernetesObject) =>
  `${place} ${kind} ${metadata.name}`;

/** Plans some cases of the matrix and renders overlays and controllers' objects. */
export async function planSample(perRuntime: number): Promise<PlannedSample> {
  const cases = chooseCases(matrixCases(), perRuntime);
  const matrix = await renderMatrix(cases);
  try {
    const objects: PlannedObject[] = [];
    const add = (index: number, place: string, found: KubernetesObject[]) => {
      const { input, context } = cases[index];
      const platform = context.rules ? 'with lists' : 'without lists';
      for (const object of found) {
        const name = nameOf(`${input.name}/${place}`, object);
        objects.push({ name, platform, object });
      }
    };
    for (const { index, environment, rendered } of matrix.overlays) {
      add(index, environment, rendered);
    }
    for (const index of cases.keys()) {
      for (const controller of ['argocd', 'flux']) {
        const folder = join(matrix.root, `${index}`, controller);
        if (existsSync(folder)) add(index, controller, await built(folder));
      }
    }
    const plans: Record<string, number> = {};
    for (const { key } of cases) plans[key] = (plans[key] ?? 0) + 1;
    // Overlays are built by several processes; their order is chance.
    objects.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { plans, overlays: matrix.overlays.length, objects };
  } finally {
    rmSync(matrix.root, { recursive: true });
  }
}

/** The objects of `policies/`, as kustomize renders them. */
export async function renderPolicies(
  files: readonly PlanFile[],
  folder: string,
): Promise<KubernetesObject[]> {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const engines = ['admission-policy', 'gatekeeper', 'kyverno'];
  const objects = await Promise.all(
    engines.map(engine => built(join(folder, 'policies', engine))),
  );
  return objects.flat();
}
