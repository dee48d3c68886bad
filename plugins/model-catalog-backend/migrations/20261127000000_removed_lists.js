/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * What lists walk along that show removed models, too: each order among the removed,
 * beside that among the living. A model that is there costs them nothing.
 *
 * @param {import('knex').Knex} knex
 */
function orders(knex) {
  const bytes = isPostgres(knex) ? ' collate "C"' : '';
  return {
    ref: `ref${bytes}`,
    owner: `(coalesce(owner, ''))${bytes}`,
    task: `(coalesce(task, ''))${bytes}`,
    latest: `(coalesce(latest_created_at, ''))${bytes}`,
    tier: `(case risk_tier when 'high' then 1 when 'limited' then 2 when 'general' then 3 when 'minimal' then 4 else 5 end)`,
  };
}

/**
 * @param {string} name
 */
const indexOf = name => `models_removed_${name}_order_idx`;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [name, expression] of Object.entries(orders(knex)))
    await knex.raw(
      `create index ${indexOf(name)} on models (${expression}, id) where tombstoned_at is not null`,
    );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of Object.keys(orders(knex)))
    await knex.raw(`drop index ${indexOf(name)}`);
};
