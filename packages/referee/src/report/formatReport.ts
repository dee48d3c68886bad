import { countOf } from '../policies/compare';
import { PlatformResult } from '../policies/judgePlatform';
import { describe } from '../policies/Subject';
import { differencesIn } from './differencesIn';
import { Findings } from './Findings';

function table(header: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

const list = (lines: readonly string[], none: string) =>
  lines.length ? lines.map(line => `- ${line}`).join('\n') : none;

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function counted(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function countTable({ judgements, others }: PlatformResult): string {
  const rows = judgements.map(judgement => {
    const { evaluated, accepted, refused } = countOf(judgement);
    return [judgement.engine, `${evaluated}`, `${accepted}`, `${refused}`];
  });
  const { evaluated, accepted, refused } = countOf(others);
  if (evaluated) {
    const engine = 'kube-apiserver, kinds that no policy judges';
    rows.push([engine, `${evaluated}`, `${accepted}`, `${refused}`]);
  }
  return table(['Engine', 'Evaluated', 'Accepted', 'Refused'], rows);
}

function fixtureTable({ fixtures, judgements }: PlatformResult): string {
  return table(
    ['Sample', ...judgements.map(j => j.engine)],
    fixtures.map(({ name }, index) => [
      `\`${name}\``,
      ...judgements.map(({ verdicts }) =>
        verdicts[index] ? describe(verdicts[index]) : 'not judged',
      ),
    ]),
  );
}

function subjectsOf(result: PlatformResult): string {
  const { fixtures, planned, controls, cases, invalidCases } = result;
  const samples = `${fixtures.length} samples of the repository`;
  if (cases.length) {
    return `${samples} and ${cases.length} cases of the planner's tests, which are the edges of each rule. ${invalidCases} more are no valid objects for the server, policies or not, and stay with gator and cel-js in those tests.`;
  }
  return `${samples}, ${planned.length} planned workloads, and the same ${controls.length} workloads without an annotation that the rules ask for: they have to be refused, so that the others were not just overlooked.`;
}

function platformSection(result: PlatformResult): string {
  const { title } = result;
  return `## ${title[0].toUpperCase()}${title.slice(1)}

${subjectsOf(result)}

${[countTable(result), ...(result.cases.length ? [] : [fixtureTable(result)])].join('\n\n')}`;
}

function kindTable({ platforms, policyObjects }: Findings): string {
  const planned = platforms.flatMap(({ planned: judged, others }) =>
    [...judged, ...others.subjects].map(({ object }) => object),
  );
  const policies = policyObjects.flatMap(({ accepted }) => accepted);
  const kinds = counted(
    [...planned, ...policies].map(o => `${o.apiVersion} ${o.kind}`),
  );
  return table(
    ['Kind', 'Objects'],
    kinds.map(([kind, count]) => [kind, `${count}`]),
  );
}

function sourceTable({ installed }: Findings): string {
  return table(
    ['Definitions of', 'Version', 'Kinds', 'From'],
    installed.map(({ source, definitions }) => [
      source.title,
      source.version,
      `${definitions.length}`,
      source.module ?? 'test data of packages/referee',
    ]),
  );
}

function warningsOf({ platforms, policyObjects }: Findings): string[] {
  return counted(
    [...platforms, ...policyObjects].flatMap(({ warnings }) => warnings),
  ).map(([text, count]) => `${count} × ${text}`);
}

function durationTable({ platforms, seconds }: Findings): string {
  const engines = platforms[0].judgements.map(({ engine }) => engine);
  const rows = engines.map((engine, index) => [
    engine,
    ...platforms.map(p => `${p.judgements[index].seconds.toFixed(1)} s`),
  ]);
  const note = 'All together, with starting the servers and planning';
  return `${table(['Engine', ...platforms.map(p => p.title)], rows)}

${note}: ${Math.round(seconds)} s. gator runs both of its engines at once.`;
}

/** The findings as Markdown; all but the date and the durations is the same in every run. */
export function formatReport(findings: Findings): string {
  const { started, versions, sample, gitea, policyObjects } = findings;
  const differences = differencesIn(findings);
  const plans = Object.entries(sample.plans);
  return `# Referee

Results of one run of \`yarn referee\` on ${started.toISOString().slice(0, 10)}: what real servers say about what the planner plans. How it works is in [packages/referee](../packages/referee/README.md).

## What differed

${list(differences, 'Nothing: every verdict is the expected one, in every engine.')}

## Versions

${table(
  ['Program', 'As it prints it'],
  Object.entries(versions).map(([name, text]) => [name, text]),
)}

${sourceTable(findings)}

## Planned objects

${sum(plans.map(([, count]) => count))} plans (${plans.map(([key, count]) => `${key}: ${count}`).join(', ')}) with ${sample.overlays} overlays were rendered by kustomize. kube-apiserver went through the creation of every object, with unknown and repeated fields refused and nothing stored: the workloads with the admission policy in force, and the policies themselves. ${sum(policyObjects.map(p => p.leftOut))} Gatekeeper constraints are left to gator, since only Gatekeeper makes their kind.

${kindTable(findings)}

Warnings of the server:

${list(warningsOf(findings), 'none.')}

${findings.platforms.map(platformSection).join('\n\n')}

## Signatures

Kyverno compiles the policy of image signatures, lets a workload pass that names no image and refuses one by tag, both without asking a registry. Whether a real signature is verified takes a registry and a transparency log, and is not judged here.

## Gitea ${gitea.version}

${list(gitea.steps, '')}

## Durations

${durationTable(findings)}
`;
}
