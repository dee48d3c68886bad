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
 * A service may lie in a folder of a repository elsewhere, and come there with a
 * pull request.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('services', table => {
    table
      .boolean('awaits_merge')
      .notNullable()
      .defaultTo(false)
      .comment('Without head: a pull request has it, not yet the main branch');
  });
  if (!hasLengths(knex)) return;
  await knex.schema.alterTable('services', table => {
    table.string('repository', 1100).notNullable().alter();
  });
};

/**
 * Folders are forgotten; a template that runs again finds them.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const rows = knex('services');
  await rows
    .where('repository', 'like', '%#%')
    .orWhere('awaits_merge', true)
    .delete();
  await knex.schema.alterTable('services', table => {
    table.dropColumn('awaits_merge');
  });
  if (!hasLengths(knex)) return;
  await knex.schema.alterTable('services', table => {
    table.string('repository', 500).notNullable().alter();
  });
};
