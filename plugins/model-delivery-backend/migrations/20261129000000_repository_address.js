// @ts-check

/**
 * SQLite does not look at the length of a text.
 *
 * @param {import('knex').Knex} knex
 */
function hasLengths(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * A repository may lie elsewhere; then its address stands for its name.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (!hasLengths(knex)) return;
  await knex.schema.alterTable('services', table => {
    table.string('repository', 500).notNullable().alter();
  });
};

/**
 * The index can be made again from Git, except for what lies elsewhere.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('services').where('repository', 'like', 'http%').delete();
  if (!hasLengths(knex)) return;
  await knex.schema.alterTable('services', table => {
    table.string('repository', 100).notNullable().alter();
  });
};
