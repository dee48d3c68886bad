import { mockServices } from '@backstage/backend-test-utils';
import { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import {
  DeliveryApi,
  InferenceService,
  servicesChangedTopic,
} from '@modelyard/plugin-model-delivery-common';
import { InferenceServiceProvider } from './InferenceServiceProvider';

function service(name: string, environments: string[] = []): InferenceService {
  const declared = {
    version: '7',
    digest: 'sha256:00',
    commit: 'c0',
    at: '2026-11-20T00:00:00.000Z',
    by: 'user:default/data-scientist',
  };
  return {
    name,
    entityRef: `component:default/${name}`,
    model: 'model:default/credit-risk',
    owner: 'group:default/risk-ml',
    repository: `${name}-gitops`,
    repositoryUrl: `http://portal.example.com/services/${name}`,
    cloneUrl: `http://portal.example.com/git/${name}-gitops.git`,
    commit: 'c0',
    environments: environments.map(environment => ({
      name: environment,
      declared,
      observed: { state: 'unknown' },
    })),
  };
}

async function connect(answer: DeliveryApi['listServices'], pauseMs = 0) {
  const applyMutation = jest.fn<
    Promise<void>,
    Parameters<EntityProviderConnection['applyMutation']>
  >(async () => {});
  const events = mockServices.events();
  const provider = InferenceServiceProvider.create({
    auth: mockServices.auth(),
    delivery: { listServices: answer },
    events,
    logger: mockServices.logger.mock(),
    pauseMs,
    schedule: {
      run: task => Promise.resolve(task.fn(new AbortController().signal)),
    },
  });
  await provider.connect({ applyMutation, refresh: async () => {} });
  const change = async () => {
    await events.publish({ topic: servicesChangedTopic, eventPayload: {} });
    await provider.refresh();
  };
  return { applyMutation, change, events, provider };
}

const page = (...items: InferenceService[]) => ({
  items,
  totalItems: items.length,
});

describe('InferenceServiceProvider', () => {
  it('makes a Component that depends on the model', async () => {
    const { applyMutation } = await connect(async () =>
      page(service('api', ['dev', 'prod'])),
    );
    expect(applyMutation).toHaveBeenCalledTimes(1);
    expect(applyMutation).toHaveBeenCalledWith({
      type: 'full',
      entities: [
        expect.objectContaining({
          entity: expect.objectContaining({
            kind: 'Component',
            spec: {
              type: 'inference-service',
              lifecycle: 'production',
              owner: 'group:default/risk-ml',
              dependsOn: ['model:default/credit-risk'],
            },
          }),
        }),
      ],
    });
  });

  it('reads every page', async () => {
    const pages = [
      { ...page(service('a')), nextCursor: 'x' },
      page(service('b')),
    ];
    const { applyMutation } = await connect(
      async () => pages.shift() ?? page(),
    );
    expect(applyMutation.mock.calls[0][0]).toMatchObject({
      entities: [
        { entity: { metadata: { name: 'a' } } },
        { entity: { metadata: { name: 'b' } } },
      ],
    });
  });

  it('sends what has changed, and nothing when nothing has', async () => {
    let current = page(service('a'), service('b'));
    const { applyMutation, change } = await connect(async () => current);
    await change();
    expect(applyMutation).toHaveBeenCalledTimes(1);
    current = page(service('a', ['prod']), service('c'));
    await change();
    expect(applyMutation).toHaveBeenLastCalledWith({
      type: 'delta',
      added: [
        expect.objectContaining({
          entity: expect.objectContaining({
            metadata: expect.objectContaining({ name: 'a' }),
          }),
        }),
        expect.objectContaining({
          entity: expect.objectContaining({
            metadata: expect.objectContaining({ name: 'c' }),
          }),
        }),
      ],
      removed: [{ entityRef: 'component:default/b' }],
    });
  });

  it('reads only what has changed, when it is told', async () => {
    const asked: unknown[] = [];
    let all = [service('a'), service('b'), service('c')];
    const { applyMutation, events, provider } = await connect(
      async ({ name }) => {
        asked.push(name);
        return page(...all.filter(s => !name || name.includes(s.name)));
      },
    );
    const tell = (...services: string[]) =>
      events.publish({
        topic: servicesChangedTopic,
        eventPayload: { services },
      });
    all = [service('a', ['prod']), service('c', ['prod']), service('d')];
    await tell('a');
    await tell('b', 'd');
    await provider.refresh([]);
    expect(asked).toEqual([undefined, ['a'], ['b', 'd']]);
    expect(applyMutation).toHaveBeenLastCalledWith({
      type: 'delta',
      added: ['d'].map(name =>
        expect.objectContaining({
          entity: expect.objectContaining({
            metadata: expect.objectContaining({ name }),
          }),
        }),
      ),
      removed: [{ entityRef: 'component:default/b' }],
    });
    await provider.refresh();
    expect(asked[3]).toBeUndefined();
    expect(applyMutation).toHaveBeenLastCalledWith({
      type: 'delta',
      added: [
        expect.objectContaining({
          entity: expect.objectContaining({
            metadata: expect.objectContaining({ name: 'c' }),
          }),
        }),
      ],
      removed: [],
    });
  });

  it('takes together what changes while it pauses', async () => {
    const asked: unknown[] = [];
    const { provider } = await connect(async ({ name }) => {
      asked.push(name);
      return page();
    }, 200);
    provider.refresh(['a']);
    await new Promise(done => setTimeout(done, 20));
    await provider.refresh(['b']);
    expect(asked).toEqual([undefined, ['a', 'b']]);
  });

  it('reads with the next change what it could not read', async () => {
    const asked: unknown[] = [];
    const { provider } = await connect(async ({ name }) => {
      asked.push(name);
      if (asked.length === 2) throw new Error('down');
      return page(service('a'));
    });
    await provider.refresh(['a']);
    await provider.refresh(['b']);
    expect(asked).toEqual([undefined, ['a'], ['a', 'b']]);
  });

  it('keeps the catalog as it is when delivery does not answer', async () => {
    let fail = false;
    const { applyMutation, change } = await connect(async () => {
      if (fail) throw new Error('down');
      return page(service('a'));
    });
    fail = true;
    await change();
    expect(applyMutation).toHaveBeenCalledTimes(1);
  });

  it('reads once more for all that changes while it reads, and keeps nobody waiting', async () => {
    let reads = 0;
    let go = () => {};
    const { events, provider } = await connect(async () => {
      reads += 1;
      if (reads === 2)
        await new Promise<void>(resolve => {
          go = resolve;
        });
      return page(service('a'));
    });
    const tell = () =>
      events.publish({ topic: servicesChangedTopic, eventPayload: {} });
    provider.refresh();
    while (reads < 2) await Promise.resolve();
    for (let nth = 0; nth < 20; nth += 1) await tell();
    const last = provider.refresh();
    go();
    await last;
    expect(reads).toBe(3);
  });
});
