import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  ModelRegistration,
  planRegistration,
} from '@modelyard/plugin-model-catalog-common';
import fc from 'fast-check';
import { exampleDigest } from '../../__testUtils__/manifestFolder';
import { readAll } from '../__testUtils__/readAll';
import { GitModelConnector } from './GitModelConnector';

const folder = createMockDirectory();

const registration: ModelRegistration = {
  name: 'credit-risk',
  title: 'Credit risk',
  description: 'Estimates whether a loan will be repaid.\n\nFor clerks.',
  owner: 'group:default/risk-ml',
  system: 'system:default/lending',
  type: 'classifier',
  task: 'tabular-classification',
  framework: 'scikit-learn 1.9.1',
  license: 'MIT OR LicenseRef-bank',
  tags: ['risk'],
  weights: {
    uri: 's3://models/credit-risk/1/model.joblib',
    digest: exampleDigest('1'),
    createdAt: '2026-11-12T09:30:00+01:00',
    sizeBytes: 1889,
    format: 'joblib',
  },
  intendedUse: 'Scoring of loans.',
  outOfScopeUse: 'Not for pricing.',
  datasets: [{ name: 'loans', ref: 'resource:default/loans', role: 'train' }],
  metrics: [{ name: 'roc_auc', value: 0.87, minimum: 0.8 }],
  assessment: {
    prohibitedPractice: 'none',
    annexIII: 'essential-services',
    biometrics: 'none',
    safetyComponent: false,
    decidesAboutPeople: true,
    humanReviewsEveryDecision: true,
    talksToPeople: false,
    generatesContent: false,
    generalPurpose: false,
  },
};

/** What the source makes of the files of a plan; undefined when it was refused. */
async function readPlanned(changes: Partial<ModelRegistration>) {
  const { files } = planRegistration({ ...registration, ...changes });
  if (files.length === 0) return undefined;
  folder.setContent(
    Object.fromEntries(files.map(({ path, content }) => [path, content])),
  );
  const connector = GitModelConnector.fromConfig({
    sourceId: 'models',
    config: new ConfigReader({ target: folder.path }),
    configKey: 'modelCatalog.sources[0]',
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
    accepts: () => true,
  });
  return readAll(connector);
}

describe('a model that was registered', () => {
  it('is read as the form said, with its card', async () => {
    const read = await readPlanned({});
    expect(read?.problems).toEqual([]);
    expect(read?.models).toHaveLength(1);
    expect(read?.models[0]).toMatchObject({
      nativeId: 'default/credit-risk',
      title: 'Credit risk',
      description: registration.description,
      tags: ['risk'],
      type: 'classifier',
      lifecycle: 'experimental',
      owner: 'group:default/risk-ml',
      system: 'system:default/lending',
      task: 'tabular-classification',
      license: 'MIT OR LicenseRef-bank',
      riskTier: 'high',
      datasets: ['resource:default/loans'],
      location: 'models/credit-risk/model.yaml',
    });
    expect(read?.models[0].versions).toMatchObject([
      {
        version: '1',
        extent: 'whole',
        createdAt: '2026-11-12T09:30:00+01:00',
        artifacts: [
          {
            uri: 's3://models/credit-risk/1/model.joblib',
            digest: exampleDigest('1'),
            sizeBytes: 1889,
            format: 'joblib',
          },
        ],
        metrics: [{ name: 'roc_auc', value: 0.87, higherIsBetter: true }],
        params: { framework: 'scikit-learn 1.9.1' },
        datasets: [{ name: 'loans', role: 'train' }],
        card: expect.stringMatching(/^# Credit risk, version 1\n/),
      },
    ]);
  });

  it('is there without a version too', async () => {
    const read = await readPlanned({ weights: undefined, metrics: undefined });
    expect(read?.problems).toEqual([]);
    expect(read?.models).toMatchObject([
      { title: 'Credit risk', versions: [] },
    ]);
  });

  const text = fc.oneof(
    fc.constantFrom(
      'yes',
      '~',
      '007',
      '1:30',
      '1e3',
      '2026-11-21',
      'a: b # c',
      '&a *a !!binary x',
      'it\'s "quoted" \\ here',
      'x"\nspec: {}',
      '- a\n- b',
      '--- a',
      '{{ x }}',
      '<b>bold</b>',
      '__proto__',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  );

  it('has every text to the letter', async () => {
    const texts = fc.record({
      title: text,
      description: text,
      task: text,
      type: text,
      framework: text,
    });
    await fc.assert(
      fc.asyncProperty(texts, async changes => {
        const read = await readPlanned(changes);
        if (read === undefined) return;
        expect(read.problems).toEqual([]);
        const [model] = read.models;
        const { framework } = model.versions[0].params;
        const { title, description, task, type } = model;
        const trimmed = Object.fromEntries(
          Object.entries(changes).map(([key, value]) => [key, value.trim()]),
        );
        expect({ title, description, task, type, framework }).toEqual({
          ...trimmed,
        });
      }),
      { numRuns: 100 },
    );
  });
});
