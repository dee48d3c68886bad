/**
 * Results know when they fall due and what they rest on, so that only what changed
 * is evaluated again; packs and public keys are kept for as long as statements
 * refer to them. What was evaluated before falls due at once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('audit_entries', table => {
    table.index(['model_ref', 'version', 'action']);
  });
  await knex.schema.alterTable('current_scorecards', table => {
    table.string('pack_digest', 80).notNullable().defaultTo('');
    table.string('subject_digest', 255).notNullable().defaultTo('');
    table.string('producer', 255).comment('Who made the version');
    table.string('due_at', 30).comment('When time alone may change it');
    table.index(['due_at']);
  });
  await knex.schema.createTable('packs', table => {
    table.string('digest', 80).primary();
    table.string('pack_id', 255).notNullable();
    table.string('version', 255).notNullable();
    table.string('first_used_at', 30).notNullable();
    table.text('text').notNullable().comment('YAML');
  });
  await knex.schema.createTable('signing_keys', table => {
    table.string('key_id', 80).primary();
    table.string('first_used_at', 30).notNullable();
    table.text('jwk').notNullable().comment('Public key');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('signing_keys');
  await knex.schema.dropTable('packs');
  await knex.schema.alterTable('current_scorecards', table => {
    table.dropIndex(['due_at']);
    table.dropColumns('pack_digest', 'subject_digest', 'producer', 'due_at');
  });
  await knex.schema.alterTable('audit_entries', table => {
    table.dropIndex(['model_ref', 'version', 'action']);
  });
};
