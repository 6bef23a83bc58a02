import { openPostgresStore } from '../../../server/store/postgres.ts';
import { describeStoreContract } from '../store-contract.ts';
import { newDatabase } from '../test-store.ts';

describeStoreContract('PostgreSQL', async () => openPostgresStore(await newDatabase()));
