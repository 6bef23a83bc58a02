/** One-time links to questions. Only a hash of the token is kept, at most one for a question. */
import { randomBytes } from 'node:crypto';
import type { Question } from '../../protocol/question.ts';
import type { Sql, Tx } from '../store/store.ts';
import { hashSecret } from './devices.ts';
import { findQuestion } from './questions.ts';

/** Makes the link of a question; an earlier one leads nowhere from now on. Returns its token, told this once. */
export async function addQuestionLink(tx: Tx, questionId: string, personId: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.run(
    `INSERT INTO question_link (question_id, token_hash, created_by, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (question_id) DO UPDATE SET token_hash = excluded.token_hash, created_by = excluded.created_by,
       created_at = excluded.created_at`,
    questionId,
    hashSecret(token),
    personId,
    now,
  );
  return token;
}

/** The question that a token leads to, whatever became of it; null if there is no such link. */
export async function linkedQuestion(sql: Sql, token: string): Promise<Question | null> {
  const [row] = await sql.all<{ question_id: string }>(
    'SELECT question_id FROM question_link WHERE token_hash = $1',
    hashSecret(token),
  );
  return row === undefined ? null : findQuestion(sql, row.question_id);
}
