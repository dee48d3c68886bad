import { CommitOptions } from './Repositories';

const committer = 'Modelyard <delivery@modelyard.invalid>';
/** Where Git builds the commit. It is empty again before Git would write it. */
const draft = 'refs/modelyard/draft';

function quote(path: string): string {
  const escaped = path
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
  return `"${escaped}"`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function identityOf(author: string): string {
  const name = author.replace(/[<>\n]+/g, ' ');
  const mailbox = author.replace(/[^a-z0-9-]+/gi, '.');
  return `${name} <${mailbox}@modelyard.invalid>`;
}

/**
 * A commit for `git fast-import` (https://git-scm.com/docs/git-fast-import), which
 * answers with its id. No branch is left on it: whoever has its id decides where it
 * goes.
 */
export function toFastImport(options: CommitOptions): string {
  const { at, author, files, message, parent, removed } = options;
  const seconds = Math.floor(at.getTime() / 1000);
  return [
    `commit ${draft}\n`,
    'mark :1\n',
    `author ${identityOf(author)} ${seconds} +0000\n`,
    `committer ${committer} ${seconds} +0000\n`,
    data(message),
    ...(parent ? [`from ${parent}\n`] : []),
    ...removed.map(path => `D ${quote(path)}\n`),
    ...files.map(
      ({ path, content, mode = '100644' }) =>
        `M ${mode} inline ${quote(path)}\n${data(content)}`,
    ),
    '\n',
    'get-mark :1\n',
    `reset ${draft}\n\n`,
  ].join('');
}
