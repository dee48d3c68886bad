import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { context, service } from '../../../__fixtures__/service';
import { inFolder, toolPath, withTool } from '../../../__fixtures__/tools';
import { ServiceInput } from '../../../input/serviceInputSchema';
import { plan } from '../../../plan/plan';
import { PlanFile } from '../../../plan/types';
import { customResources } from './customResources';

const image = `registry.example.com/team/model:1.0@sha256:${'c'.repeat(64)}`;

/** A program that notes its arguments, and may write and fail. */
function standIn(name: string, body = ''): PlanFile {
  return {
    path: `ci-output/bin/${name}`,
    content: `#!/bin/sh\nprintf '%s' '${name}' >>calls.txt\nprintf '|%s' "$@" >>calls.txt\necho >>calls.txt\n${body}`,
    mode: '100755',
  };
}

/** A repository to run scripts in. */
function inRepository<T>(
  changes: Partial<ServiceInput>,
  body: (tools: {
    script(name: string): string;
    failure(name: string): string;
    read(path: string): string;
    write(path: string, change: (content: string) => string): void;
    has(path: string): boolean;
  }) => T,
  programs: PlanFile[] = [],
): T {
  const { files } = plan(service(changes), context());
  return inFolder([...files, ...programs], cwd => {
    const script = (name: string) =>
      execFileSync(join(cwd, 'ci', `${name}.sh`), {
        cwd,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { PATH: toolPath, HOME: cwd },
      });
    const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
    return body({
      script,
      read,
      failure: name => {
        try {
          script(name);
        } catch (error) {
          const { stdout, stderr } = error as {
            stdout: string;
            stderr: string;
          };
          return stdout + stderr;
        }
        throw new Error(`ci/${name}.sh passes`);
      },
      write: (path, change) =>
        writeFileSync(join(cwd, path), change(read(path))),
      has: path => existsSync(join(cwd, path)),
    });
  });
}

const build = withTool('kustomize', 'yq');

build.describeTool(`ci/build.sh ${build.title}`, () => {
  it('renders every overlay and lists what each brings', () => {
    inRepository({}, ({ script, read }) => {
      expect(script('build')).toBe(
        'ci-output/rendered/dev.yaml\nci-output/rendered/prod.yaml\n',
      );
      expect(read('ci-output/releases.tsv')).toBe(
        ['dev', 'prod']
          .map(
            name =>
              `${name}\tmodel:default/credit-risk\t7\tci-output/rendered/${name}.yaml\n`,
          )
          .join(''),
      );
    });
  });

  it('fails where an overlay lost what it sets', () => {
    inRepository({}, ({ failure, write }) => {
      write('overlays/dev/kustomization.yaml', content =>
        content.replace(/^patches:[^]*/m, ''),
      );
      expect(failure('build')).toContain('pins no digest of a model');
    });
  });
});

const policies = withTool('kustomize', 'yq', 'gator');

policies.describeTool(`ci/policies.sh ${policies.title}`, () => {
  it('passes what was planned, and counts', () => {
    inRepository({}, ({ script }) => {
      script('build');
      expect(script('policies')).toMatch(/[1-9]\d* cases and 2 overlays\n$/);
    });
  });

  it('fails a workload without its label', () => {
    inRepository({}, ({ script, failure, write }) => {
      script('build');
      write('ci-output/rendered/dev.yaml', content =>
        content.replace(/^ *responsible-ai-compliance: .*\n/gm, ''),
      );
      expect(failure('policies')).toContain('dev.yaml breaks a policy');
    });
  });

  it('fails where a policy does not do what its sample says', () => {
    inRepository({}, ({ script, failure, write }) => {
      script('build');
      write('policies/gatekeeper/suite.yaml', content =>
        content.replace(/violations: .+/g, 'violations: 7'),
      );
      expect(failure('policies')).toMatch(/FAIL/);
    });
  });

  it('fails where it has looked at nothing', () => {
    inRepository({}, ({ script, failure, write }) => {
      expect(failure('policies')).toContain('nothing is rendered');
      script('build');
      write(
        'ci-output/rendered/dev.yaml',
        () => 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n',
      );
      expect(failure('policies')).toContain('no policy looks at anything');
      write('policies/gatekeeper/suite.yaml', content =>
        content.replace(/^tests:[^]*/m, 'tests: []\n'),
      );
      expect(failure('policies')).toContain('tests no policy');
    });
  });
});

const schemas = withTool('kustomize', 'yq', 'kubectl-validate');

schemas.describeTool(`ci/schemas.sh ${schemas.title}`, () => {
  it('knows the definitions it needs by commit and sum', () => {
    for (const { commit, sha256 } of customResources) {
      expect(commit).toMatch(/^[0-9a-f]{40}$/);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('refuses a definition that is not the one it was', () => {
    const curl = standIn(
      'curl',
      'while [ "$1" != -o ]; do shift; done\necho changed >"$2"\n',
    );
    inRepository(
      {},
      ({ script, failure, read }) => {
        script('build');
        expect(failure('schemas')).toContain('FAILED');
        expect(read('calls.txt')).toContain(
          'https://raw.githubusercontent.com/kserve/kserve/1fb781055dd1567164358233e1125142ca6ef1fe/config/crd/full/serving.kserve.io_inferenceservices.yaml',
        );
      },
      [curl],
    );
  });

  it('fails an unknown field, and a kind without a definition', () => {
    const object = (kind: string, more: string) =>
      `apiVersion: ${kind}\nmetadata: { name: a }\n${more}`;
    inRepository({}, ({ script, failure, write, has }) => {
      script('build');
      const only = (content: string) => {
        for (const name of ['dev', 'prod']) {
          write(`ci-output/rendered/${name}.yaml`, () => content);
        }
      };
      only(object('v1\nkind: ConfigMap', 'data: { a: b }\n'));
      script('schemas');
      only(object('v1\nkind: ConfigMap', 'dta: { a: b }\n'));
      expect(failure('schemas')).toContain('dta');
      only(object('example.com/v1\nkind: Thing', ''));
      expect(failure('schemas')).toContain('example.com');
      expect(has('ci-output/crds')).toBe(true);
    });
  });
});

const scan = withTool('kustomize', 'yq');

scan.describeTool(
  `ci/scan.sh, ci/evidence.sh and ci/gate.sh ${scan.title}`,
  () => {
    const trivy = standIn('trivy');
    const modelyard = standIn('modelyard');

    it('scan each pinned image once and hand it in for the version', () => {
      inRepository(
        { image },
        ({ script, read }) => {
          script('build');
          script('scan');
          script('evidence');
          const calls = read('calls.txt').split('\n').slice(0, -1);
          expect(calls).toEqual([
            `trivy|image|--quiet|--format|json|--list-all-pkgs|--output|ci-output/reports/image-1.json|${image}`,
            'trivy|convert|--format|table|--severity|HIGH,CRITICAL|ci-output/reports/image-1.json',
            'trivy|config|--quiet|--format|json|--output|ci-output/reports/config-rendered.json|ci-output/rendered',
            'trivy|convert|--format|table|--severity|CRITICAL|--exit-code|1|ci-output/reports/config-rendered.json',
            'modelyard|evidence|push|ci-output/reports/image-1.json|--model=model:default/credit-risk|--model-version=7',
          ]);
        },
        [trivy, modelyard],
      );
    });

    it('hand nothing in where no image is named', () => {
      inRepository(
        {},
        ({ script, failure, read }) => {
          script('build');
          expect(failure('evidence')).toContain('nothing is scanned');
          script('scan');
          expect(script('evidence')).toContain('No image is pinned');
          expect(read('calls.txt')).not.toContain('modelyard');
        },
        [trivy, modelyard],
      );
    });

    it('ask every gate, and fail when one is closed', () => {
      const closed = standIn(
        'modelyard',
        'case "$*" in *--env=dev*) exit 3 ;; esac\n',
      );
      inRepository(
        {},
        ({ script, failure, read }) => {
          script('build');
          expect(failure('gate')).toContain('1 gates are not open');
          const call = (name: string) =>
            `modelyard|gate|--env=${name}|--sarif=ci-output/reports/gate-${name}.sarif|--markdown=ci-output/reports/gate.md|--|model:default/credit-risk|7\n`;
          expect(read('calls.txt')).toBe(call('dev') + call('prod'));
        },
        [closed],
      );
    });

    it('take what they read for text, not for code', () => {
      const version = '-$(touch hacked)`touch hacked`;touch hacked*"\'';
      inRepository(
        {},
        ({ script, read, write, has }) => {
          script('build');
          write('ci-output/releases.tsv', content =>
            content.split('\t7\t').join(`\t${version}\t`),
          );
          script('gate');
          expect(read('calls.txt')).toContain(`|${version}\n`);
          expect(has('hacked')).toBe(false);
        },
        [modelyard],
      );
    });

    it('do nothing before there is something to do it with', () => {
      inRepository({}, ({ failure }) => {
        expect(failure('gate')).toContain('run ci/build.sh');
        expect(failure('evidence')).toContain('run ci/scan.sh');
      });
    });
  },
);
