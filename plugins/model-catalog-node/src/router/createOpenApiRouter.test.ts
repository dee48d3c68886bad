import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { createOpenApiRouter } from './createOpenApiRouter';
import { rawBodyOf } from './rawBody';

const spec = {
  openapi: '3.1.0',
  info: { title: 'example', version: '1' },
  paths: {
    '/things/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      ],
      get: {
        parameters: [
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1 },
          },
          { name: 'owner', in: 'query', schema: { type: 'string' } },
        ],
        responses: {
          '200': {
            description: 'A thing.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['limit'],
                  properties: { limit: { type: 'integer' } },
                },
              },
            },
          },
        },
      },
      post: {
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  replicas: {
                    type: 'object',
                    properties: { min: { type: 'integer' } },
                  },
                },
              },
            },
          },
        },
        responses: { '204': { description: 'Done.' } },
      },
    },
  },
};

function createApp(more: { keepRawBody?: boolean } = {}) {
  const middleware = MiddlewareFactory.create({
    config: mockServices.rootConfig(),
    logger: mockServices.rootLogger(),
  });
  const app = express();
  app.use(
    '/api/example',
    createOpenApiRouter({
      spec,
      ...more,
      bodyLimit: '1kb',
      routes: router => {
        router.get('/things/:id', async (req, res) => {
          const isBad = req.params.id === 'bad';
          res.json(isBad ? {} : { limit: req.query.limit ?? 0 });
        });
        router.post('/things/:id', async (req, res) => {
          const raw = rawBodyOf(req).toString('base64');
          res.status(204).set('x-raw-body', raw).end();
        });
      },
    }),
  );
  app.use(middleware.error());
  return request(app);
}

describe('createOpenApiRouter', () => {
  it('serves its document with its own address', async () => {
    const { body } = await createApp().get('/api/example/openapi.json');
    expect(body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: '/api/example' }],
    });
  });

  it('hands over what the document allows, as the types it names', async () => {
    const { body } = await createApp().get('/api/example/things/1?limit=3');
    expect(body).toEqual({ limit: 3 });
  });

  it.each([
    ['/things/1?limit=0', '/query/limit'],
    ['/things/1?limit=x', '/query/limit'],
    ['/things/%00', '/query'],
  ])('answers %s with 400 and names the field', async (path, field) => {
    const { status, body } = await createApp().get(`/api/example${path}`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      fields: [{ path: field, message: expect.any(String) }],
    });
    expect(body.error).not.toHaveProperty('stack');
  });

  it('takes entity refs in queries as people write them', async () => {
    const { status } = await createApp().get(
      '/api/example/things/1?limit=3&owner=group:default/risk-ml',
    );
    expect(status).toBe(200);
  });

  it('names fields of the body by JSON Pointer', async () => {
    const { status, body } = await createApp()
      .post('/api/example/things/1')
      .send({ replicas: { min: 'two' } });
    expect(status).toBe(400);
    expect(body.error.fields).toEqual([
      { path: '/replicas/min', message: 'must be integer' },
    ]);
  });

  it('answers a body that is no JSON with 400, and one that is too large with 413', async () => {
    const send = (text: string) =>
      createApp()
        .post('/api/example/things/1')
        .set('Content-Type', 'application/json')
        .send(text);
    expect((await send('{"replicas":')).status).toBe(400);
    expect(
      (await send(JSON.stringify({ text: 'x'.repeat(2000) }))).status,
    ).toBe(413);
  });

  it('does not let an answer pass that is not in the document', async () => {
    const { status } = await createApp().get('/api/example/things/bad');
    expect(status).toBe(500);
  });

  it.each([true, false])('keeps the bytes of a body: %s', async keepRawBody => {
    const text = '{ "replicas" :\t{"min":1.0} }';
    const { status, headers } = await createApp({ keepRawBody })
      .post('/api/example/things/1')
      .set('Content-Type', 'application/json')
      .send(text);
    expect(status).toBe(204);
    expect(Buffer.from(headers['x-raw-body'], 'base64').toString()).toBe(
      keepRawBody ? text : '',
    );
  });
});
