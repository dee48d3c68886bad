import { Environment } from '../input/readSettings';

/** The pipeline that a report was made in. */
export interface CiRun {
  runUrl?: string;
  commit?: string;
}

/** The run of GitHub Actions, GitLab CI or Jenkins, as their variables tell it. */
export function readCiRun(env: Environment): CiRun | undefined {
  if (env.GITHUB_ACTIONS) {
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    return {
      ...(repository &&
        run && { runUrl: `${server}/${repository}/actions/runs/${run}` }),
      ...(env.GITHUB_SHA && { commit: env.GITHUB_SHA }),
    };
  }
  const runUrl = env.CI_JOB_URL ?? env.BUILD_URL;
  const commit = env.CI_COMMIT_SHA ?? env.GIT_COMMIT;
  return runUrl || commit
    ? { ...(runUrl && { runUrl }), ...(commit && { commit }) }
    : undefined;
}

/**
 * The OIDC token of the pipeline: `MODELYARD_ID_TOKEN`, or what GitHub gives out
 * for the audience.
 *
 * @throws Error when GitHub gives none
 */
export async function readIdentityToken(
  env: Environment,
  audience: string,
): Promise<string | undefined> {
  if (env.MODELYARD_ID_TOKEN) return env.MODELYARD_ID_TOKEN;
  const {
    ACTIONS_ID_TOKEN_REQUEST_URL: base,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
  } = env;
  if (!base || !token) return undefined;
  const url = new URL(base);
  url.searchParams.set('audience', audience);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok)
    throw new Error(
      `GitHub gives no ID token (${response.status}); give the job the permission id-token: write`,
    );
  const { value }: { value: string } = await response.json();
  return value;
}
