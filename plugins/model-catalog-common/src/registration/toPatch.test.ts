import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registration } from '../__testUtils__/registrations';
import { inFolder, run, withTool } from '../__testUtils__/tools';
import { planRegistration } from './planRegistration';
import { RegistrationFile } from './RegistrationFile';
import { toPatch } from './toPatch';

const author = {
  name: 'user:default/data-scientist',
  email: 'data-scientist@modelyard.invalid',
};
const options = {
  subject: 'Register the model credit-risk',
  body: 'It comes with the checks of a change.',
  author,
};
const git = withTool('git');

/** Runs the body in a repository with one commit. */
function inRepository(
  files: RegistrationFile[],
  body: (cwd: string, git: (...args: string[]) => string) => void,
) {
  inFolder([{ path: 'README.md', content: '# Models\n' }, ...files], cwd => {
    const call = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Me', '-c', 'user.email=me@example.com', ...args],
        { cwd, encoding: 'utf8', stdio: 'pipe' },
      );
    call('init', '-q', '-b', 'main');
    call('add', '.');
    call('commit', '-qm', 'first');
    body(cwd, call);
  });
}

function apply(
  cwd: string,
  call: (...args: string[]) => string,
  patch: string,
) {
  const file = join(cwd, '.git', 'change.patch');
  writeFileSync(file, patch);
  call('am', '--3way', file);
}

git.describeTool(`toPatch ${git.title}`, () => {
  const { files } = planRegistration(registration());

  it('is taken by git am, with every file as it was planned', () => {
    inRepository([], (cwd, call) => {
      apply(cwd, call, toPatch(files, options));
      expect(call('log', '-1', '--format=%an|%ae|%s|%b').trim()).toBe(
        `${author.name}|${author.email}|${options.subject}|${options.body}`,
      );
      const paths = call('show', '--format=', '--name-only').trim().split('\n');
      expect(paths).toEqual(files.map(({ path }) => path).sort());
      for (const { path, content, mode } of files) {
        expect(readFileSync(join(cwd, path), 'utf8')).toBe(content);
        const isProgram = (statSync(join(cwd, path)).mode & 0o100) !== 0;
        expect(isProgram).toBe(mode !== undefined);
      }
      expect(call('status', '--porcelain')).toBe('');
      expect(run(cwd, join(cwd, 'ci/models/files.sh')).passed).toBe(true);
    });
  });

  it('is taken for a second model, beside checks that are there', () => {
    inRepository(files, (cwd, call) => {
      const other = planRegistration(registration({ name: 'churn' })).files;
      apply(cwd, call, toPatch(other, options));
      const added = call('show', '--format=', '--name-only').trim().split('\n');
      expect(added).toEqual([
        'models/churn/bounds.yaml',
        'models/churn/cards/1.md',
        'models/churn/model.yaml',
      ]);
    });
  });

  it.each([
    [
      'lines that a patch begins with',
      'diff --git a/x b/x\n--- a\n+++ b\n@@ -1 +1 @@\n',
    ],
    [
      'lines that a message begins with',
      'From a Mon Sep 17 00:00:00 2001\nSubject: x\n',
    ],
    ['what ends a message', '-- \n2.39\n---\n-- >8 --\n'],
    ['no end of its last line', 'a\nb'],
    ['blanks at ends', 'a  \n\t\n\n\n'],
    ['other scripts', 'Größe 模型 🧪\n'],
    ['nothing', ''],
    ['one line', 'a\n'],
  ])('keeps %s', (_title, content) => {
    inRepository([], (cwd, call) => {
      const odd = [
        { path: 'a/odd.txt', content },
        { path: 'b/next.txt', content: 'next\n' },
      ];
      apply(cwd, call, toPatch(odd, options));
      for (const file of odd)
        expect(readFileSync(join(cwd, file.path), 'utf8')).toBe(file.content);
    });
  });

  it('lets no author or subject write a header', () => {
    inRepository([], (cwd, call) => {
      const patch = toPatch(files, {
        ...options,
        subject: 'a\nFrom: x <x@y>',
        author: { name: 'a <b@c>\nDate: now', email: 'd>\nX: y' },
      });
      apply(cwd, call, patch);
      expect(call('log', '-1', '--format=%an|%ae|%s').trim()).toBe(
        'a b c Date: now|d X: y|a From: x x@y',
      );
    });
  });
});
