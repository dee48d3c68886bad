import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import { exportJWK, generateKeyPair, JWTPayload, SignJWT } from 'jose';
import { issuerKeys } from './issuerKeys';
import { ProducerIdentities } from './ProducerIdentities';

// Claims as GitHub and GitLab document them for their ID tokens.
const github = {
  sub: 'repo:acme/models:ref:refs/heads/main',
  repository: 'acme/models',
  run_id: '17',
  sha: 'a'.repeat(40),
};
const gitlab = {
  sub: 'project_path:acme/models:ref_type:branch:ref:main',
  project_path: 'acme/models',
  job_id: '42',
  sha: 'b'.repeat(40),
};

describe('ProducerIdentities', () => {
  let server: Server;
  let issuer: string;
  let identities: ProducerIdentities;
  let keyReads = 0;
  const keys = generateKeyPair('RS256');
  const strangers = generateKeyPair('RS256');

  beforeAll(async () => {
    const { publicKey } = await keys;
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' };
    server = createServer((req, res) => {
      res.setHeader('content-type', 'application/json');
      if (req.url === '/jwks') keyReads += 1;
      const answer =
        req.url === '/jwks'
          ? { keys: [jwk] }
          : { issuer, jwks_uri: `${issuer}/jwks` };
      res.end(JSON.stringify(answer));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    identities = ProducerIdentities.create([
      {
        issuer,
        name: 'acme pipelines',
        audience: 'modelyard',
        subject: 'repo:acme/*:ref:refs/heads/main',
        keys: issuerKeys(issuer),
      },
      {
        issuer,
        name: 'acme GitLab',
        audience: 'modelyard',
        subject: 'project_path:acme/models:**',
        keys: issuerKeys(issuer),
      },
    ]);
  });

  afterAll(async () => new Promise(done => server.close(done)));

  async function token(
    claims: JWTPayload,
    { expires = '5m', audience = 'modelyard', from = issuer, key = keys } = {},
  ) {
    const { privateKey } = await key;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(from)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(privateKey);
  }

  async function refusalOf(jwt: string): Promise<string> {
    try {
      await identities.verify(jwt);
    } catch (error) {
      if (error instanceof InvalidFieldsError) return error.fields[0].message;
      throw error;
    }
    return 'accepted';
  }

  it('knows the runs of GitHub and GitLab, reading the keys once', async () => {
    expect(await identities.verify(await token(github))).toEqual({
      producer: {
        issuer,
        name: 'acme pipelines',
        sub: github.sub,
        runUrl: 'https://github.com/acme/models/actions/runs/17',
        commit: github.sha,
      },
    });
    await identities.verify(await token(github));
    expect(keyReads).toBe(1);
    expect(await identities.verify(await token(gitlab))).toMatchObject({
      producer: {
        name: 'acme GitLab',
        runUrl: `${issuer}/acme/models/-/jobs/42`,
      },
    });
  });

  it('refuses every token that proves nothing', async () => {
    const of = async (...args: Parameters<typeof token>) =>
      refusalOf(await token(...args));
    expect(await refusalOf('rubbish')).toMatch('no JSON Web Token');
    expect(await of(github, { from: 'https://evil.example' })).toMatch(
      'are not accepted',
    );
    expect(
      await of({ ...github, sub: 'repo:evil/models:ref:refs/heads/main' }),
    ).toMatch('no configured producer');
    expect(
      await of({ ...github, sub: 'repo:acme/a/b:ref:refs/heads/main' }),
    ).toMatch('no configured producer');
    expect(await of(github, { expires: '-5m' })).toMatch('has expired');
    expect(await of(github, { audience: 'sigstore' })).toMatch(
      'another audience; ask for one for modelyard',
    );
    expect(await of(github, { key: strangers })).toMatch('no key of');
    const unsigned = [
      { alg: 'none' },
      { ...github, iss: issuer, aud: 'modelyard' },
    ].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));
    expect(await refusalOf(`${unsigned.join('.')}.`)).toMatch('no key of');
  });
});
