import {
  checkServiceInput,
  DeliveryFinding,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { ApiHolder } from '@backstage/frontend-plugin-api';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { draftOf } from '../form/serviceValues';
import { addFindings, Validation, ValidationContext } from '../form/validation';
import { closedEnvironments } from '../Preview/closedEnvironments';
import { fieldsOf } from '../Preview/refusal';
import { RepositoryValue } from './repositorySchema';

/** Left empty, the portal would keep the repository. */
const addressMissing: DeliveryFinding = {
  severity: 'error',
  field: '/repository/url',
  message:
    'must be the address of a repository, such as "https://github.com/acme/scoring-gitops"',
};

/** What the server says against a service; empty when it may be created. */
async function askServer(
  input: ServiceInput,
  apiHolder: ApiHolder,
): Promise<DeliveryFinding[]> {
  const delivery = apiHolder.get(deliveryApiRef);
  if (!delivery) return [];
  try {
    const { findings } = await delivery.createPlan(input);
    const closed = closedEnvironments(findings);
    return closed.length === input.environments.length
      ? findings.filter(({ severity }) => severity !== 'info')
      : findings.filter(({ severity }) => severity === 'error');
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return fieldsOf(cause) ?? [{ severity: 'error', message }];
  }
}

/**
 * Refuses everything that could not be created: what the browser finds, and if
 * it finds nothing, what the server finds. No open gate is such a thing.
 */
export async function validateRepository(
  value: Partial<RepositoryValue> | undefined,
  validation: Validation,
  context: ValidationContext,
): Promise<void> {
  if (value?.url?.trim() === '') {
    addFindings([addressMissing], '/repository', validation, context);
    return;
  }
  const checked = checkServiceInput(draftOf(context.formData));
  const found = checked.input
    ? await askServer(checked.input, context.apiHolder)
    : checked.findings;
  addFindings(found, '/repository', validation, context);
}
