import { z } from 'zod';
import { until } from '../tools/until';

const milliseconds = 60_000;
const secondsPerTask = 120;

const identitySchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});
const scorecardSchema = z.object({ gate: z.object({ state: z.string() }) });
const planSchema = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      content: z.string(),
      mode: z.enum(['100644', '100755']).optional(),
    }),
  ),
  changes: z.array(z.object({ path: z.string() })),
});
const taskSchema = z.object({
  status: z.string(),
  steps: z
    .array(z.object({ id: z.string(), status: z.string().optional() }))
    .optional(),
});
const eventsSchema = z.array(
  z.object({
    type: z.string(),
    body: z.object({
      message: z.string(),
      stepId: z.string().optional(),
      output: z.object({ cloneUrl: z.string() }).optional(),
    }),
  }),
);
const serviceSchema = z.object({
  cloneUrl: z.string(),
  environments: z.array(
    z.object({ name: z.string(), declared: z.object({ commit: z.string() }) }),
  ),
});

/** What a run of a template did. */
export interface TemplateRun {
  cloneUrl: string;
  /** Ids of the steps that did something. */
  steps: string[];
}

/** The requests to the portal that the referee needs. */
export class PortalApi {
  static create(url: string, token: string): PortalApi {
    return new PortalApi(url, token);
  }

  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Whether the templates, the example model and its evidence are there. */
  async isLoaded(): Promise<boolean> {
    const entities = [
      'template/default/inference-service',
      'group/default/risk-ml',
      'model/default/credit-risk',
    ].map(entity => `/api/catalog/entities/by-name/${entity}`);
    for (const path of entities)
      if ((await this.read(path)) === undefined) return false;
    const scorecard = scorecardSchema.safeParse(
      await this.read(
        '/api/model-scorecard/models/default/credit-risk/versions/7/scorecard?environment=prod',
      ),
    );
    return scorecard.data?.gate.state === 'open';
  }

  /** What the portal's own token reads; undefined when there is nothing yet. */
  private async read(path: string): Promise<unknown> {
    try {
      const response = await this.fetch('GET', path, this.token);
      return response.ok ? await response.json() : undefined;
    } catch {
      return undefined;
    }
  }

  /** What delivery would write. */
  async plan(service: object) {
    const path = '/api/model-delivery/plans?mode=write';
    return planSchema.parse(await this.must('POST', path, service));
  }

  /** Runs a template as a data scientist would, to its end. */
  async runTemplate(name: string, values: object): Promise<TemplateRun> {
    const created = await this.must('POST', '/api/scaffolder/v2/tasks', {
      templateRef: `template:default/${name}`,
      values,
    });
    const { id } = z.object({ id: z.string() }).parse(created);
    const path = `/api/scaffolder/v2/tasks/${id}`;
    const status = await until('the task', secondsPerTask, async () => {
      const task = taskSchema.parse(await this.must('GET', path));
      const isOver = !['open', 'processing'].includes(task.status);
      return isOver ? task.status : undefined;
    });
    const events = eventsSchema.parse(await this.must('GET', `${path}/events`));
    const output = events.at(-1)?.body.output;
    if (status !== 'completed' || !output)
      throw new Error(
        `${name} ended as ${status}:\n${events.map(({ body }) => body.message).join('\n')}`,
      );
    const steps = events
      .filter(({ body }) => body.message.startsWith('Finished step'))
      .flatMap(({ body }) => body.stepId ?? []);
    return { cloneUrl: output.cloneUrl, steps };
  }

  /** Reads every repository again, and tells what is declared of a service. */
  async readService(name: string) {
    await this.must(
      'POST',
      '/api/model-delivery/reindex',
      {},
      'platform-engineer',
    );
    const path = `/api/model-delivery/services/${name}`;
    return serviceSchema.parse(await this.must('GET', path));
  }

  private async must(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    persona = 'data-scientist',
  ): Promise<unknown> {
    const token = await this.tokenOf(persona);
    const response = await this.fetch(method, path, token, body);
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    throw new Error(
      `The portal answers ${method} ${path} with ${response.status}: ${text}`,
    );
  }

  private async tokenOf(persona: string): Promise<string> {
    const response = await fetch(
      `${this.url}/api/auth/personas/refresh?user=${persona}`,
      { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    const { backstageIdentity } = identitySchema.parse(await response.json());
    return backstageIdentity.token;
  }

  private fetch(method: string, path: string, token: string, body?: object) {
    return fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(milliseconds),
    });
  }
}
