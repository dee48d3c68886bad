import { CacheService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { CountCache } from './CountCache';
import { DatabaseModelStore } from './DatabaseModelStore';
import { FindingStore } from './FindingStore';
import { LinkStore } from './LinkStore';

/** Everything that is read from, but for lineage and runs. */
export interface Stores {
  models: DatabaseModelStore;
  findings: FindingStore;
  links: LinkStore;
}

/** Makes the stores that share what they have counted. */
export function createStores(options: {
  db: Knex;
  cache: CacheService;
}): Stores {
  const { db, cache } = options;
  const counts = CountCache.create({ cache });
  return {
    models: DatabaseModelStore.create({ db, counts }),
    findings: FindingStore.create({ db, counts }),
    links: LinkStore.create({ db }),
  };
}
