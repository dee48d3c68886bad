import {
  ModelDataset,
  ModelMetric,
} from '@modelyard/plugin-model-catalog-common';
import { SourceVersion } from '@modelyard/plugin-model-catalog-node';
import { LoggedModel, Metric, Run } from './schemas';
import { toLabels } from './toSourceModel';

const commitTag = 'mlflow.source.git.commit';
const contextTag = 'mlflow.data.context';

const roles: Record<string, string> = {
  training: 'train',
  train: 'train',
  eval: 'test',
  evaluation: 'test',
  test: 'test',
  validation: 'validation',
};

/** The server writes infinity as the largest double, and NaN as text. */
function isMeasured(value: Metric['value']): value is number {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_VALUE;
}

/** The last value of each metric on each dataset; what is no number was not measured. */
function toMetrics(metrics: Metric[] = []): ModelMetric[] {
  const last = new Map<string, Metric>();
  for (const metric of metrics) {
    const key = JSON.stringify([metric.key, metric.dataset_name]);
    const known = last.get(key);
    if (!known || (metric.timestamp ?? 0) >= (known.timestamp ?? 0))
      last.set(key, metric);
  }
  return [...last.values()].flatMap(({ key, value, dataset_name: dataset }) =>
    isMeasured(value)
      ? [{ name: key, value, dataset: dataset || undefined }]
      : [],
  );
}

function toDatasets(run: Run | undefined): ModelDataset[] {
  return (run?.inputs?.dataset_inputs ?? []).map(({ tags, dataset }) => {
    const context = toLabels(tags)[contextTag];
    return {
      name: dataset.name,
      digest: dataset.digest || undefined,
      role: context && (roles[context.toLowerCase()] ?? context),
    };
  });
}

/**
 * A version with what its logged model and its run tell. The logged model comes
 * first: a run may have made several.
 */
export function toWholeVersion(
  head: SourceVersion,
  read: { run?: Run; logged?: LoggedModel; uiUrl: string },
): SourceVersion {
  const { run, logged, uiUrl } = read;
  const own = toMetrics(logged?.data?.metrics);
  const params = toLabels(logged?.data?.params);
  const uri = logged?.info.artifact_uri || head.uri;
  return {
    ...head,
    extent: 'whole',
    artifacts: uri ? [{ uri, format: 'mlflow' }] : [],
    metrics: own.length > 0 ? own : toMetrics(run?.data?.metrics),
    params:
      Object.keys(params).length > 0 ? params : toLabels(run?.data?.params),
    datasets: toDatasets(run),
    // A run that is gone for good, or may not be read, still names the version.
    run: run
      ? {
          id: run.info.run_id,
          url: `${uiUrl}/#/experiments/${run.info.experiment_id}/runs/${run.info.run_id}`,
          commit: toLabels(run.data?.tags)[commitTag],
        }
      : head.run,
  };
}
