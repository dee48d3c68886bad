import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { registration } from '../../__testUtils__/registrations';
import { inFolder, run, withTool } from '../../__testUtils__/tools';
import { ModelRegistration } from '../modelRegistrationSchema';
import { planRegistration } from '../planRegistration';

const planned = (changes: Partial<ModelRegistration> = {}) =>
  planRegistration(registration(changes)).files;

const textOf = (changes: Partial<ModelRegistration>, path: string) =>
  planned(changes).find(file => file.path === path)?.content ?? '';

const names = ['files', 'metrics', 'schema', 'tools'];
const scripts = names.map(name => `ci/models/${name}.sh`);
const manifest = 'models/credit-risk/model.yaml';
const bounds = 'models/credit-risk/bounds.yaml';
const card = 'models/credit-risk/cards/1.md';

describe('the pipelines', () => {
  it('run every script, and mark them as programs', () => {
    const { jobs, permissions } = parse(
      textOf({}, '.github/workflows/models.yaml'),
    );
    const { models } = parse(textOf({ pipeline: 'gitlab' }, '.gitlab-ci.yml'));
    const called = jobs.check.steps.flatMap(
      ({ run: script }: { run?: string }) => script ?? [],
    );
    expect([...called].sort()).toEqual(scripts);
    expect(models.script).toEqual(called);
    expect(models.image).toMatch(/@sha256:[0-9a-f]{64}$/);
    expect([permissions, jobs.check.permissions]).toEqual([
      { contents: 'read' },
      { contents: 'read' },
    ]);
    const programs = planned().filter(({ mode }) => mode === '100755');
    expect(programs.map(({ path }) => path)).toEqual(scripts);
  });

  it('pin each action by its commit, and say which release it is', () => {
    const text = textOf({}, '.github/workflows/models.yaml');
    expect(text.match(/uses: /g)).toHaveLength(2);
    expect(
      text.match(/uses: .+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n/g),
    ).toHaveLength(2);
    expect(text).not.toContain('secrets.');
  });

  it('pin each tool by its version', () => {
    const text = textOf({}, 'ci/models/tools.sh');
    expect(text.match(/^go install .+@\$\w+_version"$/gm)).toHaveLength(2);
    expect(text.match(/^\w+_version=v\d+\.\d+\.\d+$/gm)).toHaveLength(2);
  });
});

const lint = withTool('actionlint', 'shellcheck');

lint.describeTool(`the checks ${lint.title}`, () => {
  it('have no fault', () => {
    inFolder(planned(), cwd => {
      const workflow = '.github/workflows/models.yaml';
      expect(run(cwd, 'actionlint', [workflow])).toEqual({
        passed: true,
        output: '',
      });
      expect(run(cwd, 'shellcheck', scripts)).toEqual({
        passed: true,
        output: '',
      });
    });
  });
});

const tools = withTool('kubeconform', 'yq');

tools.describeTool(`the checks ${tools.title}`, () => {
  const edit = (
    cwd: string,
    path: string,
    change: (text: string) => string,
  ) => {
    const file = join(cwd, path);
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`Nothing changed in ${path}`);
    writeFileSync(file, changed);
  };
  const check = (cwd: string, name: string) =>
    run(cwd, join(cwd, `ci/models/${name}.sh`));

  it.each([
    ['a registration with every field', {}],
    ['one without weights', { weights: undefined, metrics: [] }],
    [
      'one in a deep folder',
      { repository: { path: 'a/b.c/d' }, metrics: undefined },
    ],
  ])('pass %s', (_title, changes) => {
    inFolder(planned(changes), cwd => {
      for (const name of ['schema', 'files', 'metrics'])
        expect(check(cwd, name)).toMatchObject({ passed: true });
    });
  });

  it('look at every model of the repository', () => {
    inFolder([...planned({ name: 'a' }), ...planned({ name: 'b' })], cwd => {
      expect(check(cwd, 'schema').output).toContain('Valid: 4,');
      expect(check(cwd, 'files').output).toContain('2 manifests');
      edit(cwd, 'models/b/model.yaml', text => text.replace('0.87', '0.1'));
      const { passed, output } = check(cwd, 'metrics');
      expect(passed).toBe(false);
      expect(output).toContain('./models/b/model.yaml: version 1: roc_auc');
      expect(output).toContain('1 problems in 2 manifests');
    });
  });

  it.each([
    ['a digest', manifest, /sha256:a+/, 'sha256:12', '/digest'],
    ['a slip', manifest, 'license:', 'licence:', 'licence'],
    [
      'a version as a number',
      manifest,
      'version: "1"',
      'version: 1',
      '/version',
    ],
    [
      'another kind',
      manifest,
      'ModelManifest',
      'Model',
      'could not find schema',
    ],
    ['a key that stands twice', manifest, /$/, 'kind: A\n', 'already set'],
    ['an empty file', manifest, /[^]+/, '', 'one document each'],
    ['two documents', manifest, /$/, '---\n{}\n', 'missing'],
    ['a bound as text', bounds, 'minimum: 0.8', 'minimum: "0.8"', '/minimum'],
    ['a bound that is none', bounds, 'minimum: 0.8', '', 'anyOf'],
  ])('schema.sh refuses %s', (_title, path, from, to, message) => {
    inFolder(planned(), cwd => {
      edit(cwd, path, text => text.replace(from, to));
      const { passed, output } = check(cwd, 'schema');
      expect(passed).toBe(false);
      expect(output).toContain(message);
    });
  });

  const alias = (target: string) =>
    `spec:\n  aliases: { champion: "${target}" }`;

  it.each([
    ['a card that is not there', 'cards/1.md', 'cards/2.md', 'no card'],
    ['a card outside', 'cards/1.md', '../../ci/models/files.sh', 'leads out'],
    ['an absolute card', 'cards/1.md', '/etc/../nowhere', 'no card'],
    [
      'an artifact that is not there',
      /s3:.+joblib/,
      'model.pkl',
      'no artifact',
    ],
    ['an artifact outside', /s3:.+joblib/, '../model.pkl', 'leads out'],
    ['an alias astray', 'spec:', alias('2'), 'alias "champion"'],
    ['an alias that is a part', 'spec:', alias(''), 'alias "champion"'],
    [
      'a version twice',
      '    - version: "1"',
      '    - version: "1"\n      createdAt: 2026-01-01T00:00:00Z\n    - version: "1"',
      'version "1" is listed more than once',
    ],
    ['no manifest', /[^]+/, '- 1\n', 'no ModelManifest'],
    ['no YAML', /[^]+/, 'a: [', "can't be read"],
  ])('files.sh refuses %s', (_title, from, to, message) => {
    inFolder(planned(), cwd => {
      edit(cwd, manifest, text => text.replace(from, to));
      const { passed, output } = check(cwd, 'files');
      expect({ passed, output }).toMatchObject({ passed: false });
      expect(output).toContain(message);
    });
  });

  it('files.sh refuses a card that is empty, too long or a link out', () => {
    inFolder(planned(), cwd => {
      edit(cwd, card, () => '');
      expect(check(cwd, 'files').output).toContain('or it is empty');
      edit(cwd, card, () => 'x'.repeat(262_145));
      expect(check(cwd, 'files').output).toContain('more than 262144 bytes');
      edit(cwd, manifest, text => text.replace('cards/1.md', 'out.md'));
      symlinkSync('/etc/passwd', join(cwd, 'models/credit-risk/out.md'));
      expect(check(cwd, 'files').output).toContain('leads out');
    });
  });

  it('files.sh takes an artifact with its pointer', () => {
    inFolder(planned(), cwd => {
      edit(cwd, manifest, text => text.replace(/s3:.+joblib/, 'model.pkl'));
      writeFileSync(join(cwd, 'models/credit-risk/model.pkl.dvc'), 'outs: []');
      expect(check(cwd, 'files')).toMatchObject({ passed: true });
    });
  });

  it.each([
    [
      'below its minimum',
      '0.87',
      '0.7999',
      'roc_auc is 0.7999, wanted at least',
    ],
    ['above its maximum', '0.41', '0.51', 'log_loss is 0.51'],
    [
      'that is not stated',
      'name: roc_auc',
      'name: auc',
      'roc_auc is not stated',
    ],
  ])('metrics.sh refuses a metric %s', (_title, from, to, message) => {
    inFolder(planned(), cwd => {
      edit(cwd, manifest, text => text.replace(from, to));
      const { passed, output } = check(cwd, 'metrics');
      expect({ passed, output }).toMatchObject({ passed: false });
      expect(output).toContain(message);
    });
  });

  it('metrics.sh takes a * in a name for a *', () => {
    inFolder(planned(), cwd => {
      edit(cwd, 'models/credit-risk/bounds.yaml', text =>
        text.replace('name: roc_auc', 'name: roc*'),
      );
      expect(check(cwd, 'metrics').output).toContain('roc* is not stated');
    });
  });

  it('metrics.sh judges the newest version alone', () => {
    const older = (createdAt: string) => (text: string) =>
      text.replace(
        '    - version: "1"',
        `    - version: "0"\n      createdAt: ${createdAt}\n    - version: "1"`,
      );
    inFolder(planned(), cwd => {
      edit(cwd, manifest, older('2026-11-12T10:29:59+01:00'));
      expect(check(cwd, 'metrics')).toMatchObject({ passed: true });
      edit(cwd, manifest, text => text.replace('10:29:59', '10:30:01'));
      expect(check(cwd, 'metrics').output).toContain(
        'version 0: roc_auc is not',
      );
    });
  });

  it('fail where there is nothing to check', () => {
    inFolder(
      planned().filter(({ path }) => path.startsWith('ci/')),
      cwd => {
        for (const name of ['schema', 'files', 'metrics'])
          expect(check(cwd, name)).toEqual({
            passed: false,
            output: 'there is no file named model.yaml\n',
          });
      },
    );
  });

  it('take names for text, not for code', () => {
    inFolder(
      [
        ...planned({
          metrics: [{ name: '$(touch x)`id`"', value: 1, minimum: 2 }],
        }),
        {
          path: "it's a $(touch y)\n folder/model.yaml",
          content: textOf({}, manifest).replace(/card: .+/, 'card: "$(id)"'),
        },
      ],
      cwd => {
        expect(check(cwd, 'schema')).toMatchObject({ passed: true });
        expect(check(cwd, 'files').output).toContain('no card "$(id)"');
        expect(check(cwd, 'metrics').output).toContain('$(touch x)`id`" is 1');
        expect(run(cwd, 'ls').output.split('\n')).not.toContain('x');
        expect(run(cwd, 'ls').output.split('\n')).not.toContain('y');
      },
    );
  });
});
