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
        service: 'Service',
        activity: 'Activity',
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
    activity: {
      serving: 'Serving',
      training: 'Training',
    },
    unit: {
      title: 'Cost per request and token',
      what: 'Unit costs',
      none: 'Nothing of this model served requests in these days.',
      group: 'Of',
      all: 'The whole model',
      days: '{{known}} of {{days}} days have cost and use',
      per1000Requests: 'Per 1,000 requests',
      perMillionTokens: 'Per million tokens',
      latency: 'p95 of the worst day',
      seconds: '{{seconds}} s',
      gpu: 'GPU cost and use',
      gpuUse: '{{used}} of {{hours}} GPU hours busy ({{percent}} %)',
      gpuUnknown: 'use is not measured',
      gpuApproximate: '{{amount}} of it approximate: shared GPUs or slices',
      volume: 'of {{volume}}',
      reason: {
        no_usage: 'not measured',
        no_volume: 'no request',
        below_minimum: 'too few: below {{minimum}}',
        no_cost: 'cost is not known',
      },
    },
    counted: {
      title: 'How this is counted',
      idle: {
        separate:
          'Idle capacity of clusters stands apart and is in no model’s cost.',
        proportional:
          'Idle capacity is borne by what ran in its cluster, in proportion to its cost.',
      },
      shared: {
        separate:
          'What serves everybody, such as gateways, stands apart and is in no model’s cost.',
        proportional:
          'What serves everybody, such as gateways, is borne by all workloads in proportion to their cost.',
      },
      days: 'Days close at midnight in UTC, whatever zone you are in.',
      unused:
        '{{unused}} of {{measured}} for CPU and memory was set aside and not used.',
      gpuApproximate:
        '{{amount}} for shared GPUs or slices is approximate, as it is billed by what was asked for.',
      notice: '{{source}}, {{days}} days: {{message}}',
    },
    service: {
      none: 'Nothing of this service ran in the last {{days}} days',
      label:
        'Pods are counted to a service by their label {{label}}. Services that Modelyard creates carry it.',
      chart:
        'Cost per day of this service; the Cost tab of its model has the figures',
      open: 'Open cost of the model',
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
