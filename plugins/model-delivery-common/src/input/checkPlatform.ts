import { Finding } from '../plan/types';
import { checkCron, checkTimeZone } from './checkCron';
import { error, pointer } from './findings';
import { RuntimeOptions } from './runtimeOptions';
import { ServiceInput } from './serviceInputSchema';

const urlPath = /^\/[-\w./~]{0,200}$/;
const mostHours = 7 * 24;

function checkServing(
  { serving }: ServiceInput,
  runtime: RuntimeOptions,
): Finding[] {
  if (!serving) return [];
  if (!runtime.serving) {
    return [
      error(
        '/serving',
        `does not go with ${runtime.title}, which knows its own port; leave it out`,
      ),
    ];
  }
  const found: Finding[] = [];
  const { port = 8080 } = serving;
  if (port < 1024 || port > 65535) {
    found.push(
      error(
        '/serving/port',
        'must lie between 1024 and 65535: nothing runs as root',
      ),
    );
  }
  for (const key of ['healthPath', 'metricsPath'] as const) {
    const path = serving[key];
    if (path !== undefined && !urlPath.test(path)) {
      found.push(error(`/serving/${key}`, 'must be a path such as "/healthz"'));
    }
  }
  return found;
}

function checkMonitoring({ monitoring = {} }: ServiceInput): Finding[] {
  const found: Finding[] = [];
  const { errorPercent = 1, latencySeconds = 1, drift } = monitoring;
  if (!(errorPercent > 0 && errorPercent <= 100)) {
    found.push(
      error('/monitoring/errorPercent', 'must be above 0 and at most 100'),
    );
  }
  if (!(latencySeconds > 0 && latencySeconds <= 3600)) {
    found.push(
      error('/monitoring/latencySeconds', 'must be above 0 and at most 3600'),
    );
  }
  if (drift && !drift.query.trim()) {
    found.push(error('/monitoring/drift/query', 'must be a PromQL query'));
  }
  if (drift && !Number.isFinite(drift.above)) {
    found.push(error('/monitoring/drift/above', 'must be a number'));
  }
  return found;
}

function checkWindows(input: ServiceInput): Finding[] {
  const { syncWindows = [], controller, environments } = input;
  if (syncWindows.length && controller === 'flux') {
    return [
      error(
        '/syncWindows',
        'Flux knows no sync windows; leave them out, or choose the controller "argocd"',
      ),
    ];
  }
  const known = environments.map(({ name }) => name);
  return syncWindows.flatMap((window, index) => {
    const field = pointer('syncWindows', index);
    const found = [
      ...checkCron(window.cron, `${field}/cron`),
      ...checkTimeZone(window.timeZone, `${field}/timeZone`),
    ];
    if (window.hours < 1 || window.hours > mostHours) {
      found.push(
        error(`${field}/hours`, `must lie between 1 and ${mostHours}`),
      );
    }
    const strangers = (window.environments ?? []).flatMap((name, at) =>
      known.includes(name)
        ? []
        : [
            error(
              `${field}/environments/${at}`,
              `"${name}" is no environment of this service`,
            ),
          ],
    );
    return [...found, ...strangers];
  });
}

/** Checks what surrounds a workload: its port, what is watched, sync windows. */
export function checkPlatform(
  input: ServiceInput,
  runtime: RuntimeOptions,
): Finding[] {
  return [
    ...checkServing(input, runtime),
    ...checkMonitoring(input),
    ...checkWindows(input),
  ];
}
