import {
  headingsOf,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { deriveEvidence, licensesOf } from './deriveEvidence';

const version = {
  ref: 'model:default/credit-risk',
  version: '7',
  digest: 'sha256:7',
  title: 'Credit risk',
  createdAt: '2026-10-01T00:00:00.000Z',
  aliases: [],
  removed: false,
  license: 'Apache-2.0',
  sourceId: 'examples',
};
const at = '2026-11-01T00:00:00.000Z';

function claimsOf(
  change: Partial<typeof version>,
  card?: string,
  before: Pick<StoredEvidence, 'kind' | 'claims'>[] = [],
) {
  const stored = before.map(record => ({
    ...record,
    format: 'model-catalog/1',
    producedAt: at,
  })) as StoredEvidence[];
  return deriveEvidence({ ...version, ...change }, card, stored, at).map(
    ({ records: [{ record }] }) => record.claims,
  );
}

describe('deriveEvidence', () => {
  it('says what the registry says, once', () => {
    const license = { license: ['Apache-2.0'] };
    expect(claimsOf({}, '# Use\n')).toEqual([
      license,
      { present: true, headings: ['use'] },
    ]);
    expect(
      claimsOf({}, undefined, [{ kind: 'license', claims: license }]),
    ).toEqual([]);
  });

  it('makes nothing of silence, but a licence that was taken back is none', () => {
    expect(claimsOf({ license: undefined })).toEqual([]);
    const before = [{ kind: 'license', claims: { license: ['MIT'] } }];
    expect(claimsOf({ license: undefined }, undefined, before)).toEqual([
      { license: ['NOASSERTION'] },
    ]);
  });

  it.each([
    ['MIT', ['MIT']],
    [
      '(MIT OR Apache-2.0) AND BSD-3-Clause',
      ['MIT', 'Apache-2.0', 'BSD-3-Clause'],
    ],
    ['GPL-2.0-only WITH Classpath-exception-2.0', ['GPL-2.0-only']],
  ])('reads the licences of %s', (expression, licenses) => {
    expect(licensesOf(expression)).toEqual(licenses);
  });

  it('reads headings, but none inside code', () => {
    const card = '# Card #\n```\n# comment\n```\n## Intended use\ntext\n';
    expect(headingsOf(card)).toEqual(['card', 'intended use']);
  });
});
