import {
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import { EvidenceDocumentStore } from '@modelyard/plugin-model-scorecard-node';
import { Knex } from 'knex';
import { CatalogVersionDirectory } from '../catalog/VersionDirectory';
import { ScorecardConfig } from '../config/ScorecardConfig';
import { AuditChain } from '../database/AuditChain';
import { AuditLog } from '../database/AuditLog';
import { AuditVerifier } from '../database/AuditVerifier';
import { DatabaseEvaluationStore } from '../database/DatabaseEvaluationStore';
import { DatabaseFactStore } from '../database/DatabaseFactStore';
import { DatabaseSubjectStore } from '../database/DatabaseSubjectStore';
import { FactStore } from '../database/FactStore';
import { SubjectStore } from '../database/SubjectStore';
import { ExampleLoader } from '../examples/ExampleLoader';
import { EvidenceIntake } from '../intake/EvidenceIntake';
import { FormatRegistry } from '../intake/FormatRegistry';
import { ProducerIdentities } from '../intake/ProducerIdentities';
import { DirectoryDocumentStore } from '../intake/DirectoryDocumentStore';
import { PackKeeper } from '../packs/PackKeeper';
import { VerdictSigner } from '../signing/VerdictSigner';
import { AuthorizedScorecardService } from './AuthorizedScorecardService';
import { DefaultScorecardService } from './DefaultScorecardService';
import { Evaluator } from './Evaluator';
import { ScorecardAnnouncer } from './ScorecardAnnouncer';
import { EvidenceDesk } from './EvidenceDesk';
import { ReviewDesk } from './ReviewDesk';
import { ScorecardService } from './ScorecardService';
import { ScorecardSync } from './ScorecardSync';
import { VerdictIssuer } from './VerdictIssuer';

/** What {@link composeScorecard} puts together. */
export interface ComposeScorecardOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: ScorecardConfig;
  discovery: DiscoveryService;
  events: EventsService;
  /** Instead of the configured directory. */
  documents?: EvidenceDocumentStore;
  formats: FormatRegistry;
  knex: Knex;
  logger: LoggerService;
  packs: PackKeeper;
  permissions: PermissionsService;
  signer: VerdictSigner;
  userInfo: UserInfoService;
}

/** Puts stores, rules and services together. */
export function composeScorecard(options: ComposeScorecardOptions): {
  evaluator: Evaluator;
  facts: FactStore;
  subjects: SubjectStore;
  service: ScorecardService;
  sync: ScorecardSync;
} {
  const { auth, config, discovery, knex, permissions } = options;
  const now = () => new Date().toISOString();
  const chain = AuditChain.create(knex);
  const facts = DatabaseFactStore.create(knex, chain);
  const subjects = DatabaseSubjectStore.create(knex);
  const announcer = ScorecardAnnouncer.create(options);
  const evaluator = Evaluator.create({
    facts,
    subjects,
    now,
    onEvaluated: refs => announcer.tellChanges(refs),
    pack: () => options.packs.current(),
    environments: config.environments,
    evaluations: DatabaseEvaluationStore.create(
      knex,
      chain,
      config.environments,
    ),
  });
  const directory = CatalogVersionDirectory.create({
    auth,
    models: ModelCatalogClient.create({
      discoveryApi: discovery,
      fetchApi: { fetch },
    }),
  });
  const documents =
    options.documents ??
    DirectoryDocumentStore.create(config.evidence.directory);
  const intake = EvidenceIntake.create(facts, documents);
  const reading = {
    formats: options.formats,
    producers: config.evidence.producers,
  };
  const shared = { directory, evaluator, facts, intake, subjects, now };
  const examples = ExampleLoader.create({
    facts,
    intake,
    reading,
    now,
    logger: options.logger,
    folders: config.evidence.folders,
    withReviews: config.exampleReviews,
  });
  const service = DefaultScorecardService.create({
    ...shared,
    auth,
    evidence: EvidenceDesk.create({
      ...shared,
      auth,
      documents,
      reading,
      identities: ProducerIdentities.create(config.evidence.issuers),
      maxReportBytes: config.evidence.maxBytes,
    }),
    environments: config.environments,
    packs: options.packs,
    verdicts: VerdictIssuer.create({
      evaluator,
      now,
      signer: options.signer,
      baseUrl: () => discovery.getExternalBaseUrl('model-scorecard'),
      validForMs: config.signing.validForMs,
    }),
    audit: { log: AuditLog.create(knex), verifier: AuditVerifier.create(knex) },
    desk: ReviewDesk.create({
      auth,
      now,
      userInfo: options.userInfo,
      roles: config.roles,
    }),
  });
  return {
    evaluator,
    facts,
    subjects,
    service: AuthorizedScorecardService.create({
      service,
      permissions,
      access: ModelAccess.create({ permissions, catalog: options.catalog }),
    }),
    sync: ScorecardSync.create({
      ...shared,
      examples,
      logger: options.logger,
    }),
  };
}
