import { stringify } from 'yaml';
import { service } from '../../__fixtures__/service';
import { inFolder, run, withTool } from '../../__fixtures__/tools';
import { variants } from '../../__fixtures__/variants';
import { ServiceInput } from '../../input/serviceInputSchema';
import {
  dashboardOf,
  drift,
  groupsOf,
  inputs,
  job,
  rulesOf,
} from './__fixtures__/monitored';

const promtool = withTool('promtool');

promtool.describeTool(promtool.title, () => {
  it.each(inputs)('accepts the rules and panels of %s', (_, input) => {
    const panels = dashboardOf(input).panels.flatMap(({ targets }) =>
      targets.map(({ expr }) => ({ record: 'panel', expr })),
    );
    const file = (groups: unknown) => ({
      path: 'rules.yaml',
      content: stringify({ groups }),
    });
    const count = rulesOf(input).length;
    inFolder([file(groupsOf(input))], cwd => {
      const said = run('promtool', ['check', 'rules', 'rules.yaml'], { cwd });
      expect(said).toContain(`SUCCESS: ${count} rules found`);
    });
    inFolder(
      [file(panels.map((rule, i) => ({ name: `${i}`, rules: [rule] })))],
      cwd => {
        run('promtool', ['check', 'rules', '--lint=none', 'rules.yaml'], {
          cwd,
        });
      },
    );
  });

  /** Whether an alert fires after 50 minutes of the given series. */
  function firing(
    input: ServiceInput,
    alert: string,
    given: Record<string, string>,
  ): boolean {
    const test = {
      interval: '1m',
      input_series: Object.entries(given).map(([series, values]) => ({
        series,
        values,
      })),
      promql_expr_test: [
        {
          expr: `count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0)`,
          eval_time: '50m',
          exp_samples: [{ labels: '{}', value: 1 }],
        },
      ],
    };
    const files = [
      { path: 'rules.yaml', content: stringify({ groups: groupsOf(input) }) },
      {
        path: 'test.yaml',
        content: stringify({
          rule_files: ['rules.yaml'],
          evaluation_interval: '1m',
          tests: [test],
        }),
      },
    ];
    return inFolder(files, cwd => {
      try {
        run('promtool', ['test', 'rules', 'test.yaml'], { cwd });
        return true;
      } catch (error) {
        // With nothing firing promtool says what it got: 0.
        expect(
          (error as { stdout: string }).stdout +
            (error as { stderr: string }).stderr,
        ).toMatch(/got:[^]*\{\} 0/);
        return false;
      }
    });
  }

  const of = 'namespace="ml-dev",modelyard_io_service="credit-risk-api"';
  const set = (name: string) => `{namespace="ml-prod",${name}}`;
  it.each([
    [
      'errors above the bound',
      variants.deployment,
      'ModelErrors',
      {
        [`http_requests_total{${of},code="200"}`]: '0+90x60',
        [`http_requests_total{${of},code="503"}`]: '0+10x60',
      },
    ],
    [
      'errors of KServe’s Python servers',
      service(),
      'ModelErrors',
      {
        [`request_preprocess_seconds_count{${of}}`]: '0+100x60',
        [`request_postprocess_seconds_count{${of}}`]: '0+90x60',
      },
    ],
    [
      'replicas that are not ready',
      service(),
      'ModelReplicasUnavailable',
      {
        'kube_replicaset_spec_replicas{namespace="ml-dev",replicaset="credit-risk-api-predictor-6d4cf56db6"}':
          '3x60',
        'kube_replicaset_status_ready_replicas{namespace="ml-dev",replicaset="credit-risk-api-predictor-6d4cf56db6"}':
          '2x60',
      },
    ],
    [
      'a crash loop',
      variants.deployment,
      'ModelCrashLooping',
      {
        'kube_pod_container_status_waiting_reason{namespace="ml-dev",pod="p",container="model",reason="CrashLoopBackOff"}':
          '1x60',
        'kube_pod_owner{namespace="ml-dev",pod="p",owner_kind="ReplicaSet",owner_name="credit-risk-api-6d4cf56db6"}':
          '1x60',
      },
    ],
    [
      'a failed run after one that succeeded',
      job,
      'ModelJobFailed',
      {
        [`kube_job_status_completion_time${set('job_name="credit-risk-api-1"')}`]:
          '100x60',
        [`kube_job_status_start_time${set('job_name="credit-risk-api-2"')}`]:
          '200x60',
        [`kube_job_failed${set('job_name="credit-risk-api-2",condition="true"')}`]:
          '1x60',
      },
    ],
    [
      'a job that never succeeded',
      job,
      'ModelJobOverdue',
      {
        [`kube_cronjob_created${set('cronjob="credit-risk-api"')}`]:
          '-800000x60',
      },
    ],
    [
      'drift, behind a comment',
      service({ monitoring: { drift } }),
      'ModelDrift',
      { 'drift_psi{model="credit-risk"}': '0.3x60' },
    ],
  ] as [string, ServiceInput, string, Record<string, string>][])(
    'fires for %s',
    (_, input, alert, given) => {
      expect(firing(input, alert, given)).toBe(true);
      const flat = Object.keys(given).map(series => [series, '0x60']);
      expect(firing(input, alert, Object.fromEntries(flat))).toBe(false);
    },
  );

  it('is silent when a run succeeded after one that failed', () => {
    const given = (succeeded: number) => ({
      [`kube_job_status_completion_time${set('job_name="credit-risk-api-3"')}`]: `${succeeded}x60`,
      [`kube_job_status_start_time${set('job_name="credit-risk-api-2"')}`]:
        '200x60',
      [`kube_job_failed${set('job_name="credit-risk-api-2",condition="true"')}`]:
        '1x60',
    });
    expect(firing(job, 'ModelJobFailed', given(100))).toBe(true);
    expect(firing(job, 'ModelJobFailed', given(300))).toBe(false);
  });
});
