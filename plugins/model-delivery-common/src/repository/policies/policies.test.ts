import { inFolder, run, withTool } from '../../__fixtures__/tools';
import { YamlObject } from '../types';
import { expectedVerdicts, gatorVerdicts } from './__testUtils__/gator';
import {
  Case,
  celMessages,
  CelPolicy,
  celVerdict,
  objectAt,
  platform,
  policiesFor,
} from './__testUtils__/judges';
import { rulesOf } from './rules';

const files = policiesFor(platform);
const ids = rulesOf(platform).map(rule => rule.id);
const samples: Case[] = files
  .filter(f => f.path.startsWith('policies/samples/'))
  .map(({ path }) => {
    const name = path.replace(/^.*\/|\.yaml$/g, '');
    const breaks = name.startsWith('bad-') ? [name.slice(4)] : [];
    return { name, breaks, object: objectAt<YamlObject>(files, path) };
  });
const good = samples.filter(s => !s.breaks.length);
const bad = samples.filter(s => s.breaks.length);

describe('the samples', () => {
  it('show every rule and every kind', () => {
    expect(ids).toEqual([
      'labels',
      'annotations',
      'verdict',
      'pinned-images',
      'limits',
      'unprivileged',
      'registries',
      'licenses',
    ]);
    expect(bad.map(s => s.breaks[0])).toEqual(ids);
    expect(good.map(s => s.object.kind)).toEqual([
      'InferenceService',
      'LLMInferenceService',
      'Service',
      'Deployment',
      'Rollout',
      'Job',
      'CronJob',
      'ScaledJob',
      'CronWorkflow',
      'Pod',
    ]);
  });
});

describe.each(['kyverno', 'admission-policy'])('the CEL of %s', folder => {
  const policy = objectAt<CelPolicy>(files, `policies/${folder}/policy.yaml`);

  it('has one validation per rule', () => {
    expect(policy.spec.validations).toHaveLength(ids.length);
  });

  it.each(samples)('judges $name', ({ object, breaks }) => {
    expect(celVerdict(policy, object)).toEqual(breaks);
  });

  it('names what offends', () => {
    const messages = bad.map(({ object }) => celMessages(policy, object)[0]);
    expect(messages.map(text => text.split(': ').pop())).toEqual([
      'modelyard.io/owner',
      'modelyard.io/model-digest',
      'modelyard.io/verdict-digest',
      'main',
      'main',
      'main',
      'main',
      'modelyard.io/license',
    ]);
  });
});

const { describeTool, title } = withTool('gator');

describeTool(title, () => {
  it('verifies the suite of a repository', () => {
    const output = inFolder(files, cwd =>
      run('gator', ['verify', '-v', 'policies/gatekeeper/suite.yaml'], { cwd }),
    );
    expect(output.match(/--- PASS: good-/g)).toHaveLength(good.length);
    expect(output.match(/--- PASS: bad-/g)).toHaveLength(ids.length);
  });

  it('judges every sample, with the Rego and with the CEL of Kubernetes', () => {
    expect(samples).toHaveLength(18);
    expect(gatorVerdicts(files, samples)).toEqual(expectedVerdicts(samples));
  });
});
