import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { plan, prepare } from '../plan/plan';
import { PlanFile } from '../plan/types';
import { baseObjects } from '../repository/base';
import { objectsOf } from '../repository/overlay';
import { YamlObject } from '../repository/types';
import { MatrixCase } from './matrix';

const exec = promisify(execFile);
const processes = 2;

/** An object of Kubernetes, as far as the tests look at it. */
export interface KubernetesObject extends YamlObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
}

/** One overlay of the matrix: what was meant, and what kustomize made of it. */
export interface RenderedOverlay {
  /** Where the plan stands in the list of cases. */
  index: number;
  environment: string;
  planned: KubernetesObject[];
  rendered: KubernetesObject[];
}

/** Every repository of the matrix on disk. */
export interface RenderedMatrix {
  root: string;
  /** Files of each plan, in the order of the cases. */
  files: PlanFile[][];
  overlays: RenderedOverlay[];
}

/** Objects of a text that YAML 1.1 readers agree on. */
export function parseObjects(text: string): KubernetesObject[] {
  return parseAllDocuments(text, { version: '1.1' }).map(d => d.toJS());
}

function writeFiles(folder: string, files: readonly PlanFile[]): void {
  for (const { path, content } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

function identityOf({ kind, apiVersion, metadata }: KubernetesObject): string {
  return `${apiVersion} ${kind} ${metadata.name}`;
}

/** Sorted by what they are, so that two lists can be compared. */
export function sorted(objects: KubernetesObject[]): KubernetesObject[] {
  return [...objects].sort((a, b) => (identityOf(a) < identityOf(b) ? -1 : 1));
}

/** What every environment is meant to run, worked out without kustomize. */
function plannedOverlays(matrixCase: MatrixCase, index: number) {
  const { repository } = prepare(
    matrixCase.input,
    matrixCase.context,
    'preview',
  );
  if (!repository) throw new Error(`case ${index} has no plan`);
  return repository.selection.planned.map(environment => {
    const release = objectsOf(repository, environment) as KubernetesObject[];
    const ids = new Set(release.map(identityOf));
    const base = (baseObjects(repository) as KubernetesObject[]).filter(
      object => !ids.has(identityOf(object)),
    );
    const { name, namespace } = environment.input;
    const planned = [...release, ...base].map(object => ({
      ...object,
      metadata: { ...object.metadata, namespace },
    }));
    return { index, environment: name, planned };
  });
}

/** Plans every case, writes it down and builds every overlay. */
export async function renderMatrix(
  cases: readonly MatrixCase[],
): Promise<RenderedMatrix> {
  const root = mkdtempSync(join(tmpdir(), 'matrix-'));
  const files = cases.map(({ input, context }) => plan(input, context).files);
  files.forEach((list, index) => writeFiles(join(root, `${index}`), list));
  const waiting = cases.flatMap(plannedOverlays);
  const overlays: RenderedOverlay[] = [];
  mkdirSync(join(root, 'rendered'));
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { index, environment } = next;
      const folder = join(root, `${index}`, 'overlays', environment);
      const { stdout } = await exec('kustomize', ['build', folder]);
      const target = `rendered/${index}-${environment}.yaml`;
      writeFileSync(join(root, target), stdout);
      overlays.push({ ...next, rendered: parseObjects(stdout) });
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return { root, files, overlays };
}
