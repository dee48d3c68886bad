import { parse } from 'yaml';
import { digestOf, registration } from '../__testUtils__/registrations';
import { modelManifestSchema } from '../manifest/modelManifestSchema';
import { ModelRegistration } from './modelRegistrationSchema';
import { planRegistration } from './planRegistration';

const checks = [
  'ci/models/.gitignore',
  'ci/models/files.sh',
  'ci/models/metrics.sh',
  'ci/models/modelbounds.schema.json',
  'ci/models/modelmanifest.schema.json',
  'ci/models/schema.sh',
  'ci/models/tools.sh',
];

const own = ['bounds.yaml', 'cards/1.md', 'model.yaml'];

const pathsOf = (changes: Partial<ModelRegistration>) =>
  planRegistration(registration(changes)).files.map(({ path }) => path);

const textOf = (changes: Partial<ModelRegistration>, end: string) =>
  planRegistration(registration(changes)).files.find(({ path }) =>
    path.endsWith(end),
  )?.content ?? '';

const manifestOf = (changes: Partial<ModelRegistration>) =>
  modelManifestSchema.parse(parse(textOf(changes, '/model.yaml')));

describe('planRegistration', () => {
  it('says in the manifest what the form said', () => {
    const { metadata, spec } = manifestOf({});
    expect(metadata).toEqual({
      name: 'credit-risk',
      title: 'Credit risk',
      description: 'Estimates whether a consumer loan will be repaid.',
      tags: ['risk', 'tabular'],
    });
    const { versions, ...rest } = spec;
    expect(rest).toEqual({
      type: 'classifier',
      lifecycle: 'experimental',
      owner: 'group:default/risk-ml',
      system: 'system:default/lending',
      task: 'tabular-classification',
      license: 'Apache-2.0',
      riskTier: 'high',
      datasets: ['resource:default/loans'],
      aliases: {},
    });
    expect(versions).toEqual([
      {
        version: '1',
        createdAt: '2026-11-12T09:30:00Z',
        status: 'ready',
        artifacts: [
          {
            uri: 's3://models/credit-risk/1/model.joblib',
            digest: digestOf('a'),
            format: 'joblib',
          },
        ],
        metrics: [
          {
            name: 'roc_auc',
            value: 0.87,
            dataset: 'loans-2026q4',
            higherIsBetter: true,
          },
          { name: 'log_loss', value: 0.41, higherIsBetter: false },
          { name: 'n_features', value: 12 },
        ],
        params: { framework: 'scikit-learn 1.9.1' },
        datasets: [
          { name: 'loans-2026q3', digest: digestOf('b'), role: 'train' },
          { name: 'loans-2026q4', role: 'test' },
        ],
        links: [],
        card: 'cards/1.md',
      },
    ]);
  });

  it('lists what has to be reached, and nothing else', () => {
    expect(parse(textOf({}, '/bounds.yaml'))).toEqual({
      apiVersion: 'modelyard.io/v1alpha1',
      kind: 'ModelBounds',
      metrics: [
        { name: 'roc_auc', minimum: 0.8 },
        { name: 'log_loss', maximum: 0.5 },
      ],
    });
    expect(pathsOf({ metrics: [{ name: 'f1', value: 1 }] })).not.toContain(
      'models/credit-risk/bounds.yaml',
    );
  });

  it.each([
    ['github', ['.github/workflows/models.yaml']],
    ['gitlab', ['.gitlab-ci.yml']],
    ['none', []],
    [undefined, ['.github/workflows/models.yaml']],
  ] as const)('brings the checks of %s', (pipeline, host) => {
    expect(pathsOf({ pipeline })).toEqual([
      ...host,
      ...checks,
      ...own.map(file => `models/credit-risk/${file}`),
    ]);
  });

  it('lies where it is told, and points to the schema from there', () => {
    const repository = { path: 'ml/risk/credit' };
    expect(pathsOf({ repository }).filter(p => !p.startsWith('ci/'))).toEqual([
      '.github/workflows/models.yaml',
      ...own.map(file => `ml/risk/credit/${file}`),
    ]);
    expect(textOf({ repository }, '/model.yaml').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../../../ci/models/modelmanifest.schema.json',
    );
  });

  it('brings the same checks for every model', () => {
    const shared = (changes: Partial<ModelRegistration>) =>
      planRegistration(registration(changes)).files.filter(({ path }) =>
        /^(ci|\.github)\//.test(path),
      );
    expect(
      shared({ name: 'churn', description: '$(id) `id`', metrics: undefined }),
    ).toEqual(shared({}));
  });

  it('leaves the first version for later', () => {
    const later = {
      weights: undefined,
      metrics: [{ name: 'roc_auc', minimum: 0.8 }],
    };
    expect(manifestOf(later).spec.versions).toEqual([]);
    expect(textOf(later, '/cards/1.md')).toContain('There are none yet.');
    expect(parse(textOf(later, '/bounds.yaml')).metrics).toHaveLength(1);
    expect(planRegistration(registration(later)).findings).toMatchObject([
      { severity: 'info', field: '/weights' },
    ]);
  });

  it('takes what a form leaves empty for not entered', () => {
    const { files, findings } = planRegistration({
      ...registration(),
      system: '',
      framework: '',
      tags: [],
      repository: { url: '' },
      description: 'One.\r\nTwo.',
    });
    expect(findings).toEqual([]);
    const text = files.find(f => f.path.endsWith('model.yaml'))?.content ?? '';
    expect(parse(text).metadata.description).toBe('One.\nTwo.');
    expect(parse(text).spec).not.toHaveProperty('system');
  });

  it('proposes the tier, says why, and leaves the decision to reviewers', () => {
    const { tier } = planRegistration(registration());
    expect(tier).toMatchObject({
      proposed: 'high',
      reasons: [expect.stringContaining('Annex III')],
    });
    const card = textOf({}, '/cards/1.md');
    expect(card).toContain('**high**, as a rule proposes');
    expect(card).toContain('It is not decided');
    expect(card).toContain('| Area of Annex III | essential-services |');
    for (const reason of tier?.reasons ?? [])
      expect(card).toContain(`- ${reason}`);
  });

  it('warns of a metric that misses what is wanted', () => {
    const metrics = [
      { name: 'a', value: 0.7, minimum: 0.8 },
      { name: 'b', value: 3, maximum: 2 },
      { name: 'c', value: 2, minimum: 2, maximum: 2 },
    ];
    const { files, findings } = planRegistration(registration({ metrics }));
    expect(files.length).toBeGreaterThan(0);
    expect(findings.map(f => [f.severity, f.field])).toEqual([
      ['warning', '/metrics/0/value'],
      ['warning', '/metrics/1/value'],
    ]);
  });
});

describe('a registration is refused', () => {
  const practice = {
    assessment: {
      ...registration().assessment,
      prohibitedPractice: 'social-scoring',
    },
  };
  const weights = (change: object) => ({
    weights: { ...registration().weights, ...change },
  });
  it.each<[string, string, object]>([
    ['a prohibited practice', '/assessment/prohibitedPractice', practice],
    ['no name', '/name', { name: undefined }],
    ['a name with capitals', '/name', { name: 'CreditRisk' }],
    ['a name that is a path', '/name', { name: '../x' }],
    ['an owner of another kind', '/owner', { owner: 'system:default/a' }],
    ['an owner that is no ref', '/owner', { owner: 'a:b:c' }],
    ['a licence that is none', '/license', { license: 'free for all' }],
    ['a tag with capitals', '/tags/1', { tags: ['ok', 'Not'] }],
    ['a tag twice', '/tags/1', { tags: ['ok', 'ok'] }],
    ['no intended use', '/intendedUse', { intendedUse: ' ' }],
    [
      'a digest that is none',
      '/weights/digest',
      weights({ digest: 'sha256:1' }),
    ],
    ['no digest', '/weights/digest', weights({ digest: '' })],
    ['a place without scheme', '/weights/uri', weights({ uri: 'model.pkl' })],
    [
      'a place with a password',
      '/weights/uri',
      weights({ uri: 'https://me:secret@host/m' }),
    ],
    [
      'a place with a signature',
      '/weights/uri',
      weights({ uri: 'https://host/m?sig=abc' }),
    ],
    [
      'a date without time',
      '/weights/createdAt',
      weights({ createdAt: '2026' }),
    ],
    [
      'a data set that is no Resource',
      '/datasets/0/ref',
      { datasets: [{ name: 'a', ref: 'component:default/a' }] },
    ],
    [
      'a metric without value',
      '/metrics/0/value',
      { metrics: [{ name: 'a' }] },
    ],
    [
      'a value without version',
      '/metrics/0/value',
      { weights: undefined, metrics: [{ name: 'a', value: 1 }] },
    ],
    [
      'bounds that cross',
      '/metrics/0/maximum',
      { metrics: [{ name: 'a', value: 1, minimum: 2, maximum: 1 }] },
    ],
    [
      'a metric twice',
      '/metrics/1/name',
      {
        metrics: [
          { name: 'a', value: 1 },
          { name: 'a', value: 2 },
        ],
      },
    ],
    ['a key it does not know', '/riskTier', { riskTier: 'minimal' }],
    ['a pipeline it does not know', '/pipeline', { pipeline: 'jenkins' }],
    ['a folder outside', '/repository/path', { repository: { path: '../a' } }],
    ['a hidden folder', '/repository/path', { repository: { path: '.git/a' } }],
    [
      'the folder of the checks',
      '/repository/path',
      { repository: { path: 'ci/models' } },
    ],
    [
      'an address with a user',
      '/repository/url',
      { repository: { url: 'https://me:pw@git.example.com/a/b' } },
    ],
    ['an expression', '/description', { description: 'a ${{ secrets.X }}' }],
    ['a control character', '/description', { description: 'a\u0007' }],
    ['a line too many', '/title', { title: 'a\nb' }],
    [
      'a secret',
      '/intendedUse',
      { intendedUse: `call it with AKIA${'A'.repeat(16)}` },
    ],
    [
      'an answer that is none',
      '/assessment/annexIII',
      { assessment: { ...registration().assessment, annexIII: 'space' } },
    ],
  ])('for %s', (_title, field, change) => {
    const { files, findings } = planRegistration({
      ...registration(),
      ...change,
    });
    expect(files).toEqual([]);
    const errors = findings.filter(f => f.severity === 'error');
    expect(errors.map(f => f.field)).toEqual([field]);
    expect(errors[0].message).not.toBe('');
  });

  it('for what is no registration at all', () => {
    for (const value of [undefined, null, 7, 'x', [], {}]) {
      const { files, findings } = planRegistration(value);
      expect(files).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    }
  });
});
