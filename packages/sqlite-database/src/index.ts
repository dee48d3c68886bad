/**
 * Backstage's database service with a write-ahead log where it is SQLite.
 *
 * @packageDocumentation
 */
export { sqliteDatabaseServiceFactory } from './sqliteDatabaseServiceFactory';
