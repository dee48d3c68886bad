import {
  Comparison,
  ModelMetric,
  ModelRow,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import { diffCards } from './diffCards';
import { knownDirection } from './metricDirection';

type Difference = Comparison['params'][number];

const rowFields = [
  'version',
  'createdAt',
  'createdBy',
  'status',
  'stage',
  'aliases',
  'digest',
  'digestKind',
  'metrics',
  'tombstone',
  'conflict',
] as const;

function toRow(detail: VersionDetail): VersionRow {
  const { version, createdAt, status, aliases, digest, digestKind, metrics } =
    detail;
  const row = {
    version,
    createdAt,
    status,
    aliases,
    digest,
    digestKind,
    metrics,
  };
  const rest = rowFields.filter(
    field => !(field in row) && detail[field] !== undefined,
  );
  return Object.assign(
    row,
    Object.fromEntries(rest.map(field => [field, detail[field]])),
  );
}

/** Metrics by name; a name that stands for several splits says which. */
function metricsByLabel(
  versions: VersionDetail[],
): (detail: VersionDetail) => Map<string, ModelMetric> {
  const isAmbiguous = (name: string) =>
    versions.some(v => v.metrics.filter(m => m.name === name).length > 1);
  return detail => {
    const byLabel = new Map<string, ModelMetric>();
    for (const metric of detail.metrics) {
      const label =
        metric.split && isAmbiguous(metric.name)
          ? `${metric.name} (${metric.split})`
          : metric.name;
      if (!byLabel.has(label)) byLabel.set(label, metric);
    }
    return byLabel;
  };
}

function compareMetric(
  name: string,
  left: ModelMetric | undefined,
  right: ModelMetric | undefined,
): Comparison['metrics'][number] {
  if (!left || !right)
    return {
      name,
      ...(left && { left: left.value }),
      ...(right && { right: right.value }),
    };
  const change = right.value - left.value;
  const higherIsBetter =
    right.higherIsBetter ?? left.higherIsBetter ?? knownDirection(left.name);
  const isRightBetter = change > 0 === higherIsBetter;
  return {
    name,
    left: left.value,
    right: right.value,
    change,
    ...(higherIsBetter !== undefined &&
      change !== 0 && { better: isRightBetter ? 'right' : 'left' }),
  };
}

function compareTexts(
  left: Map<string, string>,
  right: Map<string, string>,
): Difference[] {
  return [...new Set([...left.keys(), ...right.keys()])].map(name => {
    const [before, after] = [left.get(name), right.get(name)];
    return {
      name,
      ...(before !== undefined && { left: before }),
      ...(after !== undefined && { right: after }),
    };
  });
}

function datasetTexts(detail: VersionDetail): Map<string, string> {
  return new Map(
    detail.datasets.map(({ name, digest, role }) => [
      role ? `${name} (${role})` : name,
      digest ?? 'no digest',
    ]),
  );
}

/** Artifacts by the last part of their address, since folders carry the version. */
function artifactTexts(detail: VersionDetail): Map<string, string> {
  return new Map(
    detail.artifacts.map(({ uri, digest }) => [
      uri.slice(uri.replace(/\/+$/, '').lastIndexOf('/') + 1),
      digest ?? 'no digest',
    ]),
  );
}

/** A version and the model that it is of. */
export interface VersionOfModel {
  model: Pick<ModelRow, 'ref' | 'license'>;
  version: VersionDetail;
}

/**
 * Puts two versions side by side, of one model or of two; `change` is right −
 * left. Pure.
 */
export function compareVersions(
  leftSide: VersionOfModel,
  rightSide: VersionOfModel,
): Comparison {
  const [left, right] = [leftSide.version, rightSide.version];
  const card = diffCards(left.card?.text, right.card?.text);
  const byLabel = metricsByLabel([left, right]);
  const [leftMetrics, rightMetrics] = [byLabel(left), byLabel(right)];
  const names = new Set([...leftMetrics.keys(), ...rightMetrics.keys()]);
  return {
    left: toRow(left),
    right: toRow(right),
    metrics: [...names].map(name =>
      compareMetric(name, leftMetrics.get(name), rightMetrics.get(name)),
    ),
    params: compareTexts(
      new Map(Object.entries(left.params)),
      new Map(Object.entries(right.params)),
    ),
    datasets: compareTexts(datasetTexts(left), datasetTexts(right)),
    artifacts: compareTexts(artifactTexts(left), artifactTexts(right)),
    models: { left: leftSide.model.ref, right: rightSide.model.ref },
    license: {
      ...(leftSide.model.license && { left: leftSide.model.license }),
      ...(rightSide.model.license && { right: rightSide.model.license }),
    },
    ...(card && { card }),
  };
}
