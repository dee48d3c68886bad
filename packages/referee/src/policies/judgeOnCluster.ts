import { join } from 'node:path';
import { ApiServer, fallbackNamespace } from '../cluster/ApiServer';
import {
  installDefinitions,
  makeNamespaces,
  stubOf,
} from '../cluster/prepareCluster';
import { startCluster } from '../cluster/startCluster';
import { checkImagePolicy } from '../engines/checkImagePolicy';
import { dryRunAll } from '../engines/judgeByServer';
import { platformRules, policiesFor, testPlatform } from '../planner';
import { Findings, PolicyObjects } from '../report/Findings';
import { BuiltProgram } from '../tools/servers';
import { judgePlatform, PlatformResult } from './judgePlatform';
import { PlannedSample, renderPolicies } from './planned';
import { testCases } from './subjects';

const platforms = [
  {
    title: 'a platform with lists',
    rules: platformRules,
    plans: 'with lists',
    cases: [],
  },
  {
    title: 'a platform without lists',
    rules: undefined,
    plans: 'without lists',
    cases: [],
  },
  {
    title: "the platform of the planner's tests",
    rules: testPlatform,
    plans: undefined,
    cases: testCases(),
  },
];

/** Policies are objects of the cluster too: Gatekeeper's constraint is of a kind that only it makes. */
async function checkPolicyObjects(
  api: ApiServer,
  folder: string,
): Promise<PolicyObjects[]> {
  const results: PolicyObjects[] = [];
  for (const { title, rules } of platforms) {
    const rendered = await renderPolicies(
      policiesFor(rules),
      join(folder, 'policies', title),
    );
    const made = (group: string) =>
      group.startsWith('constraints.gatekeeper.sh/');
    const objects = rendered.filter(object => !made(object.apiVersion));
    const answers = await dryRunAll(api, objects);
    results.push({
      title,
      leftOut: rendered.length - objects.length,
      accepted: objects.filter((_, i) => answers[i].status === 201),
      refused: objects.flatMap((object, i) =>
        answers[i].status === 201
          ? []
          : [`${object.kind} ${object.metadata.name}: ${answers[i].message}`],
      ),
      warnings: answers.flatMap(answer => answer.warnings),
    });
  }
  return results;
}

function namespacesOf({ objects }: PlannedSample): string[] {
  const named = objects.flatMap(o => o.object.metadata.namespace ?? []);
  return [...new Set([fallbackNamespace, ...named])];
}

/** What came out of a cluster. */
export type ClusterFindings = Pick<
  Findings,
  'installed' | 'policyObjects' | 'platforms' | 'signatures'
>;

/** Starts a cluster with all kinds and lets every engine judge every platform. */
export async function judgeOnCluster(
  programs: Record<BuiltProgram, string>,
  sample: PlannedSample,
  folder: string,
  say: (text: string) => void,
): Promise<ClusterFindings> {
  const cluster = await startCluster(
    programs['kube-apiserver'],
    join(folder, 'cluster'),
  );
  try {
    const { api } = cluster;
    say('giving kube-apiserver the definitions of custom kinds');
    const installed = await installDefinitions(api);
    await makeNamespaces(api, namespacesOf(sample));
    const policyObjects = await checkPolicyObjects(api, folder);
    const stubs = installed.flatMap(i => i.definitions).map(stubOf);
    const court = { api, kyverno: programs.kyverno, stubs, folder, say };
    const results: PlatformResult[] = [];
    for (const { title, rules, plans, cases } of platforms) {
      const files = policiesFor(rules);
      const objects = sample.objects.filter(o => o.platform === plans);
      results.push(
        await judgePlatform(court, { title, files, objects, cases }),
      );
    }
    const signatures = await checkImagePolicy(
      { binary: programs.kyverno, stubs, folder: join(folder, 'signatures') },
      policiesFor(testPlatform),
    );
    return { installed, policyObjects, platforms: results, signatures };
  } finally {
    await cluster.stop();
  }
}
