import {
  DeliveryFinding,
  PlanAnswer,
} from '@modelyard/plugin-model-delivery-common';
import { formatMoney } from './formatMoney';
import { Table } from './Table';

const marks = { added: '+', changed: '~', removed: '-' };

/** Findings, the worst first. */
function formatFindings(findings: DeliveryFinding[]): string {
  const order = ['error', 'warning', 'info'];
  const sorted = [...findings].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  const table = Table.create<DeliveryFinding>({
    columns: [
      { title: 'FINDING', value: row => row.severity },
      { title: 'FIELD', value: row => row.field },
      { title: 'CHECK', value: row => row.check },
      { title: 'WHAT', value: row => row.message },
    ],
  });
  return table.format(sorted);
}

function formatChanges({ changes }: PlanAnswer): string {
  const table = Table.create<PlanAnswer['changes'][number]>({
    columns: [
      { title: ' ', value: row => marks[row.change] },
      { title: 'FILE', value: row => row.path },
    ],
  });
  return table.format(changes);
}

function formatEstimate({ estimate }: PlanAnswer): string {
  if (!estimate) return '';
  const money = (micros: number) => formatMoney(micros, estimate.currency);
  type Row = (typeof estimate.perEnvironment)[number];
  const table = Table.create<Row>({
    columns: [
      { title: 'A MONTH IN', value: row => row.name },
      { title: 'LOW', align: 'right', value: row => money(row.low) },
      { title: 'EXPECTED', align: 'right', value: row => money(row.expected) },
      { title: 'HIGH', align: 'right', value: row => money(row.high) },
      { title: 'BASIS', value: row => row.basis },
    ],
  });
  return table.format(estimate.perEnvironment);
}

/** What a plan changes, what speaks for or against it, and what it will cost. */
export function formatPlan(plan: PlanAnswer): string {
  return [
    plan.changes.length ? formatChanges(plan) : 'Nothing would change.\n',
    plan.findings.length ? formatFindings(plan.findings) : '',
    formatEstimate(plan),
  ]
    .filter(Boolean)
    .join('\n');
}
