/**
 * Facts (evidence, reviews, registrations, evaluations) are only ever inserted,
 * each together with a link of its model's audit chain. `subjects` and
 * `current_scorecards` are indexes that can be rebuilt. Times are UTC ISO 8601
 * text, which sorts alike everywhere; JSON is text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('evidence', table => {
    table.string('id', 64).primary();
    table.string('model_ref', 255).notNullable();
    table.string('version', 255).notNullable();
    table.string('subject_digest', 255).notNullable();
    table.string('kind', 100).notNullable();
    table.string('produced_at', 30).notNullable();
    table.string('received_at', 30).notNullable();
    table.string('raw_digest', 80).notNullable();
    table.string('record_digest', 80).notNullable();
    table.text('record').notNullable().comment('Canonical record as JSON');
    table.index(['model_ref', 'version', 'received_at']);
  });
  await knex.schema.createTable('reviews', table => {
    table.string('id', 64).primary();
    table.string('model_ref', 255).notNullable();
    table.string('version', 255).notNullable();
    table.string('environment', 63).notNullable();
    table.string('role', 100).notNullable();
    table.string('at', 30).notNullable();
    table.string('record_digest', 80).notNullable();
    table.text('record').notNullable().comment('Review as JSON');
    table.index(['model_ref', 'version', 'at']);
  });
  await knex.schema.createTable('registrations', table => {
    table.string('id', 64).primary();
    table.string('model_ref', 255).notNullable();
    table.string('at', 30).notNullable();
    table.string('record_digest', 80).notNullable();
    table.text('record').notNullable().comment('Registration as JSON');
    table.index(['model_ref', 'at']);
  });
  await knex.schema.createTable('evaluations', table => {
    table.string('id', 64).primary();
    table.string('model_ref', 255).notNullable();
    table.string('version', 255).notNullable();
    table.string('environment', 63).notNullable();
    table.integer('sequence').notNullable();
    table.string('at', 30).notNullable();
    table.string('record_digest', 80).notNullable();
    table.text('record').notNullable().comment('Scorecard as JSON');
    table.unique(['model_ref', 'version', 'environment', 'sequence']);
  });
  await knex.schema.createTable('audit_entries', table => {
    table.string('id', 64).primary();
    table.string('model_ref', 255).notNullable();
    table.string('version', 255);
    table.integer('sequence').notNullable();
    table.string('at', 30).notNullable();
    table.string('actor', 255).notNullable();
    table.string('action', 60).notNullable();
    table.text('data').notNullable();
    table.string('previous_hash', 80).notNullable();
    table.string('hash', 80).notNullable();
    table.unique(['model_ref', 'sequence']);
    table.index(['at', 'id']);
  });
  await knex.schema.createTable('audit_heads', table => {
    table.string('model_ref', 255).primary();
    table.integer('sequence').notNullable();
    table.string('hash', 80).notNullable();
  });
  await knex.schema.createTable('subjects', table => {
    table.string('model_ref', 255).notNullable();
    table.string('version', 255).notNullable();
    table.string('digest', 255).notNullable();
    table.string('title', 500).notNullable();
    table.string('owner', 255);
    table.string('created_by', 255);
    table.string('created_at', 30).notNullable();
    table.text('aliases').notNullable();
    table.boolean('removed').notNullable();
    table.string('derived_from', 80).comment('What its derived evidence says');
    table.primary(['model_ref', 'version']);
    table.index(['created_at', 'model_ref', 'version']);
  });
  await knex.schema.createTable('current_scorecards', table => {
    table.string('model_ref', 255).notNullable();
    table.string('version', 255).notNullable();
    table.string('environment', 63).notNullable();
    table.string('evaluation_id', 64).notNullable();
    table.integer('sequence').notNullable();
    table.string('result_digest', 80).notNullable();
    table.string('at', 30).notNullable();
    table.string('gate', 10).notNullable();
    table.string('tier', 40);
    table.text('blockers').notNullable();
    table.text('counts').notNullable();
    table.string('verdicts', 255).notNullable().comment('|pass|fail|');
    table.primary(['model_ref', 'version', 'environment']);
  });
  await knex.schema.createTable('settings', table => {
    table.string('key', 255).primary();
    table.text('value').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('settings');
  await knex.schema.dropTable('current_scorecards');
  await knex.schema.dropTable('subjects');
  await knex.schema.dropTable('audit_heads');
  await knex.schema.dropTable('audit_entries');
  await knex.schema.dropTable('evaluations');
  await knex.schema.dropTable('registrations');
  await knex.schema.dropTable('reviews');
  await knex.schema.dropTable('evidence');
};
