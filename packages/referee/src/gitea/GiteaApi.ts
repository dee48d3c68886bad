import { z } from 'zod';

const milliseconds = 30_000;
const versionSchema = z.object({ version: z.string() });
const pullSchema = z.object({ number: z.number() });
const commitsSchema = z.array(z.object({ sha: z.string() }));

/** A pull request. */
export type Pull = z.infer<typeof pullSchema>;

/** The requests to Gitea's API that the referee needs. */
export class GiteaApi {
  static create({ url, token }: { url: string; token: string }): GiteaApi {
    return new GiteaApi(url, token);
  }

  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async version(): Promise<string> {
    const text = await this.must(200, 'GET', '/version');
    return versionSchema.parse(JSON.parse(text)).version;
  }

  async createOrganization(name: string): Promise<void> {
    await this.must(201, 'POST', '/orgs', { username: name });
  }

  /** Undefined while Gitea does not know the branch yet, a moment after a push. */
  async openPull(
    repository: string,
    pull: { head: string; base: string; title: string },
  ): Promise<Pull | undefined> {
    const path = `/repos/${repository}/pulls`;
    const { status, text } = await this.send('POST', path, pull);
    if (status === 404) return undefined;
    if (status === 201) return pullSchema.parse(JSON.parse(text));
    throw new Error(`Gitea opens no pull request: ${status} ${text}`);
  }

  /** False while Gitea still works out whether it can be merged. */
  async merge(repository: string, number: number): Promise<boolean> {
    const path = `/repos/${repository}/pulls/${number}/merge`;
    const { status, text } = await this.send('POST', path, { Do: 'merge' });
    if (status === 200) return true;
    if (status === 405) return false;
    throw new Error(`Gitea does not merge: ${status} ${text}`);
  }

  /** Ids of the commits of the main branch, newest first. */
  async commits(repository: string): Promise<string[]> {
    const path = `/repos/${repository}/commits?sha=main`;
    const commits = commitsSchema.parse(
      JSON.parse(await this.must(200, 'GET', path)),
    );
    return commits.map(({ sha }) => sha);
  }

  private async must(
    status: number,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<string> {
    const answer = await this.send(method, path, body);
    if (answer.status === status) return answer.text;
    throw new Error(
      `Gitea answers ${method} ${path} with ${answer.status}: ${answer.text}`,
    );
  }

  private async send(method: 'GET' | 'POST', path: string, body?: object) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `token ${this.token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(milliseconds),
    });
    return { status: response.status, text: await response.text() };
  }
}
