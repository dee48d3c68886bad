import { readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { parseCanonicalRecord } from '../evidence/parseCanonicalRecord';
import { assuranceFormats } from './assuranceFormats';
import { statementOf } from './__testUtils__/adapted';
import { canonicalFormat } from './canonical';

const folder = join(__dirname, '__fixtures__');
const formats = [canonicalFormat, ...assuranceFormats];

/** The format of each folder of fixtures, by what its name starts with. */
const formatOfFolder: [string, string][] = [
  ['bandit-', 'sarif'],
  ['cyclonedx-', 'cyclonedx'],
  ['dpia-', 'dpia'],
  ['eslint-', 'sarif'],
  ['garak-', 'garak'],
  ['grype-', 'grype'],
  ['impact-assessment-', 'impact-assessment'],
  ['modelscan-', 'modelscan'],
  ['privacy-', 'privacy'],
  ['promptfoo-', 'promptfoo'],
  ['pycanon-', 'privacy'],
  ['sarif-', 'sarif'],
  ['slsa-', 'slsa-provenance'],
  ['snyk-', 'snyk'],
  ['spdx-', 'spdx'],
  ['trivy-', 'trivy'],
];

function documentsOf(directory: string) {
  return readdirSync(join(folder, directory)).map(name => {
    const path = join(folder, directory, name);
    const text = readFileSync(path, 'utf8');
    const document = name.endsWith('.jsonl') ? text : JSON.parse(text);
    return {
      name: `${directory}/${name}`,
      size: statSync(path).size,
      document,
    };
  });
}

const idsThatDetect = (document: unknown) =>
  formats.filter(format => format.detect(document)).map(({ id }) => id);

const known = readdirSync(folder).flatMap(directory => {
  const id = formatOfFolder.find(([start]) => directory.startsWith(start))?.[1];
  return id ? documentsOf(directory).map(item => ({ ...item, id })) : [];
});

describe('assuranceFormats', () => {
  it('has fixtures of every format whose documents are not in an envelope', () => {
    const ids = new Set(known.map(({ id }) => id));
    const enveloped = ['model-signing'];
    expect(assuranceFormats.map(({ id }) => id).sort()).toEqual(
      [...ids, ...enveloped].sort(),
    );
  });

  it.each(known)('lets only $id detect $name', ({ document, id, size }) => {
    expect(idsThatDetect(document)).toEqual([id]);
    expect(size).toBeLessThan(30_000);
  });

  it.each([
    ['model-signing-1.1.1/model.sig.json', 'model-signing'],
    ['dsse-securesystemslib-1.6.0/slsa-provenance.json', 'slsa-provenance'],
  ])('detects the statement in %s and its predicate', (name, id) => {
    const statement = statementOf(name);
    expect(idsThatDetect(statement)).toEqual([id]);
    expect(idsThatDetect(statement.predicate)).toEqual([id]);
  });

  it.each(known)('makes canonical records of $name', ({ document, id }) => {
    const producedAt = '2026-11-20T09:00:00Z';
    const result = assuranceFormats
      .find(format => format.id === id)
      ?.adapt({ document, producedAt });
    if (!result?.ok) throw new Error(JSON.stringify(result?.problems));
    for (const { record } of result.records)
      expect(parseCanonicalRecord(record)).toMatchObject({ ok: true });
    const text = JSON.stringify(result);
    expect(text).not.toMatch(/"(?:\/|[A-Z]:\\\\)/);
    expect(text.length).toBeLessThan(5000);
  });

  it.each([
    null,
    undefined,
    '',
    'x'.repeat(100_000),
    '{"entry_type": 1}',
    7,
    true,
    [],
    [null],
    [[]],
    {},
    { version: 1, runs: 2 },
    { summary: null, issues: 1, errors: 1 },
    { results: null, evalId: 1 },
    { serialization: 'x', resources: [] },
    { builder: 1, buildType: 1 },
    { descriptor: 1, matches: 1 },
    { _type: 1, subject: 1, predicateType: 1, predicate: 1 },
    {
      kind: 'privacy',
      tool: {},
      producedAt: '',
      metrics: [],
      k: 1,
      quasiIdentifiers: [],
    },
  ])('detects no format of its own in %#', document => {
    expect(assuranceFormats.filter(({ detect }) => detect(document))).toEqual(
      [],
    );
  });

  it.each(assuranceFormats.map(({ id, adapt }) => ({ id, adapt })))(
    'lets $id refuse or invalidate what is no document, without throwing',
    ({ adapt }) => {
      for (const document of [
        null,
        undefined,
        'x',
        7,
        [],
        [null],
        {},
        { version: 9 },
      ]) {
        const result = adapt({ document });
        const isBelieved =
          result.ok && result.records.some(({ problems }) => !problems.length);
        expect(isBelieved).toBe(false);
      }
    },
  );
});
