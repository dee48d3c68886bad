import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/**
 * What is recorded of a request.
 *
 * @public
 */
export interface AuditedRequest {
  auditor: AuditorService;
  request: Request;
  eventId: string;
  severityLevel: AuditorServiceEventSeverityLevel;
  meta: JsonObject;
}

/**
 * Carries a request out, and records how it ended, with what it came to.
 *
 * @public
 */
export async function audited<T>(
  { auditor, ...options }: AuditedRequest,
  work: () => Promise<{ answer: T; meta?: JsonObject }>,
): Promise<T> {
  const event = await auditor.createEvent(options);
  try {
    const { answer, meta } = await work();
    await event.success({ meta });
    return answer;
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
