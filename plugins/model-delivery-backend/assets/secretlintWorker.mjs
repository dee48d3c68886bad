// @ts-check
import { parentPort } from 'node:worker_threads';
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

/*
 * Runs secretlint in a thread of its own, so that a text that makes one of its
 * patterns slow can be given up. It is no TypeScript because a thread starts from
 * a file, in the sources as in the published package.
 */

// It keeps a mark of everything for as long as the thread lives.
secretLintProfiler.setEnabled(false);

// A comment in a file must not switch the scan off.
const ignored = '@secretlint/secretlint-rule-filter-comments';
const config = {
  rules: creator.rules
    .filter(rule => rule.meta.id !== ignored)
    .map(rule => ({ id: rule.meta.id, rule })),
};

async function findIn({ path, content }) {
  const { messages } = await lintSource({
    source: {
      filePath: path,
      content,
      contentType: 'text',
      ext: /\.[^./]+$/.exec(path)?.[0] ?? '',
    },
    options: { config, maskSecrets: true, noPhysicFilePath: true },
  });
  return messages.map(message => ({
    rule: `${message.ruleId.replace(/^.*secretlint-rule-/, '')}/${message.messageId}`,
    start: message.range[0],
    end: message.range[1],
  }));
}

parentPort?.on('message', async texts => {
  try {
    const found = [];
    for (const text of texts) found.push(await findIn(text));
    parentPort?.postMessage({ found });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ failure });
  }
});
