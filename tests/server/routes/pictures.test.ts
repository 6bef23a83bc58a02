import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Clip, Picture } from '../../../protocol/clip.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { picturePath } from '../../../protocol/routes.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

const BYTES = new Uint8Array([82, 73, 70, 70, 1, 2, 3]);

const pictureOf = (bytes: Uint8Array): Picture => ({
  hash: createHash('sha256').update(bytes).digest('hex'),
  type: 'image/webp',
  width: 320,
  height: 200,
  bytes: bytes.length,
  alt: '',
});

let queue: TestQueue;
let hanna: TestDevice;
let jonas: TestDevice;
let mara: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
});

const upload = (device: TestDevice, clip: Clip, bytes: Uint8Array = BYTES, type = 'image/webp') =>
  queue.app.request(picturePath(clip.id), {
    method: 'PUT',
    headers: { authorization: `Bearer ${device.token}`, 'content-type': type },
    body: Uint8Array.from(bytes),
  });
const fetchPicture = (device: TestDevice, clip: Clip) => device.send('GET', picturePath(clip.id));
const stored = async () => (await queue.store.read((sql) => sql.all('SELECT clip_id FROM picture'))).length;

test('[BL1][BL3] a clip comes first, its picture after it, and whoever holds the clip hears of it', async () => {
  const clip = sampleClip({ picture: pictureOf(BYTES) });
  await hanna.push(saveClip(clip));
  const { cursor } = await mara.pull();
  expect((await fetchPicture(mara, clip)).status).toBe(404);
  expect((await upload(hanna, clip)).status).toBe(204);
  expect((await mara.pull(cursor)).changes).toMatchObject([{ kind: 'clip', id: clip.id }]);
  const response = await fetchPicture(mara, clip);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES);
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('[BL2] a picture is served to its submitter and the desk, and to nobody else', async () => {
  const clip = sampleClip({ picture: pictureOf(BYTES) });
  await hanna.push(saveClip(clip));
  await upload(hanna, clip);
  const statuses = await Promise.all(
    [hanna, mara, jonas].map(async (device) => (await fetchPicture(device, clip)).status),
  );
  expect(statuses).toEqual([200, 200, 404]);
  expect((await queue.app.request(picturePath(clip.id))).status).toBe(401);
});

test('[BL2] knowing a hash opens nothing, and uploading does not tell whether the bytes were there', async () => {
  const [hers, his] = [sampleClip({ picture: pictureOf(BYTES) }), sampleClip({ picture: pictureOf(BYTES) })];
  await hanna.push(saveClip(hers));
  await upload(hanna, hers);
  await jonas.push(saveClip(his));
  expect((await fetchPicture(jonas, his)).status).toBe(404);
  const answers = [await upload(jonas, his), await upload(jonas, his), await upload(hanna, hers)];
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['', '', '']);
});

test('[BL2] nobody uploads to a clip that is not theirs, and learns nothing by trying', async () => {
  const clip = sampleClip({ picture: pictureOf(BYTES) });
  await hanna.push(saveClip(clip));
  const [foreign, missing] = [await upload(jonas, clip), await upload(jonas, sampleClip())];
  const body = async (response: Response) => ({ ...(await response.json()), requestId: '' });
  expect(await body(foreign)).toEqual(await body(missing));
  expect(await stored()).toBe(0);
});

test('[BL4] a picture is erased with its clip', async () => {
  const clip = sampleClip({ picture: pictureOf(BYTES) });
  await hanna.push(saveClip(clip));
  await upload(hanna, clip);
  await hanna.push({ name: 'withdrawClip', clipId: clip.id });
  expect(await stored()).toBe(0);
  expect((await fetchPicture(hanna, clip)).status).toBe(404);
});

test('[BL4] a picture that the clip no longer names is erased', async () => {
  const clip = sampleClip({ picture: pictureOf(BYTES) });
  await hanna.push(saveClip(clip));
  await upload(hanna, clip);
  const other = pictureOf(new Uint8Array([1]));
  await hanna.push({ name: 'editClip', clipId: clip.id, changes: { picture: other } });
  expect(await stored()).toBe(0);
});

test.each<[string, Uint8Array, string, number]>([
  ['other bytes than announced', new Uint8Array([9]), 'image/webp', 400],
  ['another type than announced', BYTES, 'text/html', 415],
  ['too many bytes', new Uint8Array(LIMITS.pictureBytes + 1), 'image/webp', 413],
])('%s are refused', async (_what, bytes, type, status) => {
  const clip = sampleClip({ picture: pictureOf(BYTES) });
  await hanna.push(saveClip(clip));
  expect((await upload(hanna, clip, bytes, type)).status).toBe(status);
  expect(await stored()).toBe(0);
});
