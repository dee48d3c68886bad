import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts of the cost card, tab and column.
 *
 * @public
 */
export const modelCostTranslationRef = createTranslationRef({
  id: 'model-cost',
  messages: {
    title: 'Cost',
    answer: {
      more: '{{amount}} in the last {{days}} days, {{percent}} % more than the {{days}} before.',
      less: '{{amount}} in the last {{days}} days, {{percent}} % less than the {{days}} before.',
      same: '{{amount}} in the last {{days}} days, as much as in the {{days}} before.',
      alone: '{{amount}} in the last {{days}} days.',
      partial:
        '{{amount}} in {{known}} of the last {{days}} days; the others have no complete data.',
      unknown: 'What was spent in the last {{days}} days is not known.',
      nothing: 'Nothing was spent in the last {{days}} days.',
    },
    example: 'Example data, dates moved',
    coverage: {
      explained:
        '{{percent}} % of all spend carries a model label (grade {{grade}}); the rest is in no model’s cost.',
    },
    empty: {
      noneRan: 'Nothing of this model ran in the last {{days}} days',
      unknown: 'No cost is known for the last {{days}} days',
      failed:
        '{{failed}} of these days could not be read; a platform engineer sees why under the sources.',
      label:
        'Pods are counted to a model by their label {{label}}. Services that Modelyard creates carry it.',
    },
    controls: {
      span: 'Days',
      spanDays: 'Last {{days}} days',
      groupBy: 'Split by',
      groups: {
        version: 'Version',
        component: 'Component',
        environment: 'Environment',
        tenant: 'Tenant',
      },
      csv: 'Download CSV',
      csvFailed: 'The CSV file could not be loaded: {{reason}}',
    },
    chart: {
      label: 'Cost per day by {{group}}; the table beside it has the figures',
      cardLabel: 'Cost per day by version; the Cost tab has the figures',
      legend: 'What the colours and marks mean',
    },
    day: {
      spent: 'spent',
      zero: 'ran at no cost',
      empty: 'nothing ran',
      missing: 'no data',
      failed: 'could not be read',
    },
    key: {
      version: 'Version {{version}}',
      none: 'No label',
    },
    component: {
      cpu: 'CPU',
      ram: 'Memory',
      gpu: 'GPU',
      storage: 'Storage',
      network: 'Network',
      loadBalancer: 'Load balancer',
      shared: 'Shared',
      external: 'External',
      idle: 'Share of idle capacity',
      rounding: 'Rounding',
    },
    table: {
      days: 'Cost per day',
      day: 'Day (UTC)',
      total: 'Total',
      allDays: 'All days',
      components: 'By component',
      component: 'Component',
      amount: 'Amount',
      share: 'Share',
    },
    card: {
      open: 'Open cost',
      what: 'The cost',
    },
    column: {
      none: 'no cost known',
      failed: 'could not be loaded',
      label: '{{amount}} in 30 days',
    },
  },
});
