import { withTool } from '../__testUtils__/tools';
import { connectMlflow } from './__testUtils__/connectMlflow';
import { mlflow, MlflowServer } from './__testUtils__/mlflowServer';

jest.setTimeout(180_000);

const { describeTool, title } = withTool(mlflow);

describeTool(`MlflowModelConnector with basic auth ${title}`, () => {
  const password = 'a-long-test-password';
  let server: MlflowServer;

  beforeAll(async () => {
    server = await MlflowServer.start({
      models: 2,
      versions: 3,
      basicAuth: { password },
    });
  });
  afterAll(() => server?.stop());

  it.each([
    [
      'the right password',
      { type: 'basic', username: 'admin', password },
      'ok',
    ],
    [
      'a wrong one',
      { type: 'basic', username: 'admin', password: 'wrong' },
      '401: check the credentials',
    ],
    ['a bearer token', { type: 'bearer', token: 'x' }, '401: check'],
  ])('with %s', async (_case, auth, expected) => {
    const connector = connectMlflow(server.baseUrl, { auth });
    const { signal } = new AbortController();
    const outcome = await connector
      .listModels({ signal, known: [] })
      .next()
      .then(
        ({ value }) => (value.models.length === 3 ? 'ok' : 'incomplete'),
        error => error.message,
      );
    expect(outcome).toContain(expected);
    expect(outcome).not.toContain(password);
  });
});
