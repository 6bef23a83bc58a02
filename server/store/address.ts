/** Whether a database is named by a PostgreSQL address, and not by the path of an SQLite file. */
export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//i.test(database);
