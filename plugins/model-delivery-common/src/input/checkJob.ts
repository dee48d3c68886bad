import { Finding } from '../plan/types';
import { checkTrigger } from './checkTrigger';
import { error } from './findings';
import { RuntimeOptions } from './runtimeOptions';
import { ServiceInput } from './serviceInputSchema';

// CronJobs and CronWorkflows add the time of the run to their name.
const maxCronNameLength = 52;
const mostMinutes = 7 * 24 * 60;
const mostRetries = 10;
const address = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s@"'`\\{}$]+$/;

function checkNumbers({ job = {} }: ServiceInput): Finding[] {
  const found: Finding[] = [];
  const { timeoutMinutes = 1, retries = 0 } = job;
  if (timeoutMinutes < 1 || timeoutMinutes > mostMinutes) {
    found.push(
      error('/job/timeoutMinutes', `must lie between 1 and ${mostMinutes}`),
    );
  }
  if (retries < 0 || retries > mostRetries) {
    found.push(error('/job/retries', `must lie between 0 and ${mostRetries}`));
  }
  return found;
}

function checkAddresses({ job = {} }: ServiceInput): Finding[] {
  return (['input', 'output'] as const).flatMap(key => {
    const uri = job[key];
    return uri === undefined || address.test(uri)
      ? []
      : [
          error(
            `/job/${key}`,
            'must be an address without user, such as "s3://bucket/folder"',
          ),
        ];
  });
}

/** Checks what a job does and when; refuses it for what is none. */
export function checkJob(
  input: ServiceInput,
  runtime: RuntimeOptions,
): Finding[] {
  const { job, name } = input;
  if (!runtime.job) {
    return job
      ? [error('/job', `does not go with ${runtime.title}; leave it out`)]
      : [];
  }
  const found = [...checkNumbers(input), ...checkAddresses(input)];
  if (runtime.triggers.length && name.length > maxCronNameLength) {
    found.push(
      error('/name', `must have at most ${maxCronNameLength} characters`),
    );
  }
  if (job?.trigger) {
    found.push(...checkTrigger(job.trigger, runtime, '/job/trigger'));
  }
  return found;
}
