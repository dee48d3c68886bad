import { Finding } from '../plan/types';
import { isLabelValue } from './checkMetadata';
import { error } from './findings';
import { parseQuantity } from './quantity';
import { EnvironmentInput } from './serviceInputSchema';

const mebibyte = 2 ** 20;
const leastMemory = 32 * mebibyte;
const mostMemory = 16 * 2 ** 40;
const mostCores = 512;
const mostGpus = 64;
const extendedResource =
  /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/[a-zA-Z0-9]([-\w.]{0,61}[a-zA-Z0-9])?$/;

/** Checks an amount of cores. */
export function checkCpu(
  cpu: string,
  field: string,
  most = mostCores,
): Finding[] {
  const cores = parseQuantity(cpu);
  if (cores === undefined || /[A-Za-z]/.test(cpu.replace(/m$/, ''))) {
    return [error(field, 'must be cores ("2", "0.5") or milli-cores ("500m")')];
  }
  if (cores < 0.001 || cores > most) {
    return [error(field, `must lie between 1m and ${most} cores`)];
  }
  return [];
}

/** Checks an amount of memory. */
export function checkMemory(
  memory: string,
  field: string,
  most = mostMemory,
): Finding[] {
  const bytes = parseQuantity(memory);
  if (bytes === undefined) {
    return [error(field, 'must be a quantity such as "512Mi" or "4Gi"')];
  }
  if (memory.endsWith('m')) {
    const meant = `${memory.slice(0, -1)}Mi`;
    return [
      error(field, `"${memory}" is ${bytes} bytes; you may mean "${meant}"`),
    ];
  }
  if (bytes < leastMemory || bytes > most) {
    return [error(field, `must lie between 32Mi and ${most / 2 ** 40}Ti`)];
  }
  return [];
}

/** Checks that the resources of an environment are quantities that make sense. */
export function checkResources(
  resources: EnvironmentInput['resources'],
  field: string,
): Finding[] {
  const found = [
    ...checkCpu(resources.cpu, `${field}/cpu`),
    ...checkMemory(resources.memory, `${field}/memory`),
  ];
  const { gpu } = resources;
  if (gpu && !extendedResource.test(gpu.resource)) {
    found.push(
      error(`${field}/gpu/resource`, 'must be a name like "nvidia.com/gpu"'),
    );
  }
  if (gpu && (gpu.count < 1 || gpu.count > mostGpus)) {
    found.push(
      error(`${field}/gpu/count`, `must lie between 1 and ${mostGpus}`),
    );
  }
  if (gpu?.product !== undefined && !isLabelValue(gpu.product)) {
    found.push(
      error(
        `${field}/gpu/product`,
        'must be the value of a node label, such as "NVIDIA-L4"',
      ),
    );
  }
  return found;
}
