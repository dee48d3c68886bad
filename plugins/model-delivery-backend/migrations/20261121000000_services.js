// @ts-check

/**
 * Index of the services that are declared in Git; it can be rebuilt from there.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('services', table => {
    table.comment('Inference services, as their repositories declare them');
    table.string('name', 100).primary().comment('Name of the Component');
    table.string('repository', 100).notNullable().unique();
    table.string('owner', 255).notNullable().comment('Entity ref');
    table.string('system', 255).nullable();
    table.text('description').nullable();
    table
      .string('model_ref', 255)
      .notNullable()
      .comment('Lower-case entity ref');
    table
      .string('head', 64)
      .nullable()
      .comment('Commit that was read; null while the first one is being made');
    table.text('environments').notNullable().comment('JSON, one object each');
    table.dateTime('indexed_at').notNullable();
    table.index(['model_ref'], 'services_model_ref_idx');
    table.index(['owner'], 'services_owner_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('services');
};
