import { createHash } from 'node:crypto';

const hex = (text: string, algorithm: string) =>
  createHash(algorithm).update(text).digest('hex');

/** Who has all models. */
export const organization = 'acme';
/** Of the model of this number, from zero. */
export const idOf = (index: number) => `${organization}/bench-${index}`;

/** A model as the Hub's list gives it, with the fields that the connector expands. */
function toRow(index: number) {
  const id = idOf(index);
  return {
    _id: hex(id, 'md5').slice(0, 24),
    id,
    sha: hex(id, 'sha1'),
    lastModified: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    createdAt: new Date(Date.UTC(2025, 0, 1, 0, index)).toISOString(),
    private: false,
    gated: false,
    disabled: false,
    tags: [
      'transformers',
      'safetensors',
      'bert',
      'text-classification',
      'en',
      'dataset:imdb',
      'license:apache-2.0',
      'region:us',
    ],
    pipeline_tag: 'text-classification',
    library_name: 'transformers',
    cardData: {
      license: 'apache-2.0',
      language: ['en'],
      base_model: 'google-bert/bert-base-uncased',
      datasets: ['imdb'],
      'model-index': [
        {
          name: id,
          results: [
            {
              task: { type: 'text-classification' },
              dataset: { name: 'imdb', type: 'imdb', split: 'test' },
              metrics: [
                { type: 'accuracy', value: 0.9 },
                { type: 'f1', value: 0.8 },
              ],
            },
          ],
        },
      ],
    },
  };
}

const files = [
  { type: 'file', path: 'README.md', size: 2048, oid: 'a'.repeat(40) },
  { type: 'file', path: 'config.json', size: 612, oid: 'b'.repeat(40) },
  { type: 'file', path: 'tokenizer.json', size: 4096, oid: 'c'.repeat(40) },
  {
    type: 'file',
    path: 'model.safetensors',
    size: 4096,
    oid: 'd'.repeat(40),
    lfs: { oid: 'e'.repeat(64), size: 4096 },
  },
];

const card = `---\nlicense: apache-2.0\n---\n# Card\n\n${'Measured, not used.\n'.repeat(100)}`;

/** What the Hub answers. */
export interface HubAnswer {
  body: string;
  type: string;
  /** Path and query of the next page. */
  next?: string;
}

function list(url: URL, rows: object[]): HubAnswer {
  const start = Number(url.searchParams.get('cursor') ?? 0);
  const end = start + Number(url.searchParams.get('limit'));
  const next = new URL(url);
  next.searchParams.set('cursor', String(end));
  return {
    body: JSON.stringify(rows.slice(start, end)),
    type: 'application/json',
    ...(end < rows.length && { next: `${next.pathname}${next.search}` }),
  };
}

/** Answers of the Hub, in its recorded shapes, of an organisation of so many models. */
export function createHub(count: number): (url: URL) => HubAnswer | undefined {
  const rows = Array.from({ length: count }, (_, index) => toRow(index));
  const byPath = new Map(rows.map(row => [`/api/models/${row.id}`, row]));
  return url => {
    const { pathname } = url;
    if (pathname === '/api/models') return list(url, rows);
    if (/^\/api\/models\/.+\/tree\/[0-9a-f]{40}$/.test(pathname))
      return { body: JSON.stringify(files), type: 'application/json' };
    if (/\/raw\/[0-9a-f]{40}\/README\.md$/.test(pathname))
      return { body: card, type: 'text/plain' };
    const row = byPath.get(pathname);
    return row && { body: JSON.stringify(row), type: 'application/json' };
  };
}
