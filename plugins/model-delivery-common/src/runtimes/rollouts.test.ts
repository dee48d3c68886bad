import { context, digestOf, environment } from '../__fixtures__/service';
import { scalings, variants } from '../__fixtures__/variants';
import { EnvironmentInput, ServiceInput } from '../input/serviceInputSchema';
import { plan } from '../plan/plan';
import { DeployedRelease, PlanContext } from '../plan/types';
import { applyPatch } from '../repository/patch';
import { readReleases } from '../repository/readReleases';
import { parse } from 'yaml';

type Rollout = EnvironmentInput['rollout'];

function contextOf(version: string, deployed?: DeployedRelease[]): PlanContext {
  const { model } = context();
  return context({
    model: model && { ...model, version, digest: digestOf(version) },
    deployed,
  });
}

function inputOf(
  input: ServiceInput,
  version: string,
  rollout: Rollout,
): ServiceInput {
  const scaling =
    input.runtime.kind === 'knative' ? scalings.knative : scalings.hpa;
  return {
    ...input,
    model: { ...input.model, version },
    environments: [environment('prod', { scaling, rollout })],
  };
}

function release(
  input: ServiceInput,
  version: string,
  rollout: Rollout,
  deployed?: DeployedRelease[],
) {
  const planned = plan(
    inputOf(input, version, rollout),
    contextOf(version, deployed),
  );
  const text = (path: string) =>
    planned.files.find(f => f.path === path)?.content;
  const object = (path: string) => parse(text(path) ?? '');
  return { planned, text, object, releases: readReleases(planned.files) };
}

describe('a Knative Service', () => {
  const input = variants.knative;
  const traffic = ({ releases }: ReturnType<typeof release>) =>
    (releases[0].workload as { spec: { traffic: object[] } }).spec.traffic;

  it('sends all traffic to its first revision', () => {
    const first = release(input, '6', { kind: 'canary', percent: 20 });
    expect(traffic(first)).toEqual([
      { revisionName: expect.stringMatching(/-[0-9a-f]{8}$/), percent: 100 },
    ]);
    expect(first.planned.findings.map(f => f.severity)).toContain('info');
  });

  it.each([
    [{ kind: 'canary', percent: 20 } as const, [80, 20], 'canary'],
    [{ kind: 'blue-green' } as const, [100, 0], 'preview'],
  ])(
    'keeps the stable revision beside the new one: %j',
    (rollout, percent, tag) => {
      const first = release(input, '6', undefined);
      const second = release(input, '7', rollout, first.releases);
      const [{ revisionName: stable }] = traffic(first) as {
        revisionName: string;
      }[];
      expect(traffic(second)).toEqual([
        { revisionName: stable, percent: percent[0] },
        { revisionName: expect.any(String), percent: percent[1], tag },
      ]);
      // The same form again goes on with it; without a rollout it is promoted.
      const again = release(input, '7', rollout, second.releases);
      expect(traffic(again)).toEqual(traffic(second));
      const promoted = release(input, '7', undefined, second.releases);
      expect(traffic(promoted)).toHaveLength(1);
    },
  );

  it('names a revision by its content, so that a revert finds it', () => {
    const first = release(input, '6', undefined);
    const second = release(input, '7', undefined, first.releases);
    const back = release(input, '6', undefined, second.releases);
    expect(traffic(back)).toEqual(traffic(first));
    expect(traffic(back)).not.toEqual(traffic(second));
  });
});

describe('a Deployment', () => {
  const input = variants.deployment;
  const patched = ({ object }: ReturnType<typeof release>) =>
    applyPatch(
      object('base/deployment.yaml'),
      object('overlays/prod/deployment.patch.yaml'),
    ) as { spec: { replicas?: number } };

  it('is scaled by one thing only, which owns the replicas', () => {
    const planned = release(input, '7', undefined);
    const hpa = planned.object('overlays/prod/horizontalpodautoscaler.yaml');
    expect(hpa.spec.scaleTargetRef.kind).toBe('Deployment');
    expect(planned.text('overlays/prod/rollout.yaml')).toBeUndefined();
    expect(patched(planned).spec).not.toHaveProperty('replicas');
  });

  it('leaves a canary to Argo Rollouts, which waits for a person', () => {
    const planned = release(input, '7', { kind: 'canary', percent: 25 });
    const rollout = planned.object('overlays/prod/rollout.yaml');
    expect(rollout.spec.workloadRef).toMatchObject({
      kind: 'Deployment',
      name: 'credit-risk-api',
    });
    expect(rollout.spec.strategy.canary.steps).toEqual([
      { setWeight: 25 },
      { pause: {} },
    ]);
    const hpa = planned.object('overlays/prod/horizontalpodautoscaler.yaml');
    expect(hpa.spec.scaleTargetRef.kind).toBe('Rollout');
  });

  it('shows the new version of blue and green on a Service of its own', () => {
    const planned = release(input, '7', { kind: 'blue-green' });
    const rollout = planned.object('overlays/prod/rollout.yaml');
    const preview = planned.object('overlays/prod/service-preview.yaml');
    expect(rollout.spec.strategy.blueGreen).toMatchObject({
      activeService: 'credit-risk-api',
      previewService: preview.metadata.name,
      autoPromotionEnabled: false,
    });
  });
});

describe('a batch job', () => {
  it('is another Job when its version is another', () => {
    const names = ['6', '7', '6'].map(version => {
      const input = {
        ...variants['batch-inference'],
        model: { ref: 'model:default/credit-risk', version },
      };
      const { files } = plan(input, contextOf(version));
      return files.find(f => /prod\/job-/.test(f.path))?.path;
    });
    expect(names[0]).toBe(names[2]);
    expect(names[0]).not.toBe(names[1]);
  });
});
