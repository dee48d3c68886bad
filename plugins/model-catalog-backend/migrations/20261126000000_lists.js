/** How many models are rewritten at a time. */
const batchSize = 200;
/** As the store writes them, see `searchWords`. */
const mostWords = 500;
const longestWord = 100;

/**
 * @param {string} text
 */
function searchWords(text) {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set((words ?? []).map(word => word.slice(0, longestWord)))]
    .slice(0, mostWords)
    .join(' ');
}

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
async function splitIntoWords(knex) {
  for (let after = 0; ;) {
    const rows = await knex('models')
      .where('id', '>', after)
      .orderBy('id')
      .limit(batchSize)
      .select('id', 'search_text');
    if (rows.length === 0) return;
    for (const { id, search_text: text } of rows)
      await knex('models')
        .where({ id })
        .update({ search_text: searchWords(text) });
    after = rows[rows.length - 1].id;
  }
}

/** Full text of each database, over the same words. */
const textIndex = {
  // Without a list of pending words, which would have to be read for every search.
  postgres: [
    `create index models_words_idx on models using gin (array_to_tsvector(array_remove(string_to_array(search_text, ' '), ''))) with (fastupdate = off)`,
  ],
  sqlite: [
    `create virtual table models_words using fts5(search_text, content='models', content_rowid='id', tokenize='unicode61')`,
    `create trigger models_words_insert after insert on models begin
       insert into models_words(rowid, search_text) values (new.id, new.search_text);
     end`,
    `create trigger models_words_delete after delete on models begin
       insert into models_words(models_words, rowid, search_text) values ('delete', old.id, old.search_text);
     end`,
    `create trigger models_words_update after update of search_text on models begin
       insert into models_words(models_words, rowid, search_text) values ('delete', old.id, old.search_text);
       insert into models_words(rowid, search_text) values (new.id, new.search_text);
     end`,
    `insert into models_words(models_words) values ('rebuild')`,
    // Of a model that a search finds, what it is sorted by without its whole row.
    'create index models_found_idx on models ((id + 0), ref, tombstoned_at)',
  ],
};

/**
 * What the lists walk along: each order, and each filter in the order of names. By
 * bytes, as SQLite has it, so that no locale plays a part.
 *
 * @param {import('knex').Knex} knex
 */
function listIndexes(knex) {
  const bytes = isPostgres(knex) ? ' collate "C"' : '';
  const living = 'where tombstoned_at is null';
  const tier = `(case risk_tier when 'high' then 1 when 'limited' then 2 when 'general' then 3 when 'minimal' then 4 else 5 end)`;
  const orders = Object.entries({
    ref: `ref${bytes}`,
    owner: `(coalesce(owner, ''))${bytes}`,
    task: `(coalesce(task, ''))${bytes}`,
    latest: `(coalesce(latest_created_at, ''))${bytes}`,
    tier,
  });
  const filters = ['owner', 'task', 'risk_tier', 'lifecycle', 'license'];
  return {
    ...Object.fromEntries(
      orders.map(([name, expression]) => [
        `models_living_${name}_order_idx`,
        `models (${expression}, id) ${living}`,
      ]),
    ),
    ...Object.fromEntries(
      [...filters, 'source_id'].map(column => [
        `models_living_${column}_idx`,
        `models (${column}, ref${bytes}, id) ${living}`,
      ]),
    ),
    models_removed_idx: `models ((tombstoned_at || ' 2'), id) where tombstoned_at is not null`,
    models_wanted_idx: 'models (ref, id) where wanted_ref is not null',
    model_versions_removed_idx: `model_versions ((tombstoned_at || ' 1'), id) where tombstoned_at is not null`,
    version_conflicts_open_idx:
      'version_conflicts (seen_at, id) where ended_at is null',
  };
}

/**
 * @param {import('knex').Knex} knex
 */
async function createLinks(knex) {
  await knex.schema.createTable('model_links', table => {
    table.comment('Who states that two models are the same, and who stated it');
    table.increments('id');
    for (const side of ['left_id', 'right_id'])
      table
        .integer(side)
        .notNullable()
        .references('models.id')
        .onDelete('CASCADE');
    table.string('stated_by', 255).notNullable();
    table.string('stated_at', 24).notNullable();
    table.text('comment').nullable();
    table.string('withdrawn_by', 255).nullable();
    table.string('withdrawn_at', 24).nullable();
    table.index('right_id', 'model_links_right_idx');
  });
  await knex.raw(
    `create unique index model_links_current_uniq on model_links (left_id, right_id) where withdrawn_at is null`,
  );
}

/**
 * Names that were taken: the entity ref ends in a hash, and another model has it
 * without.
 *
 * @param {import('knex').Knex} knex
 */
async function findCollisions(knex) {
  const rows = await knex('models')
    .whereLike('ref', '%-________')
    .select('id', 'ref');
  for (const { id, ref } of rows) {
    const [, wanted] = /^(.+)-[0-9a-f]{8}$/.exec(ref) ?? [];
    const holder =
      wanted && (await knex('models').where({ ref: wanted }).first('id'));
    if (holder)
      await knex('models').where({ id }).update({ wanted_ref: wanted });
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('sources', table => {
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment(
        'Grows with whatever a run writes: what was counted is cached by it',
      );
  });
  await knex.schema.alterTable('models', table => {
    table
      .string('wanted_ref', 150)
      .nullable()
      .comment('The ref of its title, which another model had');
    table.integer('removed_versions').notNullable().defaultTo(0);
  });
  await knex('models').update({
    removed_versions: knex.raw(
      '(select count(*) from model_versions v where v.model_id = models.id and v.tombstoned_at is not null)',
    ),
  });
  await findCollisions(knex);
  await createLinks(knex);
  await splitIntoWords(knex);
  for (const statement of textIndex[isPostgres(knex) ? 'postgres' : 'sqlite'])
    await knex.raw(statement);
  for (const [name, what] of Object.entries(listIndexes(knex)))
    await knex.raw(`create index ${name} on ${what}`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of Object.keys(listIndexes(knex)))
    await knex.raw(`drop index ${name}`);
  if (isPostgres(knex)) await knex.raw('drop index models_words_idx');
  else {
    await knex.raw('drop index models_found_idx');
    for (const event of ['insert', 'delete', 'update'])
      await knex.raw(`drop trigger models_words_${event}`);
    await knex.raw('drop table models_words');
  }
  await knex.schema.dropTable('model_links');
  await knex.raw('alter table models drop column removed_versions');
  await knex.raw('alter table models drop column wanted_ref');
  await knex.raw('alter table sources drop column revision');
};
