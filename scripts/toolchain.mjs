// Node and Yarn of the versions this repository wants. Where the ones at hand
// are missing or too old they are installed with npm into .toolchain/.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const wantedNode = manifest.engines.node
  .split('||')
  .map(v => Number.parseInt(v, 10));
const wantedYarn = manifest.packageManager.split('@')[1];
const toolchain = join(root, '.toolchain');

/** The environment without what `npm run` adds, and with our tools first. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(?!config_registry$|config_cafile$|config_.*proxy$)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: [join(toolchain, 'node_modules/.bin'), process.env.PATH].join(
      delimiter,
    ),
    YARN_ENABLE_TELEMETRY: '0',
  };
}

function versionOf(command, env) {
  const result = spawnSync(command, ['--version'], {
    env,
    encoding: 'utf8',
    cwd: root,
  });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

function installTool(name, version, env) {
  mkdirSync(toolchain, { recursive: true });
  const file = join(toolchain, 'package.json');
  if (!existsSync(file)) writeFileSync(file, '{ "private": true }\n');
  const result = spawnSync(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--foreground-scripts',
      `${name}@${version}`,
    ],
    { cwd: toolchain, env, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (result.status !== 0)
    throw new Error(
      `npm could not install ${name}@${version}; check that it reaches its registry`,
    );
}

/** `node@24` puts its binary there; npm may have been told not to run the script that links it. */
function linkNode() {
  const bin = join(toolchain, 'node_modules/node/bin');
  if (existsSync(join(bin, 'node'))) return bin;
  const packages = join(toolchain, 'node_modules');
  const platform = readdirSync(packages).find(
    n => n.startsWith('node-') && existsSync(join(packages, n, 'bin/node')),
  );
  if (!platform)
    throw new Error(
      'The npm package `node` brought no binary for this platform; install Node 24 yourself',
    );
  return join(packages, platform, 'bin');
}

function registryOf(env) {
  const result = spawnSync('npm', ['config', 'get', 'registry'], {
    cwd: toolchain,
    env,
    encoding: 'utf8',
  });
  const registry = result.stdout?.trim().replace(/\/$/, '');
  return registry && registry !== 'undefined' ? registry : undefined;
}

/** Returns the environment in which `node` and `yarn` are the right ones. */
export function ensureToolchain(report = () => {}) {
  const env = cleanEnvironment();
  const nodeMajor = () =>
    Number.parseInt((versionOf('node', env) ?? 'v0').slice(1), 10);
  if (!wantedNode.includes(nodeMajor())) {
    const latest = Math.max(...wantedNode);
    const bin = join(toolchain, 'node_modules');
    if (!existsSync(join(bin, 'node'))) {
      report(`installing Node ${latest}`);
      installTool('node', latest, env);
    }
    env.PATH = [linkNode(), env.PATH].join(delimiter);
    if (!wantedNode.includes(nodeMajor()))
      throw new Error(
        `Node ${manifest.engines.node} is needed, found ${versionOf('node', env)}`,
      );
  }
  if (versionOf('yarn', env) !== wantedYarn) {
    report(`installing Yarn ${wantedYarn}`);
    installTool('@yarnpkg/cli-dist', wantedYarn, env);
  }
  if (!env.YARN_NPM_REGISTRY_SERVER) {
    mkdirSync(toolchain, { recursive: true });
    const registry = registryOf(env);
    if (registry) env.YARN_NPM_REGISTRY_SERVER = registry;
  }
  return env;
}

/** What decides whether `yarn install` has anything to do. */
function manifestDigest() {
  const hash = createHash('sha256');
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins'])
    for (const name of readdirSync(join(root, folder)).sort())
      files.push(join(folder, name, 'package.json'));
  for (const file of files)
    if (existsSync(join(root, file)))
      hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Installs the dependencies when lock file or manifests changed since the last time. */
export async function ensureInstalled(env, report = () => {}) {
  const stamp = join(root, 'node_modules/.modelyard-install');
  const digest = manifestDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  report('installing packages, about four minutes the first time');
  mkdirSync(toolchain, { recursive: true });
  const log = [];
  const code = await new Promise((done, fail) => {
    const child = spawn('yarn', ['install', '--immutable'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const read = chunk => {
      log.push(chunk);
      const step = /┌ (.+ step)/.exec(String(chunk));
      if (step) report(`installing packages: ${step[1].toLowerCase()}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', fail);
    child.on('close', done);
  });
  if (code !== 0)
    throw new Error(
      `yarn install failed:\n${log.join('').split('\n').slice(-25).join('\n')}`,
    );
  writeFileSync(stamp, digest);
}
