// Starts the portal: tools, packages, backend and app.
//
//   npm start                          with the defaults of app-config.yaml
//   npm start -- --config my.yaml      with a configuration file after them
//   npm start -- --fresh               after removing all stored state
//   npm start -- --verbose             with the logs of both on the screen
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { Processes } from './processes.mjs';
import { ensureInstalled, ensureToolchain, root } from './toolchain.mjs';

const started = Date.now();
const say = text => process.stdout.write(`${text}\n`);
const report = text =>
  say(`  … ${text} (${Math.round((Date.now() - started) / 1000)} s)`);

function readArguments(argv) {
  const own = { fresh: false, verbose: false };
  const rest = [];
  for (let i = 0; i < argv.length; i += 1) {
    if (argv[i] === '--fresh') own.fresh = true;
    else if (argv[i] === '--verbose') own.verbose = true;
    else if (argv[i] === '--config' && argv[i + 1]) {
      i += 1;
      rest.push(
        '--config',
        resolve(process.env.INIT_CWD ?? process.cwd(), argv[i]),
      );
    } else rest.push(argv[i]);
  }
  return {
    ...own,
    config: ['--config', join(root, 'app-config.yaml'), ...rest],
  };
}

function isTaken({ host, port }) {
  return new Promise(done => {
    const socket = connect({
      host: host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host,
      port,
    });
    socket.on('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}

async function assertFree(settings) {
  for (const part of ['backend', 'app']) {
    const { listen } = settings[part];
    if (await isTaken(listen))
      throw new Error(
        `Port ${listen.port} is in use, and the ${part} needs it. Stop what uses it, or set ${part}.listen.port and ${part}.baseUrl in a file for --config.`,
      );
  }
}

async function untilOk(url, processes) {
  for (;;) {
    if (processes.stopping) return;
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(60_000),
      });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not there yet.
    }
    await new Promise(done => setTimeout(done, 500));
  }
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  say('Modelyard');
  const env = {
    ...ensureToolchain(report),
    NODE_ENV: process.env.NODE_ENV ?? 'development',
  };
  await ensureInstalled(env, report);
  report('reading the configuration');
  const settings = JSON.parse(
    execFileSync(
      'node',
      [join(root, 'scripts/settings.mjs'), ...options.config],
      {
        cwd: root,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    ),
  );
  await assertFree(settings);
  if (options.fresh)
    for (const directory of settings.directories)
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });

  const processes = new Processes({
    logs: join(root, '.modelyard/logs'),
    verbose: options.verbose,
    name: String(settings.backend.listen.port),
  });
  processes.stopOnSignals();
  report(`starting the backend; logs in ${processes.logFile('backend')}`);
  processes.start(
    'backend',
    'node',
    [
      '--no-node-snapshot',
      '--require',
      join(root, 'node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
      join(root, 'packages/backend/src/index.ts'),
      ...options.config,
    ],
    { cwd: root, env },
  );
  report(`starting the app; logs in ${processes.logFile('app')}`);
  processes.start(
    'app',
    'node',
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      ...options.config,
    ],
    { cwd: join(root, 'packages/app'), env: { ...env, BROWSER: 'none' } },
  );
  const appUrl = `http://${settings.app.listen.host}:${settings.app.listen.port}`;
  await Promise.all([
    untilOk(
      `${settings.backend.url}/.backstage/health/v1/readiness`,
      processes,
    ).then(() => processes.stopping || report('the backend is ready')),
    untilOk(appUrl, processes).then(
      () => processes.stopping || report('the app is ready'),
    ),
  ]);
  if (!processes.stopping)
    say(
      `\nOpen ${settings.app.url} and sign in as ${settings.personas.join(', ')}. Ctrl-C stops everything.`,
    );
}

main().catch(error => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
