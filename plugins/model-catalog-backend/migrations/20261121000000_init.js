/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function addTombstone(table) {
  table
    .string('tombstoned_at', 24)
    .nullable()
    .comment('When the source was first read without it');
  table.text('tombstone_reason').nullable();
}

/**
 * @param {import('knex').Knex} knex
 */
async function createSources(knex) {
  await knex.schema.createTable('sources', table => {
    table.comment('Health of each source, as its last runs left it');
    table.string('id', 100).primary();
    table.string('type', 100).notNullable();
    table.string('last_success_at', 24).nullable();
    table.string('last_error_at', 24).nullable();
    table.text('last_error').nullable();
    table.string('last_state', 20).nullable().comment('succeeded or failed');
    table.text('problems').notNullable().comment('JSON list');
    table.string('last_run_started_at', 24).nullable();
    table.integer('last_run_duration_ms').nullable();
    table.integer('last_run_written').nullable();
  });
  await knex.schema.createTable('sync_runs', table => {
    table.string('id', 36).primary();
    table.string('source_id', 100).notNullable();
    table.string('state', 20).notNullable();
    table.string('requested_by', 255).nullable();
    table.string('started_at', 24).notNullable();
    table.string('finished_at', 24).nullable();
    table
      .string('lease_until', 24)
      .notNullable()
      .comment('A running run past this time has lost its process');
    table.integer('written').nullable();
    table.text('error').nullable();
    table.text('problems').notNullable().comment('JSON list');
    table.index(['source_id', 'started_at'], 'sync_runs_source_idx');
  });
  await knex.raw(
    `create unique index sync_runs_running_uniq on sync_runs (source_id) where state = 'running'`,
  );
}

/**
 * @param {import('knex').Knex} knex
 */
async function createModels(knex) {
  await knex.schema.createTable('models', table => {
    table.increments('id');
    table.string('source_id', 100).notNullable();
    table.text('native_id').notNullable();
    table.string('ref', 150).notNullable().unique('models_ref_uniq');
    table.text('title').notNullable();
    table.text('description').nullable();
    table.string('type', 255).notNullable();
    table.string('lifecycle', 255).notNullable();
    table.string('owner', 255).nullable();
    table.string('system', 255).nullable();
    table.string('task', 255).nullable();
    table.text('license').nullable();
    table.string('risk_tier', 255).nullable();
    table.text('tags').notNullable().comment('JSON list');
    table.text('base_models').notNullable().comment('JSON list');
    table.text('datasets').notNullable().comment('JSON list');
    table.text('location').notNullable();
    table.text('search_text').notNullable();
    table.string('content_hash', 64).notNullable();
    table.integer('version_count').notNullable().defaultTo(0);
    table.string('latest_version', 255).nullable();
    table.string('latest_created_at', 24).nullable();
    addTombstone(table);
    table.unique(['source_id', 'native_id'], {
      indexName: 'models_native_uniq',
    });
    table.index('owner', 'models_owner_idx');
    table.index('task', 'models_task_idx');
    table.index('risk_tier', 'models_risk_tier_idx');
    table.index('latest_created_at', 'models_latest_idx');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createVersions(knex) {
  await knex.schema.createTable('model_versions', table => {
    table.increments('id');
    table
      .integer('model_id')
      .notNullable()
      .references('models.id')
      .onDelete('CASCADE');
    table.text('native_id').notNullable();
    table.string('version', 255).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('created_by', 255).nullable();
    table.string('status', 20).notNullable();
    table.string('stage', 255).nullable();
    table.string('digest', 255).notNullable();
    table.string('digest_kind', 20).notNullable();
    table.text('artifacts').notNullable().comment('JSON list');
    table.text('metrics').notNullable().comment('JSON list');
    table.text('params').notNullable().comment('JSON object');
    table.text('datasets').notNullable().comment('JSON list');
    table.text('run').nullable().comment('JSON object');
    table.text('links').notNullable().comment('JSON list');
    table.text('card').nullable();
    table.text('uri').nullable();
    table
      .string('content_marks', 255)
      .notNullable()
      .comment('One short hash per field that must never change');
    table
      .string('detail_hash', 64)
      .notNullable()
      .comment('Hash of the fields that may change');
    addTombstone(table);
    table.unique(['model_id', 'version'], {
      indexName: 'model_versions_version_uniq',
    });
    table.index(['model_id', 'created_at', 'id'], 'model_versions_created_idx');
  });
  await knex.schema.createTable('version_conflicts', table => {
    table.comment('Where a source told otherwise than what is stored');
    table.increments('id');
    table
      .integer('version_id')
      .notNullable()
      .references('model_versions.id')
      .onDelete('CASCADE');
    table.string('digest', 255).notNullable();
    table.text('fields').notNullable().comment('JSON list');
    table.string('marks', 255).notNullable();
    table.string('seen_at', 24).notNullable();
    table.string('ended_at', 24).nullable();
    table.index(['version_id', 'ended_at'], 'version_conflicts_version_idx');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createAliases(knex) {
  await knex.schema.createTable('model_aliases', table => {
    table.comment('Where each alias points (until is null) and pointed');
    table.increments('id');
    table
      .integer('model_id')
      .notNullable()
      .references('models.id')
      .onDelete('CASCADE');
    table.string('alias', 255).notNullable();
    table.string('version', 255).notNullable();
    table.string('since', 24).notNullable();
    table.string('until', 24).nullable();
    table.index(['alias', 'until'], 'model_aliases_alias_idx');
    table.index(['model_id', 'until'], 'model_aliases_model_idx');
  });
  await knex.raw(
    `create unique index model_aliases_current_uniq on model_aliases (model_id, alias) where until is null`,
  );
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createSources(knex);
  await createModels(knex);
  await createVersions(knex);
  await createAliases(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('model_aliases');
  await knex.schema.dropTable('version_conflicts');
  await knex.schema.dropTable('model_versions');
  await knex.schema.dropTable('models');
  await knex.schema.dropTable('sync_runs');
  await knex.schema.dropTable('sources');
};
