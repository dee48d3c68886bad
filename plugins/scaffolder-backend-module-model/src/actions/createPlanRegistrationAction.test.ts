import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { planRegistration } from '@modelyard/plugin-model-catalog-common';
import { formValues } from '../__testUtils__/values';
import { createPlanRegistrationAction } from './createPlanRegistrationAction';
import { writeFiles } from './writeFiles';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const action = createPlanRegistrationAction({ integrations });

describe('model:plan-registration', () => {
  const workspace = createMockDirectory();

  beforeEach(() => workspace.clear());

  async function run(changes: object = {}, more: object = {}) {
    const output: Record<string, unknown> = {};
    const input = { registration: formValues(changes) };
    const base = createMockActionContext({
      workspacePath: workspace.path,
      input,
    });
    await action.handler({
      ...base,
      input,
      user: { ref: 'user:default/data-scientist' },
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
      ...more,
    });
    return output;
  }

  it.each([undefined, true])(
    'writes every planned file (dry run: %s)',
    async isDryRun => {
      const output = await run({}, { isDryRun });
      const { files } = planRegistration(formValues());
      expect(output.files).toEqual(files.map(({ path }) => path));
      for (const { path, content, mode } of files) {
        const file = join(workspace.path, path);
        expect(await readFile(file, 'utf8')).toBe(content);
        const isProgram = ((await stat(file)).mode & 0o100) !== 0;
        expect(isProgram).toBe(mode !== undefined);
      }
      expect(output).toMatchObject({
        folder: 'models/credit-risk',
        tier: 'high',
        reasons: [expect.stringContaining('Annex III')],
        findings: [],
        title: 'Register the model credit-risk',
      });
    },
  );

  it('says the same when it is run again', async () => {
    expect(await run()).toEqual(await run());
  });

  it('names another branch for another registration', async () => {
    const { branchName } = await run();
    const other = await run({ title: 'Other' });
    expect(branchName).toMatch(
      /^modelyard\/register-credit-risk-[0-9a-f]{12}$/,
    );
    expect(other.branchName).not.toBe(branchName);
  });

  it('puts the change into a patch of whoever asked for it', async () => {
    const { patch } = await run();
    expect(patch).toContain(
      'From: user:default/data-scientist <user.default.data-scientist@modelyard.invalid>\n',
    );
    expect(patch).toContain('+++ b/models/credit-risk/model.yaml\n');
    expect((await run({}, { user: undefined })).patch).toContain(
      'From: modelyard <modelyard@modelyard.invalid>\n',
    );
  });

  it('tells nothing of the form in the description', async () => {
    const { description } = await run({
      title: '<b>@all</b>',
      description: '[x](http://evil.example)',
    });
    expect(description).not.toMatch(/<b>|evil/);
    expect(description).toContain('Proposed risk tier: high.');
  });

  it('goes where it is told', async () => {
    const { folder, files } = await run({ repository: { path: 'ml/credit' } });
    expect(folder).toBe('ml/credit');
    expect(files).toContain('ml/credit/model.yaml');
  });

  it.each([
    [
      'https://github.com/acme/models.git',
      'github',
      'github.com?owner=acme&repo=models',
    ],
    ['https://git.elsewhere.example/acme/models', '', ''],
    ['', '', ''],
  ])('says how a change gets to %s', async (url, pullRequestOn, repoUrl) => {
    const output = await run({ repository: { url } });
    expect(output).toMatchObject({ pullRequestOn, repoUrl });
  });

  it.each([
    ['an expression', { title: '${{ parameters.title }}' }, /not rendered/],
    [
      'a path outside',
      { repository: { path: '../../x' } },
      /^\/repository\/path/,
    ],
    ['a name that is a path', { name: '../x' }, /^\/name: /],
    ['a key of its own', { riskTier: 'minimal' }, /^\/riskTier: /],
    [
      'a prohibited practice',
      {
        assessment: {
          ...formValues().assessment,
          prohibitedPractice: 'social-scoring',
        },
      },
      /^\/assessment\/prohibitedPractice: is prohibited/,
    ],
    [
      'two faults, both named',
      { license: 'x', owner: 'a:b:c' },
      /\/owner: .+; \/license: /,
    ],
  ])('refuses %s, and writes nothing', async (_title, change, message) => {
    await expect(run(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
    expect(await readdir(workspace.path)).toEqual([]);
  });

  it('refuses to leave the workspace', async () => {
    await expect(
      writeFiles(workspace.path, [{ path: '../out', content: 'x' }]),
    ).rejects.toThrow(/not allowed/);
  });
});
