import fc from 'fast-check';
import { context, service } from '../../__fixtures__/service';
import { inFolder, run, withTool } from '../../__fixtures__/tools';
import { variants } from '../../__fixtures__/variants';
import { ServiceInput } from '../../input/serviceInputSchema';
import { selectEnvironments } from '../../plan/selectEnvironments';
import { PlanFile } from '../../plan/types';
import { serialize } from '../serialize';
import { RepositoryModel } from '../types';
import { quote, renderValues } from './hcl';
import { terraformFiles } from './terraform';

const clouds = ['aws', 'gcp'] as const;
type Cloud = (typeof clouds)[number];

const digest = `sha256:${'c'.repeat(64)}`;

function planned(
  changes: Partial<ServiceInput>,
  storageUri = 's3://models/credit-risk/7',
): PlanFile[] {
  const given = context();
  if (!given.model) throw new Error('the fixture has no model');
  const input = service(changes);
  const repository: RepositoryModel = {
    input,
    context: given,
    model: given.model,
    storage: {
      storageUri,
      modelFormat: 'sklearn',
      sizeBytes: 4096,
      loadSeconds: 60,
    },
    selection: selectEnvironments(input, given, 'preview'),
  };
  return terraformFiles(repository).map(serialize);
}

const of = (cloud: Cloud, changes: Partial<ServiceInput> = {}, uri?: string) =>
  planned({ terraform: { cloud }, ...changes }, uri);
const text = (files: readonly PlanFile[], path: string) =>
  files.find(f => f.path === `terraform/${path}`)?.content ?? '';

describe('terraform', () => {
  it('is there only for a cloud', () => {
    expect(planned({})).toEqual([]);
    expect(of('aws').map(({ path }) => path)).toEqual([
      'terraform/versions.tf',
      'terraform/variables.tf',
      'terraform/main.tf',
      'terraform/outputs.tf',
      'terraform/environments/dev.tfvars',
      'terraform/environments/prod.tfvars',
    ]);
  });

  it.each(clouds)(
    'of %s uses what it declares, and declares what it uses',
    cloud => {
      const files = of(cloud);
      const code = files
        .filter(({ path }) => path.endsWith('.tf'))
        .map(({ content }) => content)
        .join('\n');
      const all = (pattern: RegExp) =>
        [...new Set([...code.matchAll(pattern)].map(found => found[1]))].sort();
      const declared = all(/^variable "(\w+)"/gm);
      expect(declared.length).toBeGreaterThan(8);
      expect(all(/\bvar\.(\w+)/g)).toEqual(declared);
      const resources = all(/^resource ("\w+" "\w+")/gm).map(name =>
        name.replace(/"/g, '').replace(' ', '.'),
      );
      const used = all(/\b((?:aws|google|kubernetes)_\w+\.\w+)/g);
      const data = all(/^data ("\w+" "\w+")/gm).map(name =>
        name.replace(/"/g, '').replace(' ', '.'),
      );
      expect([...resources, ...data]).toEqual(expect.arrayContaining(used));
      const locals = all(/\blocal\.(\w+)/g);
      expect(locals.length).toBeGreaterThan(0);
      for (const name of locals) {
        expect(code).toMatch(new RegExp(`^  ${name} += `, 'm'));
      }
      for (const line of text(files, 'environments/dev.tfvars').split('\n')) {
        const given = /^(\w+) +=/.exec(line)?.[1];
        if (given) expect(declared).toContain(given);
      }
    },
  );

  it('pins every provider', () => {
    for (const cloud of clouds) {
      const versions = text(of(cloud), 'versions.tf');
      expect(versions.match(/version += "\d+\.\d+\.\d+"/g)).toHaveLength(2);
      expect(versions).toContain(`backend "${cloud === 'aws' ? 's3' : 'gcs'}"`);
    }
  });

  it('knows what follows from the input', () => {
    const aws = of('aws', {
      image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/model:1@${digest}`,
    });
    expect(text(aws, 'environments/prod.tfvars')).toBe(
      `# The platform's own values come from a file beside this: region, cluster_name, log_bucket.
# terraform plan -var-file=platform.tfvars -var-file=environments/prod.tfvars
service        = "credit-risk-api"
environment    = "prod"
namespace      = "ml-prod"
writes_results = false
model_buckets = [
  "models",
]
image_repositories = [
  "arn:aws:ecr:eu-west-1:123456789012:repository/team/model",
]
labels = {
  "modelyard.io/model"       = "credit-risk"
  "modelyard.io/service"     = "credit-risk-api"
  "modelyard.io/environment" = "prod"
  "modelyard.io/owner"       = "risk-ml"
  "modelyard.io/cost-center" = "cc-42"
  "modelyard.io/tenant"      = "acme"
}
`,
    );
    const gcp = of(
      'gcp',
      {
        image: `europe-west4-docker.pkg.dev/acme-ml/images/model@${digest}`,
        costCenter: 'cc.42',
      },
      'gs://acme-models/credit-risk/7',
    );
    const values = text(gcp, 'environments/prod.tfvars');
    expect(values).toContain('"acme-models"');
    expect(values).toContain(
      '"projects/acme-ml/locations/europe-west4/repositories/images"',
    );
    expect(values).toMatch(/modelyard_io_cost_center += "cc-42"/);
  });

  it('lets a job write, and takes nothing of another cloud', () => {
    const job = of('gcp', {
      ...variants['batch-inference'],
      terraform: { cloud: 'gcp' },
    });
    const values = text(job, 'environments/prod.tfvars');
    expect(values).toContain('writes_results     = true');
    expect(values).toContain('model_buckets      = []');
    expect(values).toContain('image_repositories = []');
  });

  it('is the same code for every service', () => {
    for (const cloud of clouds) {
      const code = (files: PlanFile[]) =>
        files.filter(({ path }) => path.endsWith('.tf'));
      const other = {
        name: 'other',
        costCenter: '${file("/etc/passwd")}',
        description: '%{ for x in y }',
      };
      expect(code(of(cloud, other))).toEqual(code(of(cloud)));
    }
  });

  it('leaves out the bucket of an address that is none', () => {
    const uri = 's3://mod${file("x")}els/credit-risk';
    const values = text(of('aws', {}, uri), 'environments/dev.tfvars');
    expect(values).toContain('model_buckets      = []');
    expect(values).not.toContain('${');
  });
});

const nasty = fc.constantFrom(
  '${path.module}',
  '$${x}',
  '$$${x}',
  '%{ if true }',
  '%%{x}',
  '"',
  '\\',
  '\\"',
  '\n}\nresource "x" "y" {',
  '<<EOT',
  '#',
);
const hostile = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 6,
  })
  // HCL composes characters in every text (NFC).
  .map(parts => parts.join('').normalize('NFC'));

const hcl = withTool('hclfmt', 'hcldec');

// The parser is HashiCorp's own.
hcl.describeTool(hcl.title, () => {
  it.each(clouds)('is formatted as Terraform formats, for %s', cloud => {
    inFolder(of(cloud), cwd => {
      for (const { path, content } of of(cloud)) {
        expect(run('hclfmt', [path], { cwd })).toBe(content);
      }
    });
  });

  it('reads every text as it was', () => {
    const texts = fc.sample(hostile, 300);
    const names = texts.map((_, index) => `v${index}`);
    const values = Object.fromEntries(names.map((n, i) => [n, texts[i]]));
    const files = [
      { path: 'values.tfvars', content: renderValues(values, ['Texts']) },
      {
        path: 'spec.hcldec',
        content: `object {\n${names.map(n => `attr ${quote(n)} {\ntype = string\n}\n`).join('')}}\n`,
      },
    ];
    inFolder(files, cwd => {
      const said = run('hcldec', ['--spec', 'spec.hcldec', 'values.tfvars'], {
        cwd,
      });
      expect(JSON.parse(said)).toEqual(values);
    });
  });

  it('reads keys and lists as they were', () => {
    const labels = { '${x}': '%{y}', 'a b': '"', plain: '\\' };
    const buckets = ['${x}', 'a'];
    const files = [
      { path: 'values.tfvars', content: renderValues({ labels, buckets }, []) },
      {
        path: 'spec.hcldec',
        content:
          'object {\n  attr "labels" {\n    type = map(string)\n  }\n  attr "buckets" {\n    type = list(string)\n  }\n}\n',
      },
    ];
    inFolder(files, cwd => {
      const said = run('hcldec', ['--spec', 'spec.hcldec', 'values.tfvars'], {
        cwd,
      });
      expect(JSON.parse(said)).toEqual({ labels, buckets });
    });
  });
});

describe('a text in HCL', () => {
  it('begins no code', () => {
    expect(quote('a ${b} %{c} "d" \\ \n')).toBe(
      '"a $${b} %%{c} \\"d\\" \\\\ \\n"',
    );
  });
});

const checkov = withTool('checkov');

checkov.describeTool(checkov.title, () => {
  it.each(clouds)(
    'finds nothing in the code for %s',
    cloud => {
      inFolder(of(cloud), cwd => {
        const said = run(
          'checkov',
          [
            ['-d', '.', '--framework', 'terraform', '--compact'],
            ['--skip-download', '-o', 'json'],
          ].flat(),
          { cwd },
        );
        const { summary, results } = JSON.parse(said);
        expect(results.failed_checks ?? []).toEqual([]);
        expect(summary).toMatchObject({ failed: 0, parsing_errors: 0 });
        expect(summary.passed).toBeGreaterThan(cloud === 'aws' ? 60 : 10);
        expect(summary.resource_count).toBeGreaterThan(8);
        const skipped = results.skipped_checks ?? [];
        for (const { check_result: result } of skipped) {
          expect(result.suppress_comment).toMatch(/\w+ \w+/);
        }
        expect(skipped.length).toBe(cloud === 'aws' ? 5 : 0);
      });
    },
    60_000,
  );
});
