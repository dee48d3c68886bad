import { RegistrationFile } from './RegistrationFile';

/**
 * What a patch says beside its files.
 *
 * @public
 */
export interface PatchOptions {
  /** One line. */
  subject: string;
  /** Plain text; no line of it begins with `---` or `diff`. */
  body: string;
  author: { name: string; email: string };
}

/** A file that comes new, as `git diff` writes it. */
function toDiff({ path, content, mode }: RegistrationFile): string {
  const lines = content.split('\n');
  const isEnded = lines[lines.length - 1] === '';
  if (isEnded) lines.pop();
  const head = `diff --git a/${path} b/${path}\nnew file mode ${mode ?? '100644'}\n`;
  if (lines.length === 0) return head;
  const range = lines.length === 1 ? '1' : `1,${lines.length}`;
  const added = lines.map(line => `+${line}\n`).join('');
  const end = isEnded ? '' : '\\ No newline at end of file\n';
  return `${head}--- /dev/null\n+++ b/${path}\n@@ -0,0 +${range} @@\n${added}${end}`;
}

/** Text of a header; without what parts a name from an address. */
function oneLine(text: string): string {
  return text.replace(/[\s<>]+/g, ' ').trim();
}

/**
 * New files as one message in the form of `git format-patch`. `git am --3way` makes
 * a commit of it, also where some of the files are there already with the same
 * content. It has no date: the commit gets that of its making.
 *
 * @param files - with plain paths and lines that end with `\n`
 *
 * @public
 */
export function toPatch(
  files: readonly RegistrationFile[],
  { subject, body, author }: PatchOptions,
): string {
  return [
    `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001\n`,
    `From: ${oneLine(author.name.replace(/@/g, ' '))} <${oneLine(author.email)}>\n`,
    `Subject: [PATCH] ${oneLine(subject)}\n`,
    'MIME-Version: 1.0\n',
    'Content-Type: text/plain; charset=UTF-8\n',
    'Content-Transfer-Encoding: 8bit\n',
    `\n${body}\n---\n\n`,
    ...files.map(toDiff),
  ].join('');
}
