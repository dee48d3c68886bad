import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { builtInConnectors } from '../connectors/builtInConnectors';
import { readSourceConfigs } from './readSourceConfigs';

const factories = new Map(Object.entries(builtInConnectors));
const mlflow = { type: 'mlflow', baseUrl: 'https://mlflow.example.com' };
const git = { type: 'git', target: './models' };
const remote = { type: 'git', target: 'https://git.example.com/a/b.git' };
const hub = { type: 'huggingface', organization: 'acme' };
const oci = { type: 'oci', baseUrl: 'https://oci.example.com', catalog: true };
const kubeflow = { type: 'kubeflow', baseUrl: 'https://kf.example.com' };

const start = (source: JsonObject) =>
  readSourceConfigs(
    new ConfigReader({ modelCatalog: { sources: [{ id: 'a', ...source }] } }),
    factories,
  );
const timeout = { minutes: 4 };
const frequency = { minutes: 5 };
const group = 'group:default/risk-ml';
const key = 'modelCatalog.sources[0]';

describe('configuration of a source', () => {
  it.each([mlflow, git, remote, hub, oci, kubeflow])(
    'is accepted with every common key, %j',
    source => {
      const [{ intake, schedule }] = start({
        ...source,
        schedule: { frequency: { cron: '*/5 * * * *' }, timeout },
        include: ['risk-*'],
        exclude: ['*-old'],
        tags: ['team'],
        owner: { default: group, rules: [{ match: { tag: 'team' }, group }] },
        removals: { limit: 0.5 },
      });
      expect(intake.accepts('risk-a')).toBe(true);
      expect(schedule).toMatchObject({ timeout });
    },
  );

  it.each([
    ['frequency', { schedule: { frequency: 'often', timeout } }, 'schedule'],
    ['timeout', { schedule: { frequency } }, 'schedule.timeout'],
    ['schedule', { schedule: 'daily' }, 'schedule'],
    [
      'frequency of nothing',
      { schedule: { frequency: { minutes: 0 }, timeout } },
      'schedule.frequency is not longer than nothing',
    ],
    [
      'timeout below nothing',
      { schedule: { frequency, timeout: { minutes: -1 } } },
      'schedule.timeout is not longer than nothing',
    ],
    [
      'cron expression',
      { schedule: { frequency: { cron: 'at noon' }, timeout } },
      'schedule.frequency.cron: "at noon" is no cron expression',
    ],
    ['include', { include: 'risk-*' }, 'include'],
    ['include', { include: [' '] }, 'include[0] is empty'],
    ['exclude', { exclude: ['a', ' '] }, 'exclude[1] is empty'],
    ['exclude', { exclude: [7] }, 'exclude[0]'],
    ['tags', { tags: 'team' }, 'tags'],
    ['tags', { tags: [' '] }, 'tags[0] is empty'],
    ['owner', { owner: group }, 'owner'],
    ['owner', { owner: { default: 'a b' } }, 'owner.default: "a b"'],
    ['owner', { owner: { rules: [{ group }] } }, 'owner.rules[0].match'],
    [
      'owner',
      { owner: { rules: [{ match: { name: 'a' } }] } },
      'owner.rules[0].group',
    ],
    [
      'owner',
      { owner: { rules: [{ match: {}, group }] } },
      'owner.rules[0].match: write one of tag, name and path',
    ],
    [
      'owner',
      { owner: { rules: [{ match: { tag: 'a', name: 'b' }, group }] } },
      'owner.rules[0].match: write one of tag, name and path',
    ],
    [
      'owner',
      { owner: { rules: [{ match: { path: 'a/**', value: 'b' }, group }] } },
      'owner.rules[0].match.value is the pattern of a tag',
    ],
    ['removals', { removals: { limit: 30 } }, 'removals.limit: 30'],
    ['concurrency', { concurrency: 0 }, 'concurrency: 0 is out of range'],
    ['concurrency', { concurrency: 2.5 }, 'concurrency: 2.5 is out of range'],
    ['concurrency', { concurrency: 'four' }, 'concurrency'],
    [
      'limits',
      { limits: { attempts: 11 } },
      'limits.attempts: 11 is out of range',
    ],
    [
      'limits',
      { limits: { answerBytes: -1 } },
      'limits.answerBytes: -1 is out of range',
    ],
    [
      'limits',
      { limits: { requestTimeout: 'soon' } },
      'limits.requestTimeout is not a duration',
    ],
    [
      'limits',
      { limits: { requestTimeout: { seconds: 0 } } },
      'limits.requestTimeout is not longer than nothing',
    ],
    ['baseUrl', { baseUrl: 'mlflow' }, 'baseUrl: "mlflow" is not an address'],
    ['baseUrl', { baseUrl: 'ftp://a' }, 'baseUrl: "ftp://a" is not an address'],
    ['baseUrl', { baseUrl: 'https://me:pw@a' }, 'baseUrl carries a user'],
    ['baseUrl', { baseUrl: 7 }, 'baseUrl'],
    [
      'uiUrl',
      { uiUrl: 'javascript:alert(1)' },
      'uiUrl: "javascript:alert(1)" is not an address',
    ],
    [
      'allowedAddresses',
      { allowedAddresses: ['metadata'] },
      'allowedAddresses: "metadata" is not a range',
    ],
    ['pageSize', { pageSize: { models: 0 } }, 'pageSize.models: 0'],
    ['webhookSecret', { webhookSecret: '' }, 'webhookSecret'],
  ])('stops the plugin with the key named: %s in %j', (_key, wrong, says) => {
    expect(() => start({ ...mlflow, ...wrong })).toThrow(`${key}.${says}`);
  });

  it.each([
    ['soon', 'recheckTags is not a duration'],
    [{ hours: -1 }, 'recheckTags is negative'],
  ])('refuses to believe tags for %j', (recheckTags, says) => {
    expect(() => start({ ...oci, recheckTags })).toThrow(`${key}.${says}`);
  });

  it.each([
    [{ type: 'mlflow' }, 'baseUrl'],
    [{ type: 'kubeflow' }, 'baseUrl is missing'],
    [{ type: 'oci', catalog: true }, 'baseUrl is missing'],
    [{ type: 'git' }, 'target'],
    [{ type: 'huggingface' }, 'models'],
    [{ type: 'oci', baseUrl: 'https://a.example.com' }, 'repositories'],
  ])('names the key that its type needs, %j', (source, says) => {
    expect(() => start(source)).toThrow(`${key}.${says}`);
  });

  it.each([
    [git, { concurrency: 2 }, 'concurrency has no effect here'],
    [git, { limits: { attempts: 2 } }, 'limits has no effect here'],
    [remote, { concurrency: 2 }, 'concurrency has no effect here'],
    [remote, { limits: { answerBytes: 10 } }, 'limits has no effect here'],
    [git, { baseUrl: 'https://a.example.com' }, 'baseUrl has no effect here'],
    [git, { ref: 'main' }, 'ref has no effect here: the target is a folder'],
    [git, { path: 'models' }, 'path has no effect here'],
    [git, { auth: { type: 'bearer', token: 'x' } }, 'auth has no effect here'],
  ])('refuses what Git would ignore, %j with %j', (source, more, says) => {
    expect(() => start({ ...source, ...more })).toThrow(`${key}.${says}`);
  });
});
