import {
  Scorecard,
  ScorecardCheck,
} from '@modelyard/plugin-model-scorecard-common';

const satisfied = new Set(['pass', 'waived', 'not_applicable']);

function isOpenCheck({ verdict }: ScorecardCheck): boolean {
  return satisfied.has(verdict);
}

/** Checks that close the gate, then those that don't pass and don't close it. */
export function openPoints({ checks, gate }: Scorecard) {
  const open = checks.filter(check => !isOpenCheck(check));
  return {
    blocking: open.filter(({ id }) => gate.blockers.includes(id)),
    others: open.filter(({ id }) => !gate.blockers.includes(id)),
  };
}

function lineOf({ id, verdict, reason, remedy }: ScorecardCheck): string {
  return `  ${id}  ${verdict}\n      ${reason}\n      → ${remedy}\n`;
}

/** The gate for people at a terminal. */
export function formatGate(card: Scorecard): string {
  const { subject, gate } = card;
  const { blocking, others } = openPoints(card);
  const head = `${subject.ref} ${subject.version} in ${gate.environment}: the gate is ${gate.state}\n`;
  const blocks = blocking.length
    ? `\nWhat blocks:\n${blocking.map(lineOf).join('')}`
    : '';
  const rest = others.length
    ? `\nDoes not pass, and does not block:\n${others.map(lineOf).join('')}`
    : '';
  return head + blocks + rest;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|<>[\]`*_\\]/g, '\\$&');
}

/** The gate for the summary of a pipeline, in Markdown. */
export function gateMarkdown(card: Scorecard): string {
  const { subject, gate, pack } = card;
  const { blocking, others } = openPoints(card);
  const rows = [...blocking, ...others].map(
    ({ id, severity, verdict, reason, remedy }) =>
      `| ${cell(id)} | ${cell(verdict)} | ${severity} | ${cell(reason)} | ${cell(remedy)} |`,
  );
  const head = `### ${gate.state === 'open' ? '✅' : '⛔'} ${cell(subject.ref)} ${cell(subject.version)} in ${gate.environment}: the gate is ${gate.state}\n\nCheck pack ${cell(pack.id)} ${cell(pack.version)}, digest \`${subject.digest}\`\n`;
  if (!rows.length) return `${head}\nEvery check that applies passes.\n`;
  return `${head}\n| Check | Verdict | Severity | Why | What to do |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** The checks that don't pass as SARIF 2.1.0, one rule and one result each. */
export function gateSarif(card: Scorecard, page: string): object {
  const { blocking, others } = openPoints(card);
  const open = [...blocking, ...others];
  const { ref, version } = card.subject;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'modelyard gate',
            informationUri: page,
            rules: open.map(check => ({
              id: check.id,
              shortDescription: { text: check.title },
              fullDescription: { text: check.rule },
              help: { text: `${check.rule} ${check.remedy}` },
              properties: { controls: check.controls },
            })),
          },
        },
        results: open.map((check, ruleIndex) => ({
          ruleId: check.id,
          ruleIndex,
          level: blocking.includes(check) ? 'error' : 'warning',
          message: { text: `${check.verdict}: ${check.reason}` },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: page } },
              logicalLocations: [
                { fullyQualifiedName: `${ref}@${version}`, kind: 'module' },
              ],
            },
          ],
        })),
      },
    ],
  };
}
