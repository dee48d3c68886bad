import { context, service } from '../__fixtures__/service';
import { plan } from './plan';
import { EnvironmentGate, Plan } from './types';

function paths(result: Plan): string[] {
  return result.files.map(f => f.path);
}

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

const prodClosed = context({
  gates: [context().gates[0], closed('prod')],
});

describe('plan', () => {
  it('gives the same bytes for the same input', () => {
    expect(plan(service(), context())).toEqual(plan(service(), context()));
    const other = plan(service({ costCenter: 'cc-43' }), context());
    expect(other.digest).not.toBe(plan(service(), context()).digest);
    expect(other.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('does not change what it is given', () => {
    const input = service();
    const given = context();
    plan(input, given);
    expect([input, given]).toEqual([service(), context()]);
  });

  it('sorts paths that stay inside the repository and ends files in a newline', () => {
    const { files } = plan(service(), context());
    const all = files.map(f => f.path);
    expect(all).toEqual([...new Set(all)].sort());
    for (const { path, content: text } of files) {
      expect(path).not.toMatch(/^\/|\.\.|\\/);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  it('plans only the controller and the policies that are asked for', () => {
    const all = paths(plan(service({ policies: ['kyverno'] }), context()));
    const engines = all.filter(p => /^policies\/[^/]+\/policy/.test(p));
    expect(engines).toEqual(['policies/kyverno/policy.yaml']);
    expect(all).toContain('argocd/appproject.yaml');
    expect(paths(plan(service({ controller: 'flux' }), context()))).toContain(
      'flux/source.yaml',
    );
  });

  it('names every wrong field and plans no file', () => {
    const result = plan(service({ name: 'x"\n a: b', owner: '' }), context());
    expect(result.files).toEqual([]);
    expect(result.findings.map(f => [f.severity, f.field])).toEqual([
      ['error', '/name'],
      ['error', '/owner'],
    ]);
  });

  it.each([
    ['champion', 'choose the version it points to now: "7"'],
    ['constructor', 'has no version "constructor"; choose one of "8"'],
    ['99', 'choose one of "8", "7", "6"'],
  ])('refuses the version %s and says what to choose', (name, message) => {
    const input = service({
      model: { ref: 'model:default/credit-risk', version: name },
    });
    const result = plan(input, context({ model: undefined }));
    expect(result.files).toEqual([]);
    expect(result.findings).toEqual([
      expect.objectContaining({
        severity: 'error',
        field: '/model/version',
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it('previews a closed environment and names what closes it', () => {
    const result = plan(service(), prodClosed);
    expect(result.environments).toEqual(['dev', 'prod']);
    expect(result.findings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        field: '/environments/1',
        check: 'fair.spd, hum.approval',
      }),
    ]);
  });

  it('writes only open environments', () => {
    const result = plan(service(), prodClosed, { mode: 'write' });
    expect(result.environments).toEqual(['dev']);
    expect(paths(result).join('\n')).not.toContain('overlays/prod');
    expect(content(result, 'argocd/applicationset.yaml')).not.toContain('prod');
    expect(content(result, 'argocd/appproject.yaml')).not.toContain('ml-prod');
  });

  it('takes an environment without a verdict for closed', () => {
    const result = plan(service(), context({ gates: [] }), { mode: 'write' });
    expect(result.files).toEqual([]);
    expect(result.findings.find(f => f.severity === 'error')?.field).toBe(
      '/environments',
    );
  });

  it('writes nothing and names the checks when every gate is closed', () => {
    const gates = [closed('dev'), closed('prod')];
    const result = plan(service(), context({ gates }), { mode: 'write' });
    expect(result.files).toEqual([]);
    expect(result.findings.at(-1)).toMatchObject({
      severity: 'error',
      check: 'fair.spd, hum.approval',
    });
  });

  it('never puts compliance on a workload that the gate does not claim', () => {
    const patch = content(
      plan(service(), prodClosed),
      'overlays/prod/inferenceservice.patch.yaml',
    );
    expect(patch).toContain('responsible-ai-compliance: "failed"');
    expect(patch).toContain('ai-alignment-status: "pending"');
    expect(patch).not.toMatch(/compliance: "passed"|audited/);
  });
});
