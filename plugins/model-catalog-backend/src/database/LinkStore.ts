import { ModelLink } from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import { ModelFilter, whereAllowed } from './modelFilter';
import { columnSchemas } from './rows';

/** Versions of one model that are looked up in others: the newest. */
const mostVersions = 1000;
/** Equal versions that are told of one pair of models. */
const mostEqual = 50;
const mostLinks = 200;
/** Equal versions that are read in all; one digest may lie in very many places. */
const mostRead = 5000;

interface EqualColumns {
  id: number;
  version: string;
  other_version: string;
  digest: string;
  digest_kind: string;
}

interface StatementRow {
  left_id: number;
  right_id: number;
  stated_by: string;
  stated_at: string;
  comment: string | null;
}

interface OtherModel {
  id: number;
  ref: string;
  title: string;
  source_id: string;
}

/** Who says what of two models. */
export interface LinkStatement {
  /** Entity refs, in any order. */
  refs: [string, string];
  /** Entity ref of a user, or a service. */
  by: string;
  comment?: string;
}

/**
 * Knows which models are the same: they have versions of the same digest, or a
 * person says so. Nothing of two linked models is ever merged.
 */
export class LinkStore {
  private constructor(private readonly db: Knex) {}

  static create(options: { db: Knex }): LinkStore {
    return new LinkStore(options.db);
  }

  /** The linked models that may be read: those that are stated first, then by ref. */
  async listLinks(ref: string, filter: ModelFilter): Promise<ModelLink[]> {
    const id = await this.findId(ref);
    if (id === undefined) return [];
    const equal = await this.findEqual(id, filter);
    const statements = await this.findStatements(id);
    const stated = new Map(
      statements.map(row => [
        row.left_id === id ? row.right_id : row.left_id,
        row,
      ]),
    );
    const ids = [...new Set([...stated.keys(), ...equal.keys()])];
    const models: OtherModel[] = await whereAllowed(this.db('models'), filter)
      .whereIn('models.id', ids.slice(0, mostLinks))
      .whereNull('models.tombstoned_at')
      .orderBy('models.ref')
      .select('models.id', 'models.ref', 'models.title', 'models.source_id');
    const links = models.map(model =>
      toLink(model, equal.get(model.id) ?? [], stated.get(model.id)),
    );
    return links.sort(
      (a, b) => Number(Boolean(b.statement)) - Number(Boolean(a.statement)),
    );
  }

  /**
   * Records a statement; one that stands already stays as it is. False when one of
   * the models isn't stored.
   */
  async state({ refs, by, comment }: LinkStatement): Promise<boolean> {
    const pair = await this.findPair(refs);
    if (!pair) return false;
    await this.db('model_links')
      .insert({
        ...pair,
        stated_by: by,
        stated_at: new Date().toISOString(),
        comment: comment ?? null,
      })
      .onConflict(this.db.raw('(left_id, right_id) where withdrawn_at is null'))
      .ignore();
    return true;
  }

  /** Withdraws a statement, which is kept; false when there is none. */
  async withdraw(statement: Omit<LinkStatement, 'comment'>): Promise<boolean> {
    const pair = await this.findPair(statement.refs);
    if (!pair) return false;
    const withdrawn = await this.db('model_links')
      .where(pair)
      .whereNull('withdrawn_at')
      .update({
        withdrawn_by: statement.by,
        withdrawn_at: new Date().toISOString(),
      });
    return withdrawn > 0;
  }

  private async findId(ref: string): Promise<number | undefined> {
    const row: { id: number } | undefined = await this.db('models')
      .where({ ref })
      .first('id');
    return row?.id;
  }

  /** Both ids, the lower one left. */
  private async findPair([one, other]: [string, string]) {
    const ids = [await this.findId(one), await this.findId(other)];
    const [left_id, right_id] = ids
      .filter(id => id !== undefined)
      .sort((a, b) => a - b);
    return right_id === undefined ? undefined : { left_id, right_id };
  }

  private findStatements(id: number): Promise<StatementRow[]> {
    return this.db('model_links')
      .whereNull('withdrawn_at')
      .where(either => either.where({ left_id: id }).orWhere({ right_id: id }))
      .orderBy('id')
      .limit(mostLinks)
      .then((rows: StatementRow[]) => rows);
  }

  /** Equal versions by the id of the other model. A record's digest equals nothing. */
  private async findEqual(
    id: number,
    filter: ModelFilter,
  ): Promise<Map<number, EqualColumns[]>> {
    const own = this.db('model_versions')
      .where({ model_id: id })
      .whereNull('tombstoned_at')
      .whereNot({ digest_kind: 'record' })
      .orderBy('created_at', 'desc')
      .limit(mostVersions)
      .select('version', 'digest', 'digest_kind', 'created_at')
      .as('own');
    const rows: EqualColumns[] = await whereAllowed(
      this.db(own)
        .join('model_versions as other', join =>
          join
            .on('other.digest', 'own.digest')
            .andOn('other.digest_kind', 'own.digest_kind'),
        )
        .join('models', 'models.id', 'other.model_id')
        .whereNot('models.id', id)
        .whereNull('other.tombstoned_at'),
      filter,
    )
      .orderBy('own.created_at', 'desc')
      .limit(mostRead)
      .select(
        'models.id',
        'own.version',
        'other.version as other_version',
        'own.digest',
        'own.digest_kind',
      );
    const groups = new Map<number, EqualColumns[]>();
    for (const row of rows) {
      const group = groups.get(row.id);
      if (group) group.push(row);
      else groups.set(row.id, [row]);
    }
    return groups;
  }
}

function toLink(
  model: OtherModel,
  equal: EqualColumns[],
  statement: StatementRow | undefined,
): ModelLink {
  return {
    ref: model.ref,
    title: model.title,
    source: model.source_id,
    versions: equal.slice(0, mostEqual).map(row => ({
      version: row.version,
      otherVersion: row.other_version,
      digest: row.digest,
      digestKind: columnSchemas.digestKind.parse(row.digest_kind),
    })),
    ...(statement && {
      statement: {
        by: statement.stated_by,
        at: statement.stated_at,
        ...(statement.comment !== null && { comment: statement.comment }),
      },
    }),
  };
}
