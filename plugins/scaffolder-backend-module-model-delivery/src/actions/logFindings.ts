import { LoggerService } from '@backstage/backend-plugin-api';
import { DeliveryFinding } from '@modelyard/plugin-model-delivery-common';

/** Writes the findings of a plan to the task's log. */
export function logFindings(
  logger: LoggerService,
  findings: DeliveryFinding[],
): void {
  for (const { severity, field, message } of findings) {
    const text = field ? `${field}: ${message}` : message;
    if (severity === 'info') logger.info(text);
    else logger.warn(text);
  }
}
