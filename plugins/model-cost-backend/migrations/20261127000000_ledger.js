const components = [
  'cpu',
  'ram',
  'gpu',
  'storage',
  'network',
  'load_balancer',
  'shared',
  'external',
  'rounding',
];
const measures = [
  'cpu_core_hours',
  'ram_gib_hours',
  'gpu_hours',
  'storage_gib_hours',
  'network_gib',
  'gpu_hours_measured',
  'gpu_hours_used',
  'measured',
  'unused',
  'gpu_approximate',
];
const labels = [
  'model',
  'version',
  'environment',
  'service',
  'owner',
  'tenant',
  'cost_center',
];
const oldTotals = ['attributed', 'unattributed', 'unmounted'];

function addMeasures(table) {
  for (const measure of measures)
    table
      .bigInteger(measure)
      .comment('millionths of the unit, or micros; null where unknown');
}

function addAmounts(table, names) {
  for (const name of names) table.bigInteger(name).notNullable();
  table.bigInteger('total').notNullable();
}

/** @param {import('knex').Knex} knex */
async function extendLedger(knex) {
  await knex.schema.alterTable('cost_allocations', table => {
    table.text('run_id').comment('training run, by label');
    table
      .text('measures')
      .comment('JSON object: what is known beside the cost');
  });
  await knex.schema.alterTable('cost_days', table => {
    table.integer('workloads').comment('number of them');
    table.text('mark').comment('by which the source tells a change');
    table.text('notices').comment('JSON list of sentences');
    table.string('rolled_with', 64).comment('digest of what made the roll-up');
    table.text('roll_error').comment('why there is no roll-up');
    table.dropColumns(...oldTotals);
  });
  await knex.schema.alterTable('cost_days', table => {
    table.index(['is_current', 'rolled_with'], 'cost_days_rolled');
  });
  await knex.schema.alterTable('cost_sources', table => {
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('grows with whatever is written of the source');
  });
  await knex.schema.createTable('cost_usage', table => {
    table.comment('use of models by day and labels, every revision');
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    table.integer('revision').notNullable();
    table.integer('ordinal').notNullable().comment('place within the day');
    table.boolean('is_current').notNullable();
    for (const label of labels) table.text(label);
    for (const name of [
      'requests',
      'failed_requests',
      'prompt_tokens',
      'generated_tokens',
    ])
      table.bigInteger(name).comment('null where unknown');
    table.bigInteger('gpu_hours_used').comment('millionths of an hour');
    for (const name of ['latency_p50', 'latency_p95', 'latency_p99'])
      table.bigInteger(name).comment('microseconds');
    table.primary(['source_id', 'day', 'revision', 'ordinal']);
    table.index(['model', 'source_id', 'day'], 'cost_usage_model');
    table.index(['service', 'source_id', 'day'], 'cost_usage_service');
  });
}

/** @param {import('knex').Knex} knex */
async function createFigures(knex) {
  await knex.schema.dropTable('cost_rollups');
  await knex.schema.createTable('cost_rollups', table => {
    table.comment('derived from the ledger: cost of models by day and labels');
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    for (const label of [...labels, 'activity']) table.text(label);
    addAmounts(table, [...components, 'idle']);
    addMeasures(table);
    table.index(['model', 'source_id', 'day'], 'cost_rollups_model');
    table.index(['service', 'source_id', 'day'], 'cost_rollups_service');
    table.index(['source_id', 'day'], 'cost_rollups_day');
  });
  await knex.schema.createTable('cost_day_totals', table => {
    table.comment(
      'derived from the ledger: each day in the reporting currency',
    );
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    for (const name of [...oldTotals, 'shared', 'idle', 'total'])
      table.bigInteger(name).notNullable().comment('micros');
    table.bigInteger('source_total').comment('what the source bills');
    table.primary(['source_id', 'day']);
  });
  await knex.schema.createTable('cost_dimension_totals', table => {
    table.comment(
      'derived from the ledger: cost of models by one label and day',
    );
    table.string('dimension', 20).notNullable();
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    table.string('key', 255).notNullable().comment('empty: lacks the label');
    table.bigInteger('total').notNullable().comment('micros');
    table.primary(['dimension', 'source_id', 'day', 'key']);
    table.index(['source_id', 'day'], 'cost_dimension_totals_day');
  });
  await knex.schema.createTable('cost_unlabelled', table => {
    table.comment('derived from the ledger: workloads without a model, by day');
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    table.string('kind', 10).notNullable();
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('controller_kind').notNullable();
    table.text('controller').notNullable();
    table.text('service');
    table.text('owner');
    table.text('pool').comment('name of the shared pool');
    table.bigInteger('total').notNullable().comment('micros');
    table.index(['source_id', 'day'], 'cost_unlabelled_day');
  });
}

/** @param {import('knex').Knex} knex */
async function createFacts(knex) {
  await knex.schema.createTable('cost_services', table => {
    table.comment('what the Component of a service says, from a day on');
    table.string('service', 255).notNullable();
    table.string('valid_from', 10).notNullable().comment('empty: since ever');
    table.text('model');
    table.text('owner');
    table.text('tenant');
    table.text('cost_center');
    table.primary(['service', 'valid_from']);
  });
  await knex.schema.createTable('cost_training', table => {
    table.comment('days on which training runs cost something');
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    table.string('run_id', 255).notNullable();
    table.text('model');
    table.text('version').comment('that the run produced, once it is known');
    table.primary(['source_id', 'day', 'run_id']);
    table.index(['run_id'], 'cost_training_run');
  });
  await knex.schema.createTable('cost_backfills', table => {
    table.comment('spans that people asked to be read again');
    table.string('id', 36).primary();
    table.string('source_id', 63).notNullable();
    table.string('from_day', 10).notNullable();
    table.string('until_day', 10).notNullable();
    table.boolean('accept_suspect').notNullable();
    table.string('state', 10).notNullable();
    table.boolean('stop_requested').notNullable();
    table.string('next_day', 10).notNullable().comment('goes on there');
    table.integer('days').notNullable().comment('looked at so far');
    table.integer('written').notNullable();
    table.integer('failed').notNullable();
    table.text('message');
    table.text('requested_by').notNullable();
    table.string('requested_at', 30).notNullable();
    table.string('finished_at', 30);
    table.index(['source_id', 'requested_at'], 'cost_backfills_source');
    table.index(['state'], 'cost_backfills_state');
  });
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await extendLedger(knex);
  await createFigures(knex);
  await createFacts(knex);
};

/**
 * Fills the totals of days as labels alone give them: rules, rates and shares did
 * not exist before.
 *
 * @param {import('knex').Knex} knex
 */
async function restoreTotals(knex) {
  await knex.schema.alterTable('cost_days', table => {
    for (const name of oldTotals) table.bigInteger(name);
  });
  const sum = condition =>
    knex('cost_allocations')
      .whereRaw('cost_allocations.source_id = cost_days.source_id')
      .whereRaw('cost_allocations.day = cost_days.day')
      .whereRaw('cost_allocations.revision = cost_days.revision')
      .where(condition)
      .select(knex.raw('coalesce(sum(total), 0)'));
  const isWorkload = q => q.where('kind', 'workload');
  await knex('cost_days')
    .where('state', 'ok')
    .update({
      attributed: sum(q => isWorkload(q).whereNotNull('model')),
      unattributed: sum(q =>
        q
          .where('kind', 'unmounted')
          .orWhere(q2 => isWorkload(q2).whereNull('model')),
      ),
      unmounted: sum(q => q.where('kind', 'unmounted')),
    });
}

/** @param {import('knex').Knex} knex */
async function restoreRollups(knex) {
  await knex.schema.dropTable('cost_rollups');
  await knex.schema.createTable('cost_rollups', table => {
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    table.string('currency', 3).notNullable();
    for (const label of labels) table.text(label);
    addAmounts(table, components);
    table.index(['model', 'source_id', 'day'], 'cost_rollups_model');
    table.index(['source_id', 'day'], 'cost_rollups_day');
  });
  const keys = ['a.source_id', 'a.day', 'd.currency'];
  const names = labels.map(label => `a.${label}`);
  const rows = knex('cost_allocations as a')
    .join('cost_days as d', join =>
      join
        .on('a.source_id', 'd.source_id')
        .on('a.day', 'd.day')
        .on('a.revision', 'd.revision'),
    )
    .where('d.is_current', true)
    .where('a.kind', 'workload')
    .whereNotNull('a.model')
    .groupBy([...keys, ...names])
    .select([...keys, ...names]);
  for (const name of [...components, 'total']) rows.sum(`a.${name} as ${name}`);
  const columns = ['source_id', 'day', 'currency', ...labels, ...components];
  await knex
    .from(knex.raw(`cost_rollups (${[...columns, 'total'].join(', ')})`))
    .insert(rows);
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'cost_backfills',
    'cost_training',
    'cost_services',
    'cost_unlabelled',
    'cost_dimension_totals',
    'cost_day_totals',
    'cost_usage',
  ])
    await knex.schema.dropTable(table);
  await restoreRollups(knex);
  // A source of usage alone has days without cost, which were not known before.
  await knex('cost_days').where('state', 'ok').whereNull('total').delete();
  await restoreTotals(knex);
  await knex.schema.alterTable('cost_days', table => {
    table.dropIndex(['is_current', 'rolled_with'], 'cost_days_rolled');
    table.dropColumns(
      'workloads',
      'mark',
      'notices',
      'rolled_with',
      'roll_error',
    );
  });
  await knex.schema.alterTable('cost_allocations', table => {
    table.dropColumns('run_id', 'measures');
  });
  await knex.schema.alterTable('cost_sources', table => {
    table.dropColumn('revision');
  });
};
