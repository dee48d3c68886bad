import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { matrixCases, pairsOf } from '../__testUtils__/matrix';
import { platformRules } from '../__testUtils__/matrixChoices';
import {
  KubernetesObject,
  parseObjects,
  RenderedMatrix,
  renderMatrix,
  sorted,
} from '../__testUtils__/renderMatrix';
import { context, service } from '../__fixtures__/service';
import { inFolder, withTool } from '../__fixtures__/tools';
import { RuntimeKey, runtimeOptions } from '../input/runtimeOptions';
import { plan } from '../plan/plan';
import { readReleases } from '../repository/readReleases';
import { gatorVerdicts } from '../repository/policies/__testUtils__/gator';
import {
  CelPolicy,
  celVerdict,
  objectAt,
  policiesFor,
} from '../repository/policies/__testUtils__/judges';
import {
  actionlint,
  gitleaks,
  kubeconform,
  kubeScore,
  kustomize,
} from '../__testUtils__/matrixTools';

const cases = matrixCases();
const keys = Object.keys(runtimeOptions) as RuntimeKey[];
const judged =
  /^(InferenceService|LLMInferenceService|Deployment|CronJob|Job|ScaledJob|CronWorkflow|Rollout)$/;

function isWorkload({ kind, apiVersion }: KubernetesObject): boolean {
  return judged.test(kind) || apiVersion === 'serving.knative.dev/v1';
}

it('plans every pair of choices of every runtime', () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
  for (const key of keys) {
    const choices = cases.filter(c => c.key === key).map(c => c.choice);
    expect(pairsOf(key, choices)).toEqual(pairsOf(key, 'all'));
  }
});

it('tells of every plan what will be read from its files', () => {
  for (const { input, context: known } of cases) {
    const { files, releases } = plan(input, known);
    expect(releases).toHaveLength(input.environments.length);
    expect(releases).toEqual(readReleases(files));
  }
});

const { describeTool, title } = withTool(
  'kustomize',
  'kubeconform',
  'gator',
  'kube-score',
  'actionlint',
  'gitleaks',
);

describeTool(title, () => {
  let matrix: RenderedMatrix;
  let workloads: KubernetesObject[];

  beforeAll(async () => {
    matrix = await renderMatrix(cases);
    workloads = matrix.overlays.flatMap(o => o.rendered).filter(isWorkload);
  }, 120_000);

  afterAll(() => rmSync(matrix.root, { recursive: true }));

  it('renders what was planned, field by field', () => {
    const count = cases.reduce(
      (sum, c) => sum + c.input.environments.length,
      0,
    );
    expect(matrix.overlays).toHaveLength(count);
    expect(workloads.length).toBeGreaterThanOrEqual(count);
    for (const { rendered, planned, index } of matrix.overlays) {
      expect([index, sorted(rendered)]).toEqual([index, sorted(planned)]);
    }
  });

  it('renders objects that strict schemas accept', () => {
    const count = matrix.overlays.flatMap(o => o.rendered).length;
    expect(kubeconform([join(matrix.root, 'rendered')])).toEqual({
      valid: count,
      invalid: 0,
      errors: 0,
      skipped: 0,
      problems: [],
    });
  });

  it('plans controllers and policies that strict schemas accept', () => {
    const folder = join(matrix.root, 'others');
    mkdirSync(folder);
    const texts = new Set(
      matrix.files
        .flat()
        .filter(f => /^(argocd|flux|policies)\/.*\.yaml$/.test(f.path))
        .filter(
          f => !/kustomization\.yaml$|samples\/|suite\.yaml$/.test(f.path),
        )
        .map(f => f.content),
    );
    const objects = [...texts].flatMap(parseObjects);
    writeFileSync(
      join(folder, 'all.yaml'),
      objects
        .map(o => stringify(o, { aliasDuplicateObjects: false }))
        .join('---\n'),
    );
    // The schema of a constraint is made by its template.
    const skip = 'ModelyardResponsibleAi';
    const skipped = objects.filter(o => o.kind === skip).length;
    expect(objects.length).toBeGreaterThan(cases.length * 2);
    expect(kubeconform([folder], [skip])).toEqual({
      valid: objects.length - skipped,
      invalid: 0,
      errors: 0,
      skipped,
      problems: [],
    });
  });

  it('has schemas that would notice an unknown field and kind', () => {
    const [object] = workloads;
    const wrong = [
      { ...object, spec: { ...(object.spec as object), modle: 1 } },
      { ...object, kind: 'InferenceServise' },
    ];
    const content = wrong.map(o => stringify(o)).join('---\n');
    const verdict = inFolder([{ path: 'x.yaml', content }], folder =>
      kubeconform([folder]),
    );
    expect(verdict).toMatchObject({ valid: 0, invalid: 1, errors: 1 });
  });

  it('renders what every engine of policies lets through', () => {
    const files = policiesFor(platformRules);
    const accepted = workloads.map(object => ({
      name: object.metadata.name,
      object,
      breaks: [],
    }));
    const none = workloads.map(() => []);
    expect(gatorVerdicts(files, accepted)).toEqual({
      seen: workloads.length,
      rego: none,
      native: none,
    });
    const policy = objectAt<CelPolicy>(
      files,
      'policies/admission-policy/policy.yaml',
    );
    expect(workloads.map(object => celVerdict(policy, object))).toEqual(none);
  }, 120_000);

  it('renders nothing that kube-score holds for critical', async () => {
    const verdicts = await Promise.all(
      matrix.overlays.map(({ index, environment, rendered }) =>
        kubeScore(
          join(matrix.root, `rendered/${index}-${environment}.yaml`),
          rendered,
        ),
      ),
    );
    expect(verdicts.flatMap(v => v.problems)).toEqual([]);
    for (const { scored } of verdicts) expect(scored).toBeGreaterThan(0);
  }, 120_000);

  it('plans workflows that actionlint has nothing to say about', () => {
    const folder = join(matrix.root, 'workflows');
    mkdirSync(folder);
    const texts = new Set(
      matrix.files
        .flat()
        .filter(f => f.path === '.github/workflows/ci.yaml')
        .map(f => f.content),
    );
    const files = [...texts].map((text, index) => {
      const file = join(folder, `${index}.yaml`);
      writeFileSync(file, text);
      return file;
    });
    expect(actionlint(files)).toEqual({ read: files.length, problems: [] });
    const [text] = texts;
    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, text.replace('runs-on:', 'runs-off:'));
    expect(actionlint([bad]).problems).not.toEqual([]);
  });

  it('plans no secret, as gitleaks sees it', () => {
    const texts = new Set(matrix.files.flat().map(f => f.content));
    const files = [...texts].map((content, index) => ({
      path: `${index}.yaml`,
      content,
    }));
    expect(inFolder(files, gitleaks)).toEqual([]);
    const key = ['gh', 'p_', 'R7uVwXyZ01aBcDeFgHiJkLmNoPqRsTuVwX12'].join('');
    const planted = [{ path: 'a.yaml', content: `token: ${key}\n` }];
    expect(inFolder(planted, gitleaks)).toEqual([
      expect.stringMatching(/a\.yaml:1 github-pat/),
    ]);
  });

  it('fails to build when a patch meets another object than planned', () => {
    const files = plan(service(), context()).files.map(f =>
      f.path === 'base/inferenceservice.yaml'
        ? { ...f, content: f.content.replace(/ai-inference/g, 'web') }
        : f,
    );
    expect(() =>
      inFolder(files, cwd => kustomize(join(cwd, 'overlays/dev'))),
    ).toThrow(/test/i);
  });

  it.each([
    'argocd',
    'flux',
    'policies/gatekeeper',
    'policies/kyverno',
    'policies/admission-policy',
  ])('builds %s/', path => {
    const controller = path === 'flux' ? 'flux' : 'argocd';
    const { files } = plan(service({ controller }), context());
    const built = inFolder(files, cwd => kustomize(join(cwd, path)));
    expect(parseObjects(built).length).toBeGreaterThanOrEqual(1);
  });
});
