import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import {
  CostComponent,
  costComponents,
  microsToDecimal,
} from '@modelyard/plugin-model-cost-common';
import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import { Amounts } from '../domain/amounts';
import { Attribution, labelDimensions } from '../domain/attribution';
import { addDays, Day } from '../domain/days';
import { safeText } from './safeText';

/** Cost of one set of labels, or of what carries none, on one day. */
export interface FocusEntry {
  day: Day;
  kind: 'model' | 'unattributed' | 'idle';
  attribution: Attribution;
  /** Absent where only the total is known. */
  amounts?: Amounts;
  /** Micros. */
  total: number;
}

const names: Record<FocusEntry['kind'], string> = {
  model: 'Model serving',
  unattributed: 'Workloads without a model',
  idle: 'Idle capacity',
};

const issuer = 'Modelyard';

function timeOf(day: Day): string {
  return `${day}T00:00:00Z`;
}

function monthOf(day: Day): [string, string] {
  const start = DateTime.fromISO(day, { zone: 'utc' }).startOf('month');
  const text = (time: DateTime) => timeOf(time.toFormat('yyyy-MM-dd'));
  return [text(start), text(start.plus({ months: 1 }))];
}

function tagsOf({ attribution }: FocusEntry): string {
  const label = { ...modelLabels, version: modelLabels.modelVersion };
  return JSON.stringify(
    Object.fromEntries(
      labelDimensions.flatMap(name =>
        attribution[name] === undefined
          ? []
          : [[label[name], attribution[name]]],
      ),
    ),
  );
}

function describe({ kind, attribution }: FocusEntry): string {
  if (kind !== 'model') return names[kind];
  const { model, version, activity } = attribution;
  const what = activity === 'training' ? 'Training' : 'Serving';
  return version === undefined
    ? `${what} of model ${model}`
    : `${what} of model ${model}, version ${version}`;
}

type Column = (entry: FocusEntry, currency: string) => string;

const cost: Column = ({ total }) => microsToDecimal(total);
const none: Column = () => '';
const always =
  (text: string): Column =>
  () =>
    text;

function component(name: CostComponent): Column {
  return ({ amounts }) => (amounts ? microsToDecimal(amounts[name]) : '');
}

/** Columns of FOCUS 1.2, by name; what it lets be null and we don't know is empty. */
const columns: Record<string, Column> = {
  BilledCost: cost,
  BillingAccountId: always('modelyard'),
  BillingAccountName: none,
  BillingCurrency: (_, currency) => currency,
  BillingPeriodStart: ({ day }) => monthOf(day)[0],
  BillingPeriodEnd: ({ day }) => monthOf(day)[1],
  ChargeCategory: always('Usage'),
  ChargeClass: none,
  ChargeDescription: entry => safeText(describe(entry)),
  ChargeFrequency: always('Usage-Based'),
  ChargePeriodStart: ({ day }) => timeOf(day),
  ChargePeriodEnd: ({ day }) => timeOf(addDays(day, 1)),
  ContractedCost: cost,
  EffectiveCost: cost,
  InvoiceIssuerName: always(issuer),
  ListCost: cost,
  PricingQuantity: always('1'),
  PricingUnit: always('Days'),
  ProviderName: always(issuer),
  PublisherName: always(issuer),
  ResourceId: ({ attribution }) => safeText(attribution.service ?? ''),
  ResourceName: ({ attribution }) => safeText(attribution.service ?? ''),
  ResourceType: ({ attribution }) =>
    attribution.service === undefined ? '' : 'Inference service',
  ServiceCategory: ({ kind }) =>
    kind === 'model' ? 'AI and Machine Learning' : 'Compute',
  ServiceName: ({ kind }) => names[kind],
  SubAccountId: ({ attribution }) => safeText(attribution.costCenter ?? ''),
  SubAccountName: ({ attribution }) => safeText(attribution.costCenter ?? ''),
  SubAccountType: ({ attribution }) =>
    attribution.costCenter === undefined ? '' : 'Cost center',
  Tags: tagsOf,
  x_Kind: ({ kind }) => kind,
  ...Object.fromEntries(
    costComponents.map(name => [
      `x_${name[0].toUpperCase()}${name.slice(1)}Cost`,
      component(name),
    ]),
  ),
};

/** First line of the file. */
export function focusHeader(): string {
  return stringify([Object.keys(columns)]);
}

/**
 * Lines of the file. The costs of all entries add up to their totals: list,
 * contracted and billed cost are the same, as the ledger knows one price.
 */
export function focusLines(entries: FocusEntry[], currency: string): string {
  return stringify(
    entries.map(entry =>
      Object.values(columns).map(column => column(entry, currency)),
    ),
  );
}
