import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import {
  ModelCatalogApi,
  ModelRow,
  VersionDetail,
} from '@modelyard/plugin-model-catalog-common';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  DeployedRelease,
  EnvironmentGate,
  PlanContext,
  ResolvedModelVersion,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import {
  digestVerdict,
  Scorecard,
  ScorecardApi,
} from '@modelyard/plugin-model-scorecard-common';
import { MeasuredCosts } from './MeasuredCosts';
import { RecentAnswers } from './RecentAnswers';

const offeredVersions = 20;

/**
 * What {@link PlanContextReader} reads with.
 */
export interface PlanContextReaderOptions {
  auth: AuthService;
  models: ModelCatalogApi;
  scorecards: ScorecardApi;
  costs: MeasuredCosts;
  /** What the configuration says. */
  fixed: Pick<PlanContext, 'defaultController' | 'rules' | 'prices'>;
}

/** What the model catalog says of a version. */
interface VersionAnswer {
  row: ModelRow;
  /** Undefined when there is no such version. */
  detail?: VersionDetail;
  /** Versions that there are instead. */
  versions: string[];
}

/** What is known besides what other plugins say. */
export interface KnownContext {
  repositoryUrl: string;
  deployed?: DeployedRelease[];
  /** Whether what the scorecard said a moment ago will do. */
  mayBeRecent: boolean;
}

/**
 * Reads what the planner may know besides the input, with the rights of the
 * caller: the version, its gates, and what the repository holds already.
 */
export class PlanContextReader {
  private readonly versions = RecentAnswers.create<VersionAnswer>();
  private readonly gates = RecentAnswers.create<Scorecard[]>();

  private constructor(private readonly options: PlanContextReaderOptions) {}

  static create(options: PlanContextReaderOptions): PlanContextReader {
    return new PlanContextReader(options);
  }

  /**
   * @throws InvalidFieldsError when there is no such model to be read
   * @throws ServiceUnavailableError when catalog or scorecard fail
   */
  async read(
    input: ServiceInput,
    { mayBeRecent, ...known }: KnownContext,
    credentials: BackstageCredentials,
  ): Promise<PlanContext> {
    const { ref, version } = input.model;
    const { row, detail, versions } = await this.versions.ask(
      { credentials, about: [ref, version] },
      () => this.askVersion(input, credentials),
    );
    const base = { ...this.options.fixed, ...known, aliases: row.aliases };
    if (!detail) return { ...base, gates: [], versions };
    const environments = input.environments.map(({ name }) => name);
    const [scorecards, measured] = await Promise.all([
      this.gates.ask(
        {
          credentials,
          about: [ref, version, ...environments],
          fresh: !mayBeRecent,
        },
        () => this.askScorecards(input, credentials),
      ),
      this.options.costs.read(input, base, credentials),
    ]);
    const gates = scorecards
      // A verdict on other content says nothing about this version.
      .filter(({ subject }) => subject.digest === detail.digest)
      .map(toGate);
    return { ...base, model: toResolved(row, detail), gates, measured };
  }

  /** Models or verdicts have changed: they are asked for again. */
  forget(): void {
    this.versions.forget();
    this.gates.forget();
  }

  private async askVersion(
    input: ServiceInput,
    credentials: BackstageCredentials,
  ): Promise<VersionAnswer> {
    const token = await this.token('model-catalog', credentials);
    const [row, detail] = await Promise.all([
      this.readModel(input, token),
      this.readVersion(input, token),
    ]);
    const versions = detail ? [] : await this.readVersions(input, token);
    return { row, detail, versions };
  }

  private async readModel(input: ServiceInput, token: string) {
    const { ref } = input.model;
    const row = await found(this.options.models.getModel(ref, { token }));
    if (row) return row;
    throw new InvalidFieldsError([
      {
        path: '/model/ref',
        message: `there is no model ${ref} that you may read; choose one from the models page`,
      },
    ]);
  }

  private readVersion(input: ServiceInput, token: string) {
    const { ref, version } = input.model;
    return found(this.options.models.getVersion(ref, version, { token }));
  }

  private async readVersions(input: ServiceInput, token: string) {
    const page = await found(
      this.options.models.listVersions(
        input.model.ref,
        { limit: offeredVersions },
        { token },
      ),
    );
    return page?.items.map(item => item.version) ?? [];
  }

  private async askScorecards(
    input: ServiceInput,
    credentials: BackstageCredentials,
  ): Promise<Scorecard[]> {
    const token = await this.token('model-scorecard', credentials);
    const { ref, version } = input.model;
    const answer = await found(
      this.options.scorecards.listVersionScorecards(
        ref,
        version,
        input.environments.map(({ name }) => name),
        { token },
      ),
    );
    return answer?.items ?? [];
  }

  private async token(
    targetPluginId: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { token } = await this.options.auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId,
    });
    return token;
  }
}

/** The answer, or undefined when there is none; any other failure is ours. */
async function found<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResponseError && error.statusCode === 404)
      return undefined;
    throw new ServiceUnavailableError(
      'The model catalog or the scorecard does not answer; try again in a moment',
      error,
    );
  }
}

function toResolved(
  row: ModelRow,
  detail: VersionDetail,
): ResolvedModelVersion {
  return {
    ref: row.ref,
    version: detail.version,
    digest: detail.digest,
    digestKind: detail.digestKind,
    status: detail.tombstone ? 'removed' : detail.status,
    conflict: detail.conflict !== undefined,
    artifacts: detail.artifacts,
    ...(row.license !== undefined && { license: row.license }),
    ...(detail.run?.url !== undefined && { runUrl: detail.run.url }),
    registryRef: `${detail.source.id}/${detail.source.nativeId}`,
  };
}

function toGate(scorecard: Scorecard): EnvironmentGate {
  const { gate, approvals, checks } = scorecard;
  const blocked = checks.filter(check => gate.blockers.includes(check.id));
  const approved =
    approvals.length > 0 &&
    approvals.every(approval => approval.decision === 'approve');
  return {
    environment: gate.environment,
    state: gate.state,
    blockers: gate.blockers,
    verdictDigest: digestVerdict(scorecard),
    compliance:
      gate.state === 'closed'
        ? closedCompliance(blocked)
        : openCompliance(checks),
    alignment: approved ? 'audited' : 'pending',
  };
}

type Verdicts = { verdict: string }[];

function closedCompliance(blocked: Verdicts): EnvironmentGate['compliance'] {
  return blocked.some(check => check.verdict === 'fail') ? 'failed' : 'unknown';
}

function openCompliance(checks: Verdicts): EnvironmentGate['compliance'] {
  const settled = ['pass', 'not_applicable'];
  return checks.every(check => settled.includes(check.verdict))
    ? 'passed'
    : 'conditional';
}
