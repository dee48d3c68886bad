import { generate } from 'selfsigned';
import { Certificate } from './scriptedRegistry';

/** A certificate for this machine that is its own authority. */
export async function certify(): Promise<Certificate> {
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'registry' }],
    {
      extensions: [
        { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
      ],
    },
  );
  return { key, cert };
}
