// @ts-check

const modelIndex = 'cost_rollups_model';
const before = ['model', 'source_id', 'day'];

/**
 * Totals of a model by day and version, the question asked most, are answered from
 * the index alone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cost_rollups', table => {
    table.dropIndex(before, modelIndex);
    table.index([...before, 'version', 'total'], modelIndex);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cost_rollups', table => {
    table.dropIndex([...before, 'version', 'total'], modelIndex);
    table.index(before, modelIndex);
  });
};
