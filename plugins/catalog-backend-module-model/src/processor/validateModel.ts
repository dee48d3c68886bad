import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  isEntityRef,
  isModelEntity,
  ModelEntity,
} from '@modelyard/plugin-model-catalog-common';
import Ajv, { ErrorObject } from 'ajv';
import { modelEntitySchema } from './modelEntitySchema';

const validate = new Ajv({ allErrors: true, strict: false }).compile(
  modelEntitySchema,
);

function describe(error: ErrorObject): string {
  const missing: unknown = error.params.missingProperty;
  return typeof missing === 'string'
    ? `${error.instancePath}/${missing} is missing`
    : `${error.instancePath || '/'} ${error.message ?? 'is not valid'}`;
}

function findBadRefs(spec: ModelEntity['spec']): string[] {
  const lists = { baseModels: spec.baseModels, datasets: spec.datasets };
  const refs = [
    ...Object.entries({ owner: spec.owner, system: spec.system }).map(
      ([field, ref]) => ({ field, ref }),
    ),
    ...Object.entries(lists).flatMap(([field, list]) =>
      (list ?? []).map((ref, index) => ({ field: `${field}/${index}`, ref })),
    ),
  ];
  return refs.flatMap(({ field, ref }) =>
    ref === undefined || isEntityRef(ref)
      ? []
      : [`/spec/${field} "${ref}" is not an entity ref`],
  );
}

/**
 * Whether an entity is a Model of ours.
 *
 * @returns false for every other kind, and for Models of another `apiVersion`
 * @throws InputError naming each field that is wrong
 */
export function validateModel(entity: Entity): boolean {
  if (!isModelEntity(entity)) return false;
  const problems = validate(entity)
    ? findBadRefs(entity.spec)
    : (validate.errors ?? []).map(describe);
  if (problems.length === 0) return true;
  throw new InputError(
    `${stringifyEntityRef(entity)} is not a valid Model: ${problems.join('; ')}`,
  );
}
