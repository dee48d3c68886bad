import {
  AuditorService,
  AuditorServiceCreateEventOptions,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createOpenApiRouter } from '@modelyard/plugin-model-catalog-node';
import { Router } from 'express';
import { PackStore } from '../database/PackStore';
import { FormatRegistry } from '../intake/FormatRegistry';
import { PackKeeper } from '../packs/PackKeeper';
import { spec } from '../schema/openapi.generated';
import { ScorecardService } from '../service/ScorecardService';
import { KeyRing } from '../signing/KeyRing';
import { auditRoutes } from './auditRoutes';
import { evidenceRoutes } from './evidenceRoutes';
import { packRoutes } from './packRoutes';
import { reviewRoutes } from './reviewRoutes';
import { scorecardRoutes } from './scorecardRoutes';

/** What the routes need. */
export interface RouterOptions {
  auditor: AuditorService;
  environments: string[];
  formats: FormatRegistry;
  httpAuth: HttpAuthService;
  keyRing: KeyRing;
  packs: PackKeeper;
  packStore: PackStore;
  service: ScorecardService;
}

/** Runs a write between the start and the end of an audit event. */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  write: () => Promise<T>,
): Promise<T> {
  const audit = await auditor.createEvent(event);
  try {
    const result = await write();
    await audit.success();
    return result;
  } catch (error) {
    await audit.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}

/** The plugin's HTTP surface. */
export function createRouter(options: RouterOptions): Router {
  return createOpenApiRouter({
    spec,
    bodyLimit: '10mb',
    jsonTypes: ['application/vnd.dsse+json'],
    routes: router => {
      scorecardRoutes(router, options);
      evidenceRoutes(router, options);
      reviewRoutes(router, options);
      packRoutes(router, options);
      auditRoutes(router, options);
    },
  });
}
