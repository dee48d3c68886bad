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

function addAmounts(table) {
  for (const component of components) table.bigInteger(component).notNullable();
  table
    .bigInteger('total')
    .notNullable()
    .comment('micros; the sum of the components');
}

function addAttribution(table) {
  table.text('model').comment('values of the pod labels; null where missing');
  table.text('version');
  table.text('environment');
  table.text('service');
  table.text('owner');
  table.text('tenant');
  table.text('cost_center');
}

/** @param {import('knex').Knex} knex */
async function createSourcesAndDays(knex) {
  await knex.schema.createTable('cost_sources', table => {
    table.comment('when each source was last looked at, and with which result');
    table.string('id', 63).primary();
    table.string('checked_at', 30).comment('ISO 8601 in UTC');
    table.text('error').comment('why the last look failed');
  });
  await knex.schema.createTable('cost_days', table => {
    table.comment('one row per day of a source and revision of it');
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable().comment('as recorded, in UTC');
    table.integer('revision').notNullable();
    table.boolean('is_current').notNullable();
    table.string('state', 10).notNullable().comment('ok, missing or failed');
    table.text('message').comment('why the day is not ok');
    table.string('digest', 64).comment('sha256 of what was booked');
    table.string('read_at', 30).notNullable().comment('ISO 8601 in UTC');
    table.string('currency', 3);
    for (const column of ['attributed', 'unattributed', 'unmounted', 'idle'])
      table.bigInteger(column).comment('micros; null unless ok');
    table.bigInteger('total');
    table.bigInteger('compute').comment('cpu, ram and gpu of all rows');
    table.bigInteger('nodes').comment('what the source bills for nodes');
    table.primary(['source_id', 'day', 'revision']);
    table.index(['source_id', 'is_current', 'day'], 'cost_days_current');
  });
}

/** @param {import('knex').Knex} knex */
async function createLedger(knex) {
  await knex.schema.createTable('cost_allocations', table => {
    table.comment('the ledger: day × workload × component, every revision');
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    table.integer('revision').notNullable();
    table.integer('ordinal').notNullable().comment('place within the day');
    table.string('kind', 10).notNullable();
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('controller_kind').notNullable();
    table.text('controller').notNullable();
    addAttribution(table);
    table.integer('rows').notNullable().comment('rows of the source added up');
    addAmounts(table);
    table.primary(['source_id', 'day', 'revision', 'ordinal']);
  });
  await knex.schema.createTable('cost_rollups', table => {
    table.comment('current revision of attributed cost, by day and labels');
    table.string('source_id', 63).notNullable();
    table.string('day', 10).notNullable();
    table.string('currency', 3).notNullable();
    addAttribution(table);
    addAmounts(table);
    table.index(['model', 'source_id', 'day'], 'cost_rollups_model');
    table.index(['source_id', 'day'], 'cost_rollups_day');
  });
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createSourcesAndDays(knex);
  await createLedger(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cost_rollups');
  await knex.schema.dropTable('cost_allocations');
  await knex.schema.dropTable('cost_days');
  await knex.schema.dropTable('cost_sources');
};
