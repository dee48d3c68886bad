import {
  Comparison,
  Lineage,
  ModelRow,
  ModelSource,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import { AnswerCutter, mostCharacters } from './AnswerCutter';

type Difference = Comparison['params'][number];
type CardChange = NonNullable<Comparison['card']>['changes'][number];

const mostMetricsInRow = 20;
const mostProblems = 20;
const mostNodes = 150;

/** A model whose description has at most so many characters. */
export function shortenModel(model: ModelRow, mostDescription: number) {
  const cutter = AnswerCutter.create();
  const { description, tags, aliases } = model;
  return {
    ...model,
    ...(description && {
      description: cutter.text('description', description, mostDescription),
    }),
    ...(tags && { tags: cutter.list('tags', tags) }),
    aliases: cutter.entries('aliases', aliases),
    ...cutter.note,
  };
}

/** A version in a list. */
export function shortenRow(version: VersionRow) {
  const cutter = AnswerCutter.create();
  return {
    ...version,
    metrics: cutter.list('metrics', version.metrics, mostMetricsInRow),
    ...cutter.note,
  };
}

/** A version with its card and lists. */
export function shortenVersion(version: VersionDetail) {
  const cutter = AnswerCutter.create();
  const { card, conflicts } = version;
  return {
    ...version,
    metrics: cutter.list('metrics', version.metrics),
    artifacts: cutter.list('artifacts', version.artifacts),
    params: cutter.entries('params', version.params),
    datasets: cutter.list('datasets', version.datasets),
    ...(conflicts && { conflicts: cutter.list('conflicts', conflicts) }),
    ...(card && {
      card: { ...card, text: cutter.text('card', card.text, mostCharacters) },
    }),
    ...cutter.note,
  };
}

/** A version beside another: the metrics stand in the comparison. */
function toHead(version: VersionRow): Omit<VersionRow, 'metrics'> {
  const { metrics: _metrics, ...head } = version;
  return head;
}

function isDifferent({ left, right }: Difference): boolean {
  return left !== right;
}

/** What was added and removed, as far as there is room for it. */
function shortenChanges(
  changes: CardChange[],
  cutter: AnswerCutter,
): { kind: 'added' | 'removed'; text: string }[] {
  let room = mostCharacters;
  return changes.flatMap(({ kind, text }) => {
    if (kind === 'same') return [];
    const kept = cutter.text('card', text, room);
    room -= kept.length;
    return kept ? [{ kind, text: kept }] : [];
  });
}

/** A comparison without what is the same on both sides. */
export function shortenComparison(comparison: Comparison) {
  const cutter = AnswerCutter.create();
  const { card, ...rest } = comparison;
  const differences = (field: 'params' | 'datasets' | 'artifacts') =>
    cutter.list(field, rest[field].filter(isDifferent));
  return {
    ...rest,
    left: toHead(rest.left),
    right: toHead(rest.right),
    metrics: cutter.list('metrics', rest.metrics),
    params: differences('params'),
    datasets: differences('datasets'),
    artifacts: differences('artifacts'),
    ...(card && {
      card: { ...card, changes: shortenChanges(card.changes, cutter) },
    }),
    ...cutter.note,
  };
}

/** The nodes nearest to the model, and what connects them. */
export function shortenLineage(lineage: Lineage): Lineage {
  const nodes = lineage.nodes.slice(0, mostNodes);
  const kept = new Set(nodes.map(node => node.id));
  return {
    nodes,
    edges: lineage.edges.filter(e => kept.has(e.from) && kept.has(e.to)),
    truncated: lineage.truncated || nodes.length < lineage.nodes.length,
  };
}

/** A source with its first problems. */
export function shortenSource(source: ModelSource) {
  const cutter = AnswerCutter.create();
  return {
    ...source,
    ...(source.problems && {
      problems: cutter.list('problems', source.problems, mostProblems),
    }),
    ...cutter.note,
  };
}
