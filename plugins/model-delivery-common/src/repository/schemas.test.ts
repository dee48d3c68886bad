import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { context, environment, service } from '../__fixtures__/service';
import { ServiceInput } from '../input/serviceInputSchema';
import { plan } from '../plan/plan';
import { readReleases } from './readReleases';

interface KubernetesObject {
  apiVersion: string;
  kind: string;
}

const folder = join(__dirname, '../__fixtures__/schemas');
const ajv = new Ajv({ strict: false, allErrors: true });
const compiled = new Map<string, ValidateFunction>();
// Kinds without a schema: kustomize's own, instances of our template, the
// catalog, gator's suite and the workflow.
const unschematic =
  /^(kustomize\.config|constraints\.gatekeeper|backstage|test\.gatekeeper)/;

function validator({ apiVersion, kind }: KubernetesObject): ValidateFunction {
  const [group, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  const name = [kind.toLowerCase(), group, version].filter(Boolean).join('-');
  const known = compiled.get(name);
  if (known) return known;
  const schema = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const made = ajv.compile(schema);
  compiled.set(name, made);
  return made;
}

function objectsOf(input: ServiceInput, given = context()): KubernetesObject[] {
  return plan(input, given)
    .files.filter(f => f.path.endsWith('.yaml'))
    .filter(f => !f.path.endsWith('.patch.yaml'))
    .filter(f => !f.path.startsWith('.github/'))
    .flatMap(f => parseAllDocuments(f.content).map(d => d.toJS()))
    .filter(o => !unschematic.test(o.apiVersion));
}

describe('schemas', () => {
  it.each(['argocd', 'flux'] as const)(
    'are met by every object with %s',
    controller => {
      const objects = objectsOf(service({ controller }));
      expect(objects.length).toBeGreaterThanOrEqual(11);
      for (const object of objects) {
        const validate = validator(object);
        expect([object.kind, validate(object), validate.errors]).toEqual([
          object.kind,
          true,
          null,
        ]);
      }
    },
  );

  it('are met by what an overlay renders to', () => {
    const rollout = { kind: 'canary', percent: 5 } as const;
    const gpu = { resource: 'nvidia.com/gpu', count: 1 };
    const input = service({
      image: `registry.example.com/team/model@sha256:${'c'.repeat(64)}`,
      environments: [
        environment('prod', {
          rollout,
          resources: { cpu: '2', memory: '8Gi', gpu },
        }),
      ],
    });
    const deployed = readReleases(plan(input, context()).files).map(r => ({
      ...r,
      digest: `sha256:${'6'.repeat(64)}`,
    }));
    const { files } = plan(input, context({ deployed }));
    const text = (path: string) =>
      files.find(f => f.path === path)?.content ?? '';
    const object = parseAllDocuments(
      text('base/inferenceservice.yaml'),
    )[0].toJS();
    const operations = parseAllDocuments(
      text('overlays/prod/inferenceservice.patch.yaml'),
    )[0].toJS();
    for (const { path, value } of operations) {
      if (path === '/spec/predictor') object.spec.predictor = value;
      if (path === '/spec/canary') object.spec.canary = value;
    }
    expect(object.spec.canary).toHaveLength(1);
    const validate = validator(object);
    expect([validate(object), validate.errors]).toEqual([true, null]);
  });

  it('would notice an unknown field', () => {
    const [object] = objectsOf(service()).filter(
      o => o.kind === 'InferenceService',
    );
    const wrong = { ...object, spec: { predictor: { modle: {} } } };
    expect(validator(object)(wrong)).toBe(false);
  });
});
