/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('source_events', table => {
    table.comment('Webhooks of the last hour, so that none is taken twice');
    // Of no row of `sources`: that comes with the first run.
    table.string('source_id', 100).notNullable();
    table.string('delivery_id', 200).notNullable();
    table.string('received_at', 24).notNullable();
    table.primary(['source_id', 'delivery_id']);
    table.index('received_at', 'source_events_received_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('source_events');
};
