/**
 * @param {import('knex').Knex} knex
 */
async function createBases(knex) {
  await knex.schema.createTable('model_bases', table => {
    table.comment('What models were made from, for finding it in reverse');
    table
      .integer('model_id')
      .notNullable()
      .references('models.id')
      .onDelete('CASCADE');
    table
      .text('base')
      .notNullable()
      .comment('An entity ref, or title: and a title');
    table.index('base', 'model_bases_base_idx');
    table.index('model_id', 'model_bases_model_idx');
  });
  for (const { id, base_models } of await knex('models').select(
    'id',
    'base_models',
  )) {
    const rows = JSON.parse(base_models).map(base => ({ model_id: id, base }));
    if (rows.length > 0) await knex('model_bases').insert(rows);
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createBases(knex);
  await knex.schema.alterTable('sources', table => {
    table
      .text('held_removals')
      .nullable()
      .comment('JSON: how many models and versions wait for consent');
  });
  await knex.schema.alterTable('sync_runs', table => {
    table
      .text('checkpoint')
      .nullable()
      .comment('Where a run that was cut off can go on');
  });
  await knex.schema.alterTable('models', table => {
    table
      .text('base_model_titles')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON list: base models that the source does not name by ref');
    table
      .text('source_mark')
      .nullable()
      .comment('While the source shows the same one, nothing has changed');
  });
  await knex.schema.alterTable('model_versions', table => {
    table.text('labels').notNullable().defaultTo('{}').comment('JSON object');
    table.index(['digest', 'digest_kind'], 'model_versions_digest_idx');
  });
  await knex.schema.alterTable('models', table => {
    table.index('title', 'models_title_idx');
    table.index('source_id', 'models_source_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('model_bases');
  await knex.schema.alterTable('models', table => {
    table.dropIndex('title', 'models_title_idx');
    table.dropIndex('source_id', 'models_source_idx');
  });
  await knex.schema.alterTable('model_versions', table => {
    table.dropIndex(['digest', 'digest_kind'], 'model_versions_digest_idx');
  });
  // In plain SQL: for SQLite the builder makes the table anew, and what refers to
  // it is deleted with the old one.
  await knex.raw('alter table model_versions drop column labels');
  await knex.raw('alter table models drop column source_mark');
  await knex.raw('alter table models drop column base_model_titles');
  await knex.raw('alter table sync_runs drop column checkpoint');
  await knex.raw('alter table sources drop column held_removals');
};
