import { ModelCatalogClient } from './ModelCatalogClient';

function createClient(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    // Two layers, each with a Request of its own, as in Backstage's fetchApi.
    for (let layer = 0; layer < 2; layer += 1)
      requests.push(new Request(input, init));
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    });
  };
  const client = ModelCatalogClient.create({
    discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
    fetchApi: { fetch },
  });
  return { client, requests };
}

describe('ModelCatalogClient', () => {
  it('asks the plugin with query and token', async () => {
    const page = { items: [], totalItems: 0 };
    const { client, requests } = createClient(200, page);
    await expect(
      client.listModels({ q: 'a&b', limit: 3 }, { token: 'secret' }),
    ).resolves.toEqual(page);
    expect(requests[0].url).toBe(
      'http://backend/api/model-catalog/models?q=a%26b&limit=3',
    );
    expect(requests[0].headers.get('authorization')).toBe('Bearer secret');
  });

  it('encodes what stands in a path', async () => {
    const { client, requests } = createClient(200, {});
    await client.getVersion('model:default/credit-risk', 'v1 #/x');
    expect(requests[0].url).toBe(
      'http://backend/api/model-catalog/models/default/credit-risk/versions/v1%20%23%2Fx',
    );
    expect(requests[0].headers.has('authorization')).toBe(false);
  });

  it('sends a body through layers that each read it', async () => {
    const { client, requests } = createClient(202, { runId: '1' });
    await client.syncSource('examples');
    expect(requests.map(request => request.method)).toEqual(['POST', 'POST']);
    await expect(requests[1].json()).resolves.toEqual({});
  });

  it('takes an answer without a body for success, but not an error', async () => {
    const done = createClient(204, undefined);
    await expect(
      done.client.withdrawLink('model:default/a', 'model:risk/b'),
    ).resolves.toBeUndefined();
    expect(done.requests[0].method).toBe('DELETE');
    expect(done.requests[0].url).toBe(
      'http://backend/api/model-catalog/models/default/a/links/risk/b',
    );
    const refused = createClient(403, { error: { name: 'NotAllowedError' } });
    await expect(
      refused.client.withdrawLink('model:default/a', 'model:risk/b'),
    ).rejects.toMatchObject({ statusCode: 403 });
  });

  it('throws what the server says', async () => {
    const { client } = createClient(404, {
      error: { name: 'NotFoundError', message: 'No version "9"' },
      request: {},
      response: { statusCode: 404 },
    });
    await expect(
      client.getVersion('model:default/credit-risk', '9'),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No version "9"' },
    });
  });
});
