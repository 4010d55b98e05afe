// Types the one inner module of knex that we extend: its SQLite client.
declare module 'knex/lib/dialects/sqlite3/index.js' {
  import type { Knex } from 'knex'
  /** One query as knex hands it to the driver. */
  export interface DriverQuery {
    sql: string
  }
  export default class SqliteClient extends Knex.Client {
    _query(connection: unknown, query: DriverQuery): Promise<DriverQuery>
  }
}
