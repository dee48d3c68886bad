import { gzipSync } from 'node:zlib';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startScorecard } from './__testUtils__/startScorecard';

const megabyte = 1024 * 1024;

describe('model-scorecard', () => {
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    portal = await startScorecard({ versions: [] });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  it('answers 413 to a body of 80 MB, and goes on', async () => {
    const answer = await portal.post('/evidence', {
      text: 'x'.repeat(80 * megabyte),
    });
    expect(answer.status).toBe(413);
    expect(answer.body.error.message).toContain('too large');
    expect((await portal.get('/packs')).status).toBe(200);
  });

  it('answers 413 to a small body that unpacks to 80 MB', async () => {
    const bomb = gzipSync(JSON.stringify({ text: ' '.repeat(80 * megabyte) }));
    expect(bomb.length).toBeLessThan(megabyte);
    const answer = await request(portal.server)
      .post('/api/model-scorecard/evidence')
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .serialize(body => body)
      .send(bomb);
    expect(answer.status).toBe(413);
  });
});
