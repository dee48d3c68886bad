import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { EvidenceProducer } from '../intake/openEnvelope';
import { TrustedIssuer } from '../intake/ProducerIdentities';

/** A role in which people review. */
export interface RoleConfig {
  name: string;
  /** Entity refs of the groups whose members hold it. */
  groups: string[];
}

/** A folder of examples that is read as if it had been handed in. */
export interface EvidenceFolder {
  target: string;
  /** Move all dates by whole days, so that they end at the first start. */
  redate: boolean;
}

/** Configuration of the plugin under `modelScorecard`. */
export interface ScorecardConfig {
  /** A file, or an http address. */
  packTarget: string;
  /** Environments whose gates are kept in the history and in lists. */
  environments: string[];
  evidence: {
    directory: string;
    /** Of one report. */
    maxBytes: number;
    folders: EvidenceFolder[];
    /** Keys whose signatures make evidence `signed`. */
    producers: EvidenceProducer[];
    /** Pipelines whose tokens make it `oidc`. */
    issuers: TrustedIssuer[];
  };
  /** Whether folders may bring registrations and reviews too. */
  exampleReviews: boolean;
  roles: RoleConfig[];
  signing: {
    keyFile: string;
    /** Make the key when there is none; in development only. */
    mayCreate: boolean;
    /** Milliseconds for which a verdict may be relied on without asking again. */
    validForMs: number;
    /** Ids of keys that nobody may trust any more. */
    revokedKeys: string[];
  };
  schedule: SchedulerServiceTaskScheduleDefinition;
}
