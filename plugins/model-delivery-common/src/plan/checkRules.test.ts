import { context, environment, service } from '../__fixtures__/service';
import { variants } from '../__fixtures__/variants';
import { licenseIds } from './checkRules';
import { plan } from './plan';
import { PlatformRules } from './types';

function findings(input: Parameters<typeof plan>[0], rules?: PlatformRules) {
  return plan(input, context({ rules })).findings.map(f => [
    f.severity,
    f.field,
  ]);
}

describe('checkRules', () => {
  it('lets pass what the platform allows', () => {
    const rules = {
      registries: ['registry.example.com'],
      licenses: ['Apache-2.0', 'MIT'],
    };
    expect(findings(variants.deployment, rules)).toEqual([]);
  });

  it.each([
    ['another registry', { registries: ['other.example.com'] }, '/image'],
    [
      'a registry whose name it begins with',
      { registries: ['registry.example.com/te'] },
      '/image',
    ],
    ['no registry', { registries: [] }, '/image'],
    ['another licence', { licenses: ['MIT'] }, '/model/version'],
  ])('refuses %s', (_, rules, field) => {
    expect(findings(variants.deployment, rules)).toEqual([['error', field]]);
  });

  it('refuses a model without a licence where licences count', () => {
    const { model } = context();
    const unlicensed = model && { ...model, license: undefined };
    const given = context({
      model: unlicensed,
      rules: { licenses: ['Apache-2.0'] },
    });
    const { files, findings: found } = plan(service(), given);
    expect(files).toEqual([]);
    expect(found[0].field).toBe('/model/version');
  });

  it('warns of one replica on nodes that may go', () => {
    const one = environment('prod', {
      scaling: { kind: 'fixed', replicas: 1 },
      placement: { spot: true },
    });
    expect(findings(service({ environments: [one] }))).toEqual([
      ['warning', '/environments/0/placement/spot'],
    ]);
  });

  it('names what Knative has to allow', () => {
    const placed = {
      ...variants.knative,
      environments: variants.knative.environments.map(e => ({
        ...e,
        placement: { nodeSelector: { pool: 'ml' }, spread: 'zone' as const },
      })),
    };
    const { findings: found } = plan(placed, context());
    expect(found).toEqual([
      expect.objectContaining({
        severity: 'info',
        message: expect.stringContaining(
          'kubernetes.podspec-nodeselector, kubernetes.podspec-topologyspreadconstraints',
        ),
      }),
    ]);
  });
});

it('takes an expression of licences apart', () => {
  expect(licenseIds('(MIT OR Apache-2.0) AND GPL-2.0 WITH x')).toEqual([
    'MIT',
    'Apache-2.0',
    'GPL-2.0',
    'x',
  ]);
});
