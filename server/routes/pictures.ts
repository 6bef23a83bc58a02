import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { mayDecide } from '../../desk/roles.ts';
import type { Picture } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Person } from '../../protocol/person.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { readBytes } from '../http/body.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { findClip, type HeldClip } from '../rows/clips.ts';
import { findPicture, savePicture } from '../rows/pictures.ts';
import { isPublishedPicture } from '../rows/publications.ts';

/** Pictures of clips. A clip that a person may not see and one that does not exist answer alike (BL2). */
export const pictureRoutes = (parts: Parts) =>
  new Hono<QueueEnv>()
    .put(ROUTES.picture, async (c) => {
      const clipId = c.req.param('clipId');
      const bytes = await readBytes(c, LIMITS.pictureBytes);
      const type = c.req.header('content-type');
      const { person } = c.get('reader');
      await parts.store.write(async (tx) => {
        const held = await findClip(tx, clipId);
        if (held?.clip == null || held.submitterId !== person.id) throw new RequestProblem('unknown');
        const announced = announcedPicture(held.clip.picture, type, bytes);
        const stored = await findPicture(tx, clipId);
        // [BL2] The same answer whether the bytes are new or were here.
        if (stored?.hash === announced.hash) return;
        await savePicture(tx, clipId, { hash: announced.hash, type: announced.type, bytes });
        tx.changed('clip', clipId); // [BL1] Who holds the clip already can fetch its picture now.
      });
      return c.body(null, 204);
    })
    .get(ROUTES.picture, async (c) => {
      const clipId = c.req.param('clipId');
      const { person } = c.get('reader');
      const picture = await parts.store.read(async (sql) => {
        const held = await findClip(sql, clipId);
        if (held?.clip == null) return null;
        const maySee = maySeePicture(person, held) || (await isPublishedPicture(sql, clipId));
        return maySee ? findPicture(sql, clipId) : null;
      });
      if (picture === null) throw new RequestProblem('unknown');
      return new Response(new Uint8Array(picture.bytes), {
        headers: {
          'content-type': picture.type,
          // A changed picture has another hash, and whoever shows it knows the hash from the clip.
          'cache-control': 'private, max-age=86400',
          etag: `"${picture.hash}"`,
          'content-security-policy': "default-src 'none'; sandbox",
        },
      });
    });

/** The picture that the clip names, if this is it. @throws RequestProblem */
function announcedPicture(picture: Picture | null, type: string | undefined, bytes: Uint8Array): Picture {
  if (picture === null) throw new RequestProblem('bad_request', { detail: 'The clip names no picture.' });
  if (type !== picture.type) throw new RequestProblem('wrong_type');
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== picture.hash)
    throw new RequestProblem('bad_request', { detail: 'The bytes are not those that the clip names.' });
  return picture;
}

/** [BL2] Through a clip that the reader may see: their own, and at the desk everyone's. What was published is everybody's. */
const maySeePicture = (person: Person, held: HeldClip): boolean =>
  held.clip !== null && (held.submitterId === person.id || mayDecide(person.roles));
