import { createServer, get } from 'node:https';
import { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { explainFailure } from './explain';

const day = 24 * 60 * 60 * 1000;

/** What Node says of a certificate whose authority it trusts. */
async function failureOf(options: {
  ip: string;
  from?: number;
  to?: number;
}): Promise<unknown> {
  const at = (days: number) => new Date(Date.now() + days * day);
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'registry' }],
    {
      notBeforeDate: at(options.from ?? -1),
      notAfterDate: at(options.to ?? 1),
      extensions: [
        { name: 'subjectAltName', altNames: [{ type: 7, ip: options.ip }] },
      ],
    },
  );
  const server = createServer({ key, cert });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, ca: cert }, () =>
        reject(new Error('It was trusted')),
      ).on('error', resolve);
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('explainFailure', () => {
  it.each([
    ['expired', { ip: '127.0.0.1', from: -9, to: -2 }, 'let it be renewed'],
    [
      'not valid yet',
      { ip: '127.0.0.1', from: 2, to: 9 },
      'compare the clocks',
    ],
    ['for another name', { ip: '127.0.0.2' }, 'by a name in its certificate'],
  ])('knows a remedy for a certificate that is %s', async (_, made, remedy) => {
    const url = new URL('https://registry.example.com/api?token=secret');
    const error = explainFailure(url, await failureOf(made));
    expect(error.kind).toBe('tls');
    expect(error.message).toContain(remedy);
    expect(error.message).not.toContain('secret');
  });
});
