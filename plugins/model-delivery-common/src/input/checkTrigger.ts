import { Finding } from '../plan/types';
import { checkCron, checkTimeZone } from './checkCron';
import { isDnsLabel } from './checkNames';
import { choiceOf } from './checkScaling';
import { error } from './findings';
import { RuntimeOptions } from './runtimeOptions';
import { JobInput } from './serviceInputSchema';

type Trigger = NonNullable<JobInput['trigger']>;
type Kafka = Extract<Trigger, { kind: 'kafka' }>;
type Prometheus = Extract<Trigger, { kind: 'prometheus' }>;

const mostLag = 1_000_000_000;
const server = '[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?';
const bootstrapServers = new RegExp(
  `^${server}:\\d{1,5}(,${server}:\\d{1,5}){0,19}$`,
);
const kafkaName = /^[A-Za-z0-9._-]{1,249}$/;
const serverAddress = new RegExp(
  `^https?://${server}(:\\d{1,5})?(/[-\\w./]*)?$`,
);

function checkKafka(trigger: Kafka, field: string): Finding[] {
  const found: Finding[] = [];
  if (!bootstrapServers.test(trigger.bootstrapServers)) {
    found.push(
      error(
        `${field}/bootstrapServers`,
        'must be "host:port", several separated by commas',
      ),
    );
  }
  for (const key of ['topic', 'consumerGroup'] as const) {
    if (!kafkaName.test(trigger[key])) {
      found.push(
        error(
          `${field}/${key}`,
          'must be at most 249 letters, digits, ".", "_" and "-"',
        ),
      );
    }
  }
  if (trigger.lagThreshold < 1 || trigger.lagThreshold > mostLag) {
    found.push(
      error(`${field}/lagThreshold`, `must lie between 1 and ${mostLag}`),
    );
  }
  return found;
}

function checkPrometheus(trigger: Prometheus, field: string): Finding[] {
  const found: Finding[] = [];
  if (!serverAddress.test(trigger.serverAddress)) {
    found.push(
      error(
        `${field}/serverAddress`,
        'must be an address without user and query, such as "http://prometheus.monitoring.svc:9090"',
      ),
    );
  }
  if (!trigger.query.trim()) {
    found.push(error(`${field}/query`, 'must be a PromQL query'));
  }
  if (!(trigger.threshold > 0 && Number.isFinite(trigger.threshold))) {
    found.push(error(`${field}/threshold`, 'must be a number above 0'));
  }
  return found;
}

function checkOne(trigger: Trigger, field: string): Finding[] {
  if (trigger.kind === 'schedule') {
    return [
      ...checkCron(trigger.cron, `${field}/cron`),
      ...checkTimeZone(trigger.timeZone, `${field}/timeZone`),
    ];
  }
  const found =
    trigger.kind === 'kafka'
      ? checkKafka(trigger, field)
      : checkPrometheus(trigger, field);
  const { authentication } = trigger;
  if (authentication !== undefined && !isDnsLabel(authentication)) {
    found.push(
      error(
        `${field}/authentication`,
        'must be the name of a TriggerAuthentication in the namespace',
      ),
    );
  }
  return found;
}

/** Checks what starts a job or what replicas follow. */
export function checkTrigger(
  trigger: Trigger,
  { title, triggers }: RuntimeOptions,
  field: string,
): Finding[] {
  if (triggers.includes(trigger.kind)) return checkOne(trigger, field);
  return [
    error(
      `${field}/kind`,
      `"${trigger.kind}" does not go with ${title}; ${choiceOf(triggers)}`,
    ),
  ];
}
