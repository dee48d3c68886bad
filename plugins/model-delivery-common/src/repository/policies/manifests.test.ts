import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '@marcbachmann/cel-js';
import Ajv, { ValidateFunction } from 'ajv';
import { PlanFile } from '../../plan/types';
import { YamlObject } from '../types';
import { at, container, edited } from './__testUtils__/edits';
import { objectAt, platform, policiesFor } from './__testUtils__/judges';

const folder = join(__dirname, '../../__fixtures__/schemas');
const ajv = new Ajv({ strict: false, allErrors: true });
const compiled = new Map<string, ValidateFunction>();

function errorsOf(object: YamlObject): unknown {
  const { kind, apiVersion } = object as { kind: string; apiVersion: string };
  const name = [kind.toLowerCase(), ...apiVersion.split('/')].join('-');
  const validate =
    compiled.get(name) ??
    ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  compiled.set(name, validate);
  validate(object);
  return validate.errors;
}

const files = policiesFor(platform);
const paths = (written: readonly PlanFile[]) => written.map(f => f.path);
const at_ = <T = YamlObject>(path: string, from = files) =>
  objectAt<T>(from, `policies/${path}`);

describe('the files of policies', () => {
  it.each([
    'gatekeeper/template.yaml',
    'kyverno/policy.yaml',
    'kyverno/image-signatures.yaml',
    'admission-policy/policy.yaml',
    'admission-policy/binding.yaml',
  ])('%s meets its schema', path => {
    expect(errorsOf(at_(path))).toBeNull();
  });

  it('meet a schema that is strict', () => {
    const { spec, ...rest } = at_<{ spec: YamlObject }>('kyverno/policy.yaml');
    const misspelt = { ...spec, validation: spec.validations };
    expect(errorsOf({ ...rest, spec: misspelt })).not.toBeNull();
  });

  it('have samples that meet theirs', () => {
    const checked = paths(files)
      .filter(path => path.startsWith('policies/samples/'))
      .map(path => objectAt<YamlObject>(files, path));
    expect(checked).toHaveLength(18);
    for (const object of checked) {
      expect([object.metadata, errorsOf(object)]).toEqual([
        object.metadata,
        null,
      ]);
    }
  });

  it.each(['gatekeeper', 'kyverno', 'admission-policy'])(
    'of %s are those that its kustomization names',
    engine => {
      const { resources } = at_<{ resources: string[] }>(
        `${engine}/kustomization.yaml`,
      );
      const beside = paths(policiesFor(platform, [engine]))
        .filter(path => path.startsWith(`policies/${engine}/`))
        .map(path => path.replace(/.*\//, ''))
        .filter(name => !/^(kustomization|suite)\.yaml$/.test(name));
      expect([...beside].sort()).toEqual(resources);
    },
  );

  it('have a binding that denies', () => {
    const { metadata } = at_<{ metadata: { name: string } }>(
      'admission-policy/policy.yaml',
    );
    expect(at_('admission-policy/binding.yaml')).toMatchObject({
      kind: 'ValidatingAdmissionPolicyBinding',
      spec: { policyName: metadata.name, validationActions: ['Deny'] },
    });
  });

  it.each([
    'kyverno/policy.yaml',
    'kyverno/image-signatures.yaml',
    'admission-policy/policy.yaml',
  ])('match every kind, in %s', path => {
    const { spec } = at_<{
      spec: {
        matchConstraints: {
          resourceRules: {
            apiGroups: string[];
            apiVersions: string[];
            resources: string[];
          }[];
        };
      };
    }>(path);
    const matched = spec.matchConstraints.resourceRules.flatMap(rule =>
      rule.resources.map(name =>
        [...rule.apiGroups, ...rule.apiVersions, name]
          .filter(Boolean)
          .join('/'),
      ),
    );
    expect(matched.sort()).toEqual([
      'apps/v1/daemonsets',
      'apps/v1/deployments',
      'apps/v1/replicasets',
      'apps/v1/statefulsets',
      'argoproj.io/v1alpha1/cronworkflows',
      'argoproj.io/v1alpha1/rollouts',
      'argoproj.io/v1alpha1/workflows',
      'batch/v1/cronjobs',
      'batch/v1/jobs',
      'keda.sh/v1alpha1/scaledjobs',
      'leaderworkerset.x-k8s.io/v1/leaderworkersets',
      'serving.knative.dev/v1/configurations',
      'serving.knative.dev/v1/revisions',
      'serving.knative.dev/v1/services',
      'serving.kserve.io/v1alpha2/llminferenceservices',
      'serving.kserve.io/v1beta1/inferenceservices',
      'v1/pods',
    ]);
  });

  it('are the same objects for the same lists', () => {
    const again = policiesFor(JSON.parse(JSON.stringify(platform)));
    expect(again).toEqual(files);
    expect(paths(policiesFor(platform, []))).toEqual([]);
  });

  it('share the samples and the text, once', () => {
    const shared = paths(files).filter(path =>
      /^policies\/(samples|README)/.test(path),
    );
    expect(new Set(shared).size).toBe(shared.length);
    expect(shared).toHaveLength(19);
    for (const engine of ['gatekeeper', 'kyverno', 'admission-policy']) {
      const alone = paths(policiesFor(platform, [engine]));
      expect(alone.filter(path => shared.includes(path))).toEqual(shared);
    }
  });
});

interface ImagePolicy {
  spec: {
    images: { name: string; expression: string }[];
    attestors: { cosign: { keyless: { identities: unknown[] } } }[];
    validations: { expression: string }[];
  };
}

describe('signed images', () => {
  const path = 'kyverno/image-signatures.yaml';

  it('are signed by one of the identities', () => {
    const { spec } = at_<ImagePolicy>(path);
    expect(spec.attestors.map(a => a.cosign.keyless.identities)).toEqual([
      platform.signers,
    ]);
    expect(spec.validations.map(v => v.expression)).toEqual([
      'images.named.all(i, verifyImageSignatures(i, [attestors.signers]) > 0)',
    ]);
  });

  it('are all that an object names', () => {
    const { spec } = at_<ImagePolicy>(path);
    const image = (name: string) => ({ ...container, image: name });
    const found = [
      edited(
        'deployment',
        at('spec.template.spec.initContainers', [image('b')]),
      ),
      edited('inferenceservice'),
      edited(
        'inferenceservice',
        at('spec.canary', [
          { trafficPercent: 5, predictor: { model: image('c') } },
        ]),
        at('spec.transformer.containers', [image('d'), image('')]),
      ),
      edited(
        'cronworkflow',
        at('spec.workflowSpec.templates.0.sidecars', [image('e'), image('f')]),
      ),
    ].map(object => evaluate(spec.images[0].expression, { object }));
    expect(found).toEqual([
      [container.image, 'b'],
      [],
      ['d', 'c'],
      [container.image, 'e', 'f'],
    ]);
  });

  it('are nobody’s when nobody may sign', () => {
    const nobody = policiesFor({ signers: [] });
    const policy = at_<ImagePolicy>(path, nobody);
    expect(errorsOf(policy as unknown as YamlObject)).toBeNull();
    const { spec } = policy;
    expect(spec.attestors).toEqual([]);
    const accepts = (named: string[]) =>
      evaluate(spec.validations[0].expression, { images: { named } });
    expect([accepts([]), accepts(['a'])]).toEqual([true, false]);
  });

  it('are not asked for without signers, and the text says who can', () => {
    const none = policiesFor({});
    expect(paths(none)).not.toContain(`policies/${path}`);
    const text = (from: readonly PlanFile[]) =>
      from.find(f => f.path === 'policies/README.md')?.content;
    expect(text(none)).toContain('names no signers');
    expect(text(files)).toContain('Only Kyverno can verify signatures');
  });
});
