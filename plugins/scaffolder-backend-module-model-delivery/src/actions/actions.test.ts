import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  Delivery,
  PlanAnswer,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { createPlanAction } from './createPlanAction';
import { createPublishAction } from './createPublishAction';

const links = {
  repositoryUrl: 'http://portal.example.com/services/api',
  cloneUrl: 'http://portal.example.com/api/model-delivery/git/api-gitops.git',
  entityRef: 'component:default/api',
};

const planAnswer: PlanAnswer = {
  ...links,
  digest: 'sha256:00',
  files: [
    { path: 'README.md', content: '# api\n' },
    { path: 'overlays/dev/kustomization.yaml', content: 'resources: []\n' },
  ],
  findings: [],
  environments: ['dev'],
  changes: [],
};

const delivered: Delivery = {
  ...links,
  service: 'api',
  commit: 'c0',
  created: true,
  changed: true,
  findings: [
    { severity: 'warning', check: 'hum.approval', message: 'prod is closed' },
  ],
  environments: ['dev'],
};

const service: ServiceInput = {
  name: 'api',
  owner: 'group:default/risk-ml',
  model: { ref: 'model:default/credit-risk', version: '7' },
  runtime: { kind: 'kserve', mode: 'standard' },
  environments: [
    {
      name: 'dev',
      namespace: 'ml-dev',
      resources: { cpu: '500m', memory: '1Gi' },
      scaling: {
        kind: 'hpa',
        minReplicas: 1,
        maxReplicas: 2,
        metric: 'cpu',
        target: 70,
      },
    },
  ],
  costCenter: 'cc-42',
  repository: { name: 'api-gitops' },
};

async function refusal(status: number, message: string) {
  const body = JSON.stringify({
    error: { name: 'Error', message },
    response: { statusCode: status },
  });
  return ResponseError.fromResponse(
    new Response(body, {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

describe('actions', () => {
  const workspace = createMockDirectory();
  const delivery = { createPlan: jest.fn(), deliverService: jest.fn() };
  const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());
  const options = { auth: mockServices.auth(), delivery, integrations };

  beforeEach(() => {
    workspace.clear();
    delivery.createPlan.mockReset().mockResolvedValue(planAnswer);
    delivery.deliverService.mockReset().mockResolvedValue(delivered);
  });

  function context(
    input: { service: ServiceInput; writeFiles?: boolean },
    more: object = {},
  ) {
    const output: Record<string, unknown> = {};
    const base = createMockActionContext({
      workspacePath: workspace.path,
      input,
    });
    return {
      output,
      ctx: {
        ...base,
        input,
        output: (name: string, value: unknown) => {
          output[name] = value;
        },
        getInitiatorCredentials: async () =>
          mockCredentials.user('user:default/data-scientist'),
        ...more,
      },
    };
  }

  it.each([undefined, true])(
    'plans into the workspace (dry run: %s)',
    async isDryRun => {
      const { ctx, output } = context({ service }, { isDryRun });
      await createPlanAction(options).handler(ctx);
      const file = join(workspace.path, 'overlays/dev/kustomization.yaml');
      expect(await readFile(file, 'utf8')).toBe('resources: []\n');
      expect(output).toMatchObject({ ...links, environments: ['dev'] });
      expect(delivery.createPlan).toHaveBeenCalledWith(
        service,
        expect.objectContaining({ mode: isDryRun ? 'preview' : 'write' }),
      );
      expect(delivery.deliverService).not.toHaveBeenCalled();
    },
  );

  it.each([undefined, true])(
    'leaves the workspace alone where nobody needs it, but for a dry run (%s)',
    async isDryRun => {
      const input = { service, writeFiles: false };
      const { ctx, output } = context(input, { isDryRun });
      await createPlanAction(options).handler(ctx);
      expect(output.files).toHaveLength(planAnswer.files.length);
      const written = await readdir(workspace.path);
      expect(written.sort()).toEqual(isDryRun ? ['README.md', 'overlays'] : []);
    },
  );

  it('says where the repository has to be made first', async () => {
    const url = 'https://github.com/acme/api-gitops.git';
    const elsewhere = { ...service, repository: { name: 'api-gitops', url } };
    const { ctx, output } = context({ service: elsewhere });
    await createPlanAction(options).handler(ctx);
    expect(output).toMatchObject({ createOn: '', repoUrl: '' });
    delivery.createPlan.mockResolvedValue({
      ...planAnswer,
      findings: [
        { severity: 'warning', field: '/repository/url', message: 'not there' },
      ],
    });
    await createPlanAction(options).handler(ctx);
    expect(output).toMatchObject({
      createOn: 'github',
      repoUrl: 'github.com?owner=acme&repo=api-gitops',
    });
  });

  it('refuses a plan that leads out of the workspace', async () => {
    delivery.createPlan.mockResolvedValue({
      ...planAnswer,
      files: [{ path: '../out', content: 'x' }],
    });
    const { ctx } = context({ service });
    await expect(createPlanAction(options).handler(ctx)).rejects.toThrow(
      /not allowed/,
    );
  });

  it('publishes in the name of whoever started the task', async () => {
    const { ctx, output } = context({ service });
    await createPublishAction(options).handler(ctx);
    expect(output).toMatchObject({ ...links, commit: 'c0' });
    expect(delivery.deliverService).toHaveBeenCalledWith(service, {
      token: mockCredentials.service.token({
        onBehalfOf: mockCredentials.user('user:default/data-scientist'),
        targetPluginId: 'model-delivery',
      }),
    });
  });

  it('publishes once, however often the task is run again', async () => {
    const done = new Map<string, unknown>();
    const checkpoint = async (step: { key: string; fn: () => unknown }) => {
      if (!done.has(step.key)) done.set(step.key, await step.fn());
      return done.get(step.key);
    };
    for (const { ctx } of [1, 2].map(() =>
      context({ service }, { checkpoint }),
    ))
      await createPublishAction(options).handler(ctx);
    expect(delivery.deliverService).toHaveBeenCalledTimes(1);
  });

  it('publishes nothing in a dry run', async () => {
    const { ctx, output } = context({ service }, { isDryRun: true });
    await createPublishAction(options).handler(ctx);
    expect(output).toMatchObject(links);
    expect(delivery.deliverService).not.toHaveBeenCalled();
  });

  it.each([
    [
      'an expression that was not rendered',
      { name: '${{ parameters.name }}' },
      /rendered/,
    ],
    ['a name with quotes', { name: 'a"b' }, /\/name/],
    [
      'a label that is too long',
      { labels: { team: 'x'.repeat(64) } },
      /\/labels\/team/,
    ],
  ])('refuses %s before it asks anybody', async (_title, change, message) => {
    const { ctx } = context({ service: { ...service, ...change } });
    await expect(createPublishAction(options).handler(ctx)).rejects.toThrow(
      message,
    );
    expect(delivery.deliverService).not.toHaveBeenCalled();
  });

  it.each([
    [400, 'InputError'],
    [403, 'NotAllowedError'],
    [409, 'ConflictError'],
  ])('tells why delivery refused with %s', async (status, name) => {
    delivery.deliverService.mockRejectedValue(await refusal(status, 'because'));
    const { ctx } = context({ service });
    await expect(
      createPublishAction(options).handler(ctx),
    ).rejects.toMatchObject({
      name,
      message: 'because',
    });
  });

  it('leaves out what the form left empty', async () => {
    const input = { service: { ...service, tenant: '', description: '' } };
    await createPublishAction(options).handler(context(input).ctx);
    expect(delivery.deliverService).toHaveBeenCalledWith(
      service,
      expect.anything(),
    );
  });
});
