import {
  send,
  serviceInput,
  startDelivery,
} from './__testUtils__/startDelivery';

describe('bad input', () => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    portal = await startDelivery();
  });

  const input = serviceInput();
  const label = { team: 'x'.repeat(64) };
  const alias = { ref: 'model:default/credit-risk', version: 'champion' };
  const gone = { ref: 'model:default/none', version: '1' };
  const [dev] = input.environments;

  it.each([
    [
      'a name with quotes and newlines',
      { name: 'x"\n privileged: true' },
      '/name',
    ],
    ['a name with a template', { name: 'x-${{ secrets.token }}' }, '/name'],
    ['a name that is too long', { name: 'A'.repeat(80) }, '/name'],
    ['a label over 63 characters', { labels: label }, '/labels/team'],
    [
      'an owner that does not exist',
      { owner: 'group:default/nobody-here' },
      '/owner',
    ],
    ['an owner that is no ref', { owner: 'a:b:c/d' }, '/owner'],
    ['an alias for a version', { model: alias }, '/model/version'],
    ['a model that does not exist', { model: gone }, '/model/ref'],
    [
      'an unknown environment',
      { environments: [{ ...dev, name: 'moon' }] },
      '/environments/0/name',
    ],
    [
      'a repository that leads out',
      { repository: { name: '../x' } },
      '/repository/name',
    ],
    [
      'a runtime of tomorrow',
      { runtime: { kind: 'quantum' } },
      '/runtime/kind',
    ],
    [
      'a scaling that does not go with the runtime',
      { runtime: { kind: 'kserve', mode: 'knative' } },
      '/environments/0/scaling/kind',
    ],
    ['a number for a name', { name: 7 }, '/name'],
    ['an unknown field', { privileged: true }, '/privileged'],
  ])('%s is named and creates nothing', async (_title, change, path) => {
    for (const route of ['/plans', '/services']) {
      const { status, body } = await send(portal.origin, 'POST', route, {
        body: { ...input, ...change },
      });
      expect(status).toBe(400);
      expect(body.error.fields).toContainEqual(
        expect.objectContaining({ path: expect.stringMatching(`^${path}`) }),
      );
      expect(JSON.stringify(body)).not.toMatch(/\bat .*\.ts:/);
    }
    const { body } = await send(portal.origin, 'GET', '/services');
    expect(body.items).toEqual([]);
    expect(portal.directory.content()).not.toHaveProperty(
      'credit-risk-api-gitops.git',
    );
  });

  it('says which version an alias points to', async () => {
    const { body } = await send(portal.origin, 'POST', '/plans', {
      body: { ...input, model: alias },
    });
    expect(body.error.fields).toEqual([
      { path: '/model/version', message: expect.stringContaining('"7"') },
    ]);
  });

  it('answers 401 without a token', async () => {
    const response = await fetch(
      `${portal.origin}/api/model-delivery/services`,
      {
        headers: { authorization: 'Bearer nonsense' },
      },
    );
    expect(response.status).toBe(401);
  });
});
