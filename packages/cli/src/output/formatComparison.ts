import { Comparison } from '@modelyard/plugin-model-catalog-common';
import { VersionAddress } from '../input/modelRef';
import {
  formatChange,
  formatDigest,
  formatModel,
  formatNumber,
  formatTime,
} from './formatValue';
import { Table } from './Table';

type Difference = Comparison['params'][number];
type Metric = Comparison['metrics'][number];

/** The two versions side by side. */
function formatHead(
  { left, right, license }: Comparison,
  sides: { left: VersionAddress; right: VersionAddress },
): string {
  const row = (name: string, l: string | undefined, r: string | undefined) => ({
    name,
    left: l,
    right: r,
  });
  return formatDifferences(
    '',
    [
      row(
        'model',
        formatModel(sides.left.model),
        formatModel(sides.right.model),
      ),
      row('version', left.version, right.version),
      row(
        'created (UTC)',
        formatTime(left.createdAt),
        formatTime(right.createdAt),
      ),
      row('status', left.status, right.status),
      row('stage', left.stage, right.stage),
      row('aliases', left.aliases.join(','), right.aliases.join(',')),
      row('digest', formatDigest(left.digest), formatDigest(right.digest)),
      row('license', license?.left, license?.right),
    ].filter(({ left: l, right: r }) => l || r),
  );
}

function formatDifferences(
  title: string,
  rows: Difference[],
  format = (value: string) => value,
): string {
  return Table.create<Difference>({
    keepsEmpty: true,
    columns: [
      { title, value: ({ name }) => name },
      { title: 'LEFT', value: ({ left }) => left && format(left) },
      { title: 'RIGHT', value: ({ right }) => right && format(right) },
    ],
  }).format(rows);
}

function formatMetrics(metrics: Metric[]): string {
  return Table.create<Metric>({
    columns: [
      { title: 'METRIC', value: ({ name }) => name },
      ...(['left', 'right'] as const).map(side => ({
        title: side.toUpperCase(),
        align: 'right' as const,
        value: (metric: Metric) => formatNumber(metric[side]),
      })),
      {
        title: 'CHANGE',
        align: 'right',
        value: ({ change }) => formatChange(change),
      },
      { title: 'BETTER', value: ({ better }) => better },
    ],
  }).format(metrics);
}

/** What differs, and how much does not. */
function formatChanged(
  title: string,
  all: Difference[],
  format?: (value: string) => string,
): string {
  const rows = all.filter(({ left, right }) => left !== right);
  const same = all.length - rows.length;
  const note = same > 0 ? `${same} the same on both sides\n` : '';
  return rows.length > 0
    ? formatDifferences(title, rows, format) + note
    : note && `${title}\n${note}`;
}

function countLines(card: Comparison['card'], kind: string): number {
  return (card?.changes ?? [])
    .filter(change => change.kind === kind)
    .reduce((sum, { text }) => sum + text.trimEnd().split('\n').length, 0);
}

function formatCard(card: Comparison['card']): string {
  if (!card) return '';
  const [added, removed] = ['added', 'removed'].map(k => countLines(card, k));
  if (added + removed === 0) return 'CARD\nthe same on both sides\n';
  const end = card.truncated ? '; not all of it was compared' : '';
  return `CARD\n${added} lines added, ${removed} removed${end}; --json shows them\n`;
}

/** A comparison as plain text, part by part. */
export function formatComparison(
  comparison: Comparison,
  sides: { left: VersionAddress; right: VersionAddress },
): string {
  const { metrics, params, datasets, artifacts, card } = comparison;
  return [
    formatHead(comparison, sides),
    metrics.length > 0 ? formatMetrics(metrics) : '',
    formatChanged('PARAMETER', params),
    formatChanged('DATASET', datasets, formatDigest),
    formatChanged('ARTIFACT', artifacts, formatDigest),
    formatCard(card),
  ]
    .filter(part => part !== '')
    .join('\n');
}
