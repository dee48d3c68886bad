import { parse } from 'yaml';
import {
  context,
  digestOf,
  environment,
  service,
} from '../__fixtures__/service';
import { readReleases } from '../repository/readReleases';
import { plan } from './plan';
import { EnvironmentGate, Plan, PlanContext } from './types';

function content(result: Plan, path: string): string {
  return result.files.find(f => f.path === path)?.content ?? '';
}

function closed(environmentName: string): EnvironmentGate {
  return {
    environment: environmentName,
    state: 'closed',
    blockers: ['fair.spd', 'hum.approval'],
    compliance: 'failed',
  };
}

function version(number: string, changes: Partial<PlanContext> = {}) {
  const model = context().model;
  return context({
    model: model && {
      ...model,
      version: number,
      digest: digestOf(number),
      artifacts: [
        {
          uri: `s3://models/credit-risk/${number}/model.joblib`,
          format: 'joblib',
        },
      ],
    },
    ...changes,
  });
}

describe('plan of a service that runs already', () => {
  const first = plan(service(), context());
  const deployed = readReleases(first.files);

  it('reads back from Git what it planned', () => {
    expect(deployed).toEqual([
      expect.objectContaining({
        environment: 'dev',
        namespace: 'ml-dev',
        modelRef: 'model:default/credit-risk',
        version: '7',
        digest: digestOf('7'),
        storageUri: 's3://models/credit-risk/7/model.joblib',
        minReplicas: 2,
        maxReplicas: 6,
      }),
      expect.objectContaining({ environment: 'prod' }),
    ]);
    expect(deployed[0]).not.toHaveProperty('canary');
  });

  it('refuses what was pushed in place of an environment', () => {
    const moved = first.files.map(f => ({
      ...f,
      path: f.path.replace('overlays/prod/', 'overlays/`x` {{.y}}/'),
    }));
    expect(() => readReleases(moved)).toThrow('overlays/`x` {{.y}}');
    const renamed = first.files.map(f => ({
      ...f,
      content: f.content.replace(/version-ref: "7"/g, 'version-ref: "7 | x"'),
    }));
    expect(() => readReleases(renamed)).toThrow('overlays/dev');
  });

  it('refuses to change the mode of a running service', () => {
    const input = service({
      runtime: { kind: 'kserve', mode: 'knative' },
      environments: [
        environment('test', { scaling: { kind: 'fixed', replicas: 1 } }),
      ],
    });
    const result = plan(input, context({ deployed }));
    expect(result.files).toEqual([]);
    expect(result.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', field: '/runtime/mode' }),
    );
  });

  it('names the folder that was changed by hand', () => {
    const broken = first.files.map(f =>
      f.path === 'overlays/prod/inferenceservice.patch.yaml'
        ? { ...f, content: '[]' }
        : f,
    );
    expect(() => readReleases(broken)).toThrow('overlays/prod');
  });

  it('writes the same again when nothing changed', () => {
    expect(plan(service(), context({ deployed })).digest).toBe(first.digest);
  });

  it('keeps a running environment whose gate is closed for the new version', () => {
    const input = service({ model: { ...service().model, version: '8' } });
    const gates = [context().gates[0], closed('prod')];
    const result = plan(input, version('8', { gates, deployed }), {
      mode: 'write',
    });
    expect(result.environments).toEqual(['dev']);
    expect(result.retained).toEqual(['overlays/prod/']);
    expect(content(result, 'argocd/applicationset.yaml')).toContain('ml-prod');
    const kept = first.files.filter(f => f.path.startsWith('overlays/prod/'));
    const versions = readReleases([...result.files, ...kept]);
    expect(versions.map(r => [r.environment, r.version])).toEqual([
      ['dev', '8'],
      ['prod', '7'],
    ]);
  });

  it('keeps a running environment that the input leaves out', () => {
    const input = service({ environments: [environment('dev')] });
    const result = plan(input, context({ deployed }), { mode: 'write' });
    expect(result.retained).toEqual(['overlays/prod/']);
    expect(result.findings).toEqual([
      expect.objectContaining({ severity: 'info' }),
    ]);
  });

  it('changes only the overlays and the README with the version', () => {
    const input = service({ model: { ...service().model, version: '8' } });
    const second = plan(input, version('8', { deployed }));
    const changed = second.files
      .filter(f => content(first, f.path) !== f.content)
      .map(f => f.path);
    expect(changed).toEqual([
      'README.md',
      'overlays/dev/inferenceservice.patch.yaml',
      'overlays/prod/inferenceservice.patch.yaml',
    ]);
  });
});

describe('canary', () => {
  const rollout = { kind: 'canary', percent: 10 } as const;
  const input = service({
    environments: [environment('prod', { rollout })],
  });
  const path = 'overlays/prod/inferenceservice.patch.yaml';

  function operations(result: Plan): { path: string; value: unknown }[] {
    return parse(content(result, path));
  }

  it('gives a first release all traffic and says so', () => {
    const result = plan(input, context());
    expect(content(result, path)).not.toContain('canary');
    expect(result.findings).toEqual([
      expect.objectContaining({ severity: 'info' }),
    ]);
  });

  it('keeps the stable version beside the new one in Standard mode', () => {
    const deployed = readReleases(plan(input, context()).files);
    const next = { ...input, model: { ...input.model, version: '8' } };
    const result = plan(next, version('8', { deployed }));
    const releases = readReleases(result.files);
    expect(releases[0]).toMatchObject({
      version: '7',
      canary: { version: '8', digest: digestOf('8'), percent: 10 },
    });
    expect(releases[0].workload).toHaveProperty(
      'spec.predictor',
      (deployed[0].workload.spec as Record<string, unknown>).predictor,
    );
    const canary = operations(result).find(o => o.path === '/spec/canary');
    const text = JSON.stringify(canary?.value);
    expect(text).not.toMatch(/maxReplicas|scaleTarget|scaleMetric/);
    const again = plan(next, version('8', { deployed: releases }));
    expect(again.digest).toBe(result.digest);
  });

  it('is promoted by a plan without it', () => {
    const deployed = readReleases(plan(input, context()).files);
    const next = service({
      model: { ...input.model, version: '8' },
      environments: [environment('prod')],
    });
    const [release] = readReleases(
      plan(next, version('8', { deployed })).files,
    );
    expect(release.version).toBe('8');
    expect(release).not.toHaveProperty('canary');
  });

  it('is a share of the traffic in Knative mode', () => {
    const knative = {
      ...input,
      runtime: { kind: 'kserve', mode: 'knative' } as const,
      environments: [
        environment('prod', {
          rollout,
          scaling: {
            kind: 'knative',
            minReplicas: 0,
            maxReplicas: 3,
            metric: 'rps',
            target: 50,
          },
        }),
      ],
    };
    const first = plan(knative, context());
    expect(content(first, path)).not.toContain('canaryTrafficPercent');
    const deployed = readReleases(first.files);
    const next = { ...knative, model: { ...input.model, version: '8' } };
    const second = plan(next, version('8', { deployed }));
    expect(operations(second)).toContainEqual({
      op: 'add',
      path: '/spec/predictor/canaryTrafficPercent',
      value: 10,
    });
    const again = plan(
      next,
      version('8', { deployed: readReleases(second.files) }),
    );
    expect(again.digest).toBe(second.digest);
  });
});
