import { RepositoryModel } from '../types';
import { isWorkflow, ownPods } from './cluster';
import { is, Matcher, matches, series } from './promql';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const weekly = '0 3 * * 1';
const defaultTimeoutMinutes = 240;

/** When the runs of a job ended, as Unix times; queries over kube-state-metrics. */
export interface Runs {
  /** Latest of those that failed. */
  failed: string;
  /** Latest of those that succeeded. */
  succeeded: string;
}

/**
 * Longest time between two moments of a crontab, in seconds, or more: a field
 * that says something is met at least once in the period of the next larger one.
 */
export function longestGap(cron: string): number {
  const [, hours, days, months, weekdays] = cron
    .trim()
    .split(/\s+/)
    .map(field => field !== '*' && field !== '?');
  if (months) return 366 * day;
  if (weekdays) return 7 * day;
  if (days) return 31 * day;
  return hours ? day : hour;
}

function join(metric: string, of: readonly Matcher[], what: string): string {
  return `${series(metric, of)} * ${what}`;
}

function jobRuns(name: string, namespace: string): Runs {
  const of = [
    is('namespace', namespace),
    matches('job_name', `${name}-[0-9a-z]+`),
  ];
  const hasFailed = series('kube_job_failed', [...of, is('condition', 'true')]);
  const failed = join(
    'kube_job_status_start_time',
    of,
    `on (namespace, job_name) group_left () (${hasFailed} == 1)`,
  );
  return {
    failed: `max by (namespace) (${failed})`,
    succeeded: `max by (namespace) (${series('kube_job_status_completion_time', of)})`,
  };
}

function workflowRuns(repository: RepositoryModel, namespace: string): Runs {
  const pods = ownPods(repository, 'retraining-job', namespace);
  const inNamespace = is('namespace', namespace);
  const ended = (phase: string) => {
    const inPhase = series('kube_pod_status_phase', [
      inNamespace,
      is('phase', phase),
    ]);
    const when = series('kube_pod_completion_time', [inNamespace]);
    return `max by (namespace) (${when} * ${pods} * on (namespace, pod) group_left () (${inPhase} == 1))`;
  };
  return { failed: ended('Failed'), succeeded: ended('Succeeded') };
}

/** Ends of the runs of a service that is a job. */
export function runsOf(repository: RepositoryModel, namespace: string): Runs {
  return isWorkflow(repository)
    ? workflowRuns(repository, namespace)
    : jobRuns(repository.input.name, namespace);
}

/**
 * Seconds since the last success of a job that runs by the clock, and how many
 * there may be: the longest gap of its schedule, its time-out and an hour.
 * Undefined for a job that waits for an event, or runs once.
 */
export function overdueOf(
  repository: RepositoryModel,
  namespace: string,
): { seconds: string; allowed: number } | undefined {
  const { name, runtime, job } = repository.input;
  const trigger = job?.trigger;
  if (runtime.kind !== 'retraining-job') return undefined;
  if (trigger && trigger.kind !== 'schedule') return undefined;
  const timeout = (job?.timeoutMinutes ?? defaultTimeoutMinutes) * minute;
  const allowed = longestGap(trigger?.cron ?? weekly) + timeout + hour;
  if (isWorkflow(repository)) {
    // The Pods of a run are removed after a week: Prometheus remembers them.
    const { succeeded } = runsOf(repository, namespace);
    const window = `${Math.ceil((2 * allowed) / hour)}h`;
    const seconds = `time() - max_over_time((${succeeded})[${window}:1h])`;
    return { seconds, allowed };
  }
  const of = [is('namespace', namespace), is('cronjob', name)];
  const last = series('kube_cronjob_status_last_successful_time', of);
  // One that never succeeded counts from its beginning.
  const created = series('kube_cronjob_created', of);
  return {
    seconds: `time() - max by (namespace) (${last} or ${created})`,
    allowed,
  };
}
