import { parseAllDocuments } from 'yaml';
import { context, environment, service } from '../__fixtures__/service';
import { inFolder, run, withTool } from '../__fixtures__/tools';
import { ServiceInput } from '../input/serviceInputSchema';
import { plan } from '../plan/plan';
import { Plan } from '../plan/types';
import { readReleases } from './readReleases';

interface KubernetesObject {
  kind: string;
  metadata: Record<string, unknown>;
  [key: string]: unknown;
}

const documents = (content: string): KubernetesObject[] =>
  parseAllDocuments(content, { version: '1.1' }).map(d => d.toJS());

function text(result: Plan, path: string): string {
  return result.files.find(f => f.path === path)?.content ?? '';
}

/** What an overlay must render to, worked out without kustomize. */
function intended(result: Plan, name: string): KubernetesObject[] {
  const [{ namespace, resources }] = documents(
    text(result, `overlays/${name}/kustomization.yaml`),
  ) as unknown as { namespace: string; resources: string[] }[];
  const [service_] = documents(text(result, 'base/inferenceservice.yaml'));
  const operations = documents(
    text(result, `overlays/${name}/inferenceservice.patch.yaml`),
  )[0] as unknown as { op: string; path: string; value: unknown }[];
  for (const { op, path, value } of operations) {
    if (op === 'test') continue;
    const steps = path.slice(1).split('/');
    const last = steps.pop() ?? '';
    let parent = service_ as Record<string, unknown>;
    for (const step of steps) parent = parent[step] as typeof parent;
    parent[last] = value;
  }
  const others = [
    'base/networkpolicy.yaml',
    'base/serviceaccount.yaml',
    ...resources.slice(1).map(r => `overlays/${name}/${r}`),
  ].flatMap(path => documents(text(result, path)));
  return [service_, ...others].map(object => ({
    ...object,
    metadata: { ...object.metadata, namespace },
  }));
}

const byKind = (objects: KubernetesObject[]) =>
  [...objects].sort((a, b) => (a.kind < b.kind ? -1 : 1));

const knative: Partial<ServiceInput> = {
  runtime: { kind: 'kserve', mode: 'knative' },
  environments: [
    environment('dev', {
      scaling: {
        kind: 'knative',
        minReplicas: 0,
        maxReplicas: 2,
        metric: 'rps',
        target: 9,
      },
    }),
  ],
};

const { describeTool, title } = withTool('kustomize');

describeTool(title, () => {
  const canaryInput = service({
    environments: [
      environment('prod', { rollout: { kind: 'canary', percent: 10 } }),
    ],
  });
  const canaryContext = context({
    deployed: readReleases(plan(canaryInput, context()).files).map(r => ({
      ...r,
      digest: `sha256:${'6'.repeat(64)}`,
    })),
  });
  const odd = {
    name: 'no',
    costCenter: '1e3',
    tenant: '007',
    env: { A: 'y', B: '007', C: '0x1F', D: '1e3', E: '~', F: 'off', G: '' },
    labels: { y: 'on', team: '0o7' },
    annotations: { 'example.com/note': '{"a": "b\'c"} # no' },
  };

  it.each([
    ['several environments', service(), context()],
    ['text that YAML 1.1 misreads', service(odd), context()],
    ['Knative mode', service(knative), context()],
    ['a canary in Standard mode', canaryInput, canaryContext],
    ['flux', service({ controller: 'flux' }), context()],
  ])('renders what was planned: %s', (_, input, given) => {
    const result = plan(input, given);
    expect(result.environments.length).toBeGreaterThan(0);
    inFolder(result.files, cwd => {
      for (const name of result.environments) {
        const rendered = documents(
          run('kustomize', ['build', `overlays/${name}`], { cwd }),
        );
        expect(byKind(rendered)).toEqual(byKind(intended(result, name)));
      }
    });
  });

  it.each(['argocd', 'flux'] as const)(
    'builds %s/ and policies/',
    controller => {
      const result = plan(service({ controller }), context());
      inFolder(result.files, cwd => {
        for (const path of [
          controller,
          'policies/gatekeeper',
          'policies/kyverno',
          'policies/admission-policy',
        ]) {
          expect(run('kustomize', ['build', path], { cwd })).toContain('kind:');
        }
      });
    },
  );

  it('fails to build when a patch meets another object than planned', () => {
    const files = plan(service(), context()).files.map(f =>
      f.path === 'base/inferenceservice.yaml'
        ? { ...f, content: f.content.replace(/ai-inference/g, 'web') }
        : f,
    );
    expect(() =>
      inFolder(files, cwd =>
        run('kustomize', ['build', 'overlays/dev'], { cwd }),
      ),
    ).toThrow();
  });

  it("runs the workflow's step that builds every overlay", () => {
    const result = plan(service(), context());
    const workflow = documents(text(result, '.github/workflows/ci.yaml'))[0];
    const { steps } = (
      workflow.jobs as { check: { steps: { name?: string; run: string }[] } }
    ).check;
    const script = steps.find(s => s.name === 'Build every overlay')?.run ?? '';
    inFolder(result.files, cwd => {
      run('bash', ['-c', script], { cwd, env: { RUNNER_TEMP: cwd } });
      expect(run('ls', ['rendered'], { cwd })).toBe('dev.yaml\nprod.yaml\n');
    });
  });
});
