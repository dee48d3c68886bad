import { Readable, Writable } from 'node:stream';

/** One branch or tag that a push would move. */
export type RefUpdate = {
  ref: string;
  /** Undefined when it is new. */
  before?: string;
  /** Undefined when it goes away. */
  after?: string;
};

/**
 * A push that Git has received and not yet accepted.
 */
export interface ReceivedPush {
  repository: string;
  updates: RefUpdate[];
  /** Where Git finds the objects that came with it. */
  env: Record<string, string>;
}

/**
 * What becomes of a push.
 */
export interface PushVerdict {
  accepted: boolean;
  /** Shown by the Git client, a line each. */
  lines: string[];
  /** Why it could not be checked; not for the client. */
  error?: unknown;
}

/** A push that was decided on. */
export interface CheckedPush {
  push: ReceivedPush;
  verdict: PushVerdict;
}

/** Decides on pushes; it must come to an end by itself. */
export type PushInspector = (push: ReceivedPush) => Promise<PushVerdict>;

const maxBytes = 1024 * 1024;

function objectName(text: string): string | undefined {
  return /^0+$/.test(text) ? undefined : text;
}

function parsePush(repository: string, text: string): ReceivedPush {
  const [objects, alternates, ...lines] = text.split('\n');
  const updates = lines
    .filter(line => line.includes(' '))
    .map(line => {
      const [before, after, ...ref] = line.split(' ');
      return {
        ref: ref.join(' '),
        before: objectName(before),
        after: objectName(after),
      };
    });
  return {
    repository,
    updates,
    env: {
      GIT_OBJECT_DIRECTORY: objects,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates,
      GIT_QUARANTINE_PATH: objects,
    },
  };
}

/** What the hook says, up to the line with a dot; undefined when it never ran. */
async function readQuestion(input: Readable): Promise<string | undefined> {
  let text = '';
  try {
    for await (const chunk of input) {
      text += chunk;
      if (text.endsWith('\n.\n')) return text.slice(0, -2);
      if (text.length > maxBytes) break;
    }
  } catch {
    // Git was stopped before the hook had its say.
  }
  return undefined;
}

/** A push that can't be checked is not accepted. */
function failed(error: unknown): PushVerdict {
  return {
    accepted: false,
    lines: ["This push can't be checked now; push again"],
    error,
  };
}

/**
 * Talks with the hook of one push: waits for its question, answers it.
 *
 * @returns the push and its verdict; undefined when Git asked nothing
 */
export async function answerPush(
  repository: string,
  pipes: { question: Readable; answer: Writable },
  inspect: PushInspector,
): Promise<CheckedPush | undefined> {
  pipes.answer.on('error', () => {});
  try {
    const text = await readQuestion(pipes.question);
    if (text === undefined) return undefined;
    const push = parsePush(repository, text);
    const verdict = await inspect(push).catch(failed);
    const lines = verdict.lines.map(line => `:${line}`);
    pipes.answer.write(
      `${[...lines, verdict.accepted ? 'accept' : 'refuse'].join('\n')}\n`,
    );
    return { push, verdict };
  } finally {
    pipes.answer.end();
  }
}
