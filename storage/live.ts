/** Queries that are asked again when something that they read has changed, by this window or another. */
import { liveQuery, type Observable } from 'dexie';

/**
 * Dexie follows what a query reads after its first `await` only if it sees that the function is asynchronous. It was
 * seen of one that only hands over a promise: what it read later changed, and nobody was told.
 */
export const live = <T>(query: () => Promise<T>): Observable<T> => liveQuery(async () => query());
