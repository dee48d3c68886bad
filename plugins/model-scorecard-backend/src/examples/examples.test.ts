import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FakeVersion } from '../__testUtils__/fakeModelCatalog';
import {
  examplesDirectory,
  startScorecard,
} from '../__testUtils__/startScorecard';

interface Manifest {
  metadata: { name: string };
  spec: {
    license?: string;
    versions: {
      version: string;
      createdBy?: string;
      card?: string;
      artifacts: { uri: string; digest: string }[];
    }[];
  };
}

function digestOf(artifacts: { uri: string; digest: string }[]): string {
  if (artifacts.length === 1) return artifacts[0].digest;
  const paths = artifacts.map(({ uri }) => uri.split('/'));
  const differs = (_: string, at: number) =>
    paths.some(p => at >= p.length - 1 || p[at] !== paths[0][at]);
  const shared = paths[0].findIndex(differs);
  const lines = artifacts.map(
    ({ digest }, i) =>
      `${digest.slice(7)}  ${paths[i].slice(shared).join('/')}\n`,
  );
  return `sha256:${createHash('sha256').update(lines.sort().join('')).digest('hex')}`;
}

function exampleVersions(): FakeVersion[] {
  const models = join(examplesDirectory, 'models');
  return readdirSync(models).flatMap(folder => {
    const file = join(models, folder, 'model.yaml');
    const { metadata, spec }: Manifest = parse(readFileSync(file, 'utf8'));
    return spec.versions.map(({ version, createdBy, card, artifacts }) => {
      const text = card && join(models, folder, card);
      return {
        model: metadata.name,
        version,
        createdBy,
        digest: digestOf(artifacts),
        license: spec.license,
        card: text && existsSync(text) ? readFileSync(text, 'utf8') : undefined,
      };
    });
  });
}

describe('the examples', () => {
  let portal: Awaited<ReturnType<typeof startScorecard>>;
  const evidence = {
    folders: [
      { target: join(examplesDirectory, 'evidence'), redate: 'first-start' },
    ],
    producers: [
      {
        name: 'examples',
        publicKeyFile: join(examplesDirectory, 'evidence/producer.pub'),
      },
    ],
  };

  beforeAll(async () => {
    portal = await startScorecard({
      versions: exampleVersions(),
      config: { examples: { reviews: true } },
      evidence,
    });
  }, 60_000);

  afterAll(async () => {
    await portal?.stop();
  });

  async function cardOf(model: string, version: string) {
    const path = `/models/default/${model}/versions/${version}/scorecard`;
    const { body } = await portal.get(path);
    const verdicts: Record<string, string> = Object.fromEntries(
      body.checks.map((c: { id: string; verdict: string }) => [
        c.id,
        c.verdict,
      ]),
    );
    return { gate: body.gate, verdicts, redated: body.redated };
  }

  it.each([
    ['credit-risk', '7', []],
    ['support-assistant', '2', []],
    ['churn-telco-eu', '3', []],
    ['credit-risk', '8', ['hum.approval']],
    ['defect-detector', '5', []],
    ['defect-detector', '4', []],
  ])('tell the story of %s %s', async (model, version, blockers) => {
    const { gate } = await cardOf(model, version);
    expect(gate.blockers).toEqual(blockers);
    expect(gate.state).toBe(blockers.length ? 'closed' : 'open');
  });

  it('tell what every check says of credit-risk 7', async () => {
    const { verdicts } = await cardOf('credit-risk', '7');
    const expected = {
      pass: [
        ...['gov.tier', 'gov.impact', 'prov.signature', 'prov.build'],
        ...['data.lineage', 'data.quality', 'perf.primary'],
        ...['fair.spd', 'fair.eod', 'sec.vulns', 'sec.format', 'lic.policy'],
        ...['priv.record', 'doc.card', 'hum.approval', 'ops.readiness'],
        ...['xai.global', 'rob.perturb', 'drift.input'],
      ],
      no_evidence: [
        ...['prov.mlbom', 'fair.drift', 'xai.local', 'rob.adversarial'],
      ],
      not_applicable: ['llm.redteam', 'llm.disclosure'],
    };
    for (const [verdict, ids] of Object.entries(expected))
      for (const id of ids) expect([id, verdicts[id]]).toEqual([id, verdict]);
  });

  it('show failure, missing evidence and rejection as what they are', async () => {
    expect((await cardOf('credit-risk', '4')).verdicts['fair.spd']).toBe(
      'fail',
    );
    expect((await cardOf('churn-telco-eu', '4')).verdicts).toMatchObject({
      'prov.signature': 'no_evidence',
      'sec.vulns': 'no_evidence',
    });
    expect((await cardOf('credit-risk', '8')).verdicts['hum.approval']).toBe(
      'no_evidence',
    );
    expect(
      (await cardOf('defect-detector', '5')).verdicts['hum.approval'],
    ).toBe('fail');
    expect((await cardOf('demand-forecast', '1')).verdicts['gov.tier']).toBe(
      'no_evidence',
    );
    expect((await cardOf('credit-risk', '7')).redated).toBe(true);
  });

  it('move dates so that the newest lies within a day, and none ahead', async () => {
    const { body } = await portal.get(
      '/reviews?model=model:default/credit-risk&limit=500',
    );
    const dates = body.items.map((r: { at: string }) => Date.parse(r.at));
    const age = Date.now() - Math.max(...dates);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(3 * 86_400_000);
    const list = await portal.get('/scorecards?limit=500');
    expect(list.body.totalItems).toBe(exampleVersions().length);
    expect((await portal.get('/audit/verify')).body.ok).toBe(true);
  });
});
