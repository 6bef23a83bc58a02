/** Put into a page after a clip was kept without a popup. Lives in a closed shadow root and leaves no trace. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showToast } from '../../components/toast/toast.ts';
import type { ToastContent } from '../../components/toast/toast-props.ts';
import type { ToastCalls } from '../../messaging/calls.ts';
import { createCaller } from '../../messaging/rpc.ts';
import { toastParsers } from '../../messaging/toast-parsers.ts';
import { ownGlobal, provide } from '../browser/in-tab.ts';

type Runtime = { sendMessage(message: unknown): Promise<unknown> };

/** Shared by all scripts of this extension in the page, unseen by the page itself. */
const world = globalThis as typeof globalThis & {
  closeClipdeskToast?: () => void;
  browser?: { runtime: Runtime };
  chrome?: { runtime: Runtime };
};

/** The browser's own: what makes the two alike elsewhere weighs as much as the toast, and sending is the same in both. */
const send = async (message: unknown) =>
  (ownGlobal(world, 'browser') ?? ownGlobal(world, 'chrome'))?.runtime.sendMessage(message);

export default defineUnlistedScript({
  globalName: true,
  main() {
    const call = createCaller<ToastCalls>({ send }, toastParsers);
    provide('showToast', ({ clipId, ...content }: ToastContent) => {
      // One toast at a time.
      ownGlobal(world, 'closeClipdeskToast')?.();
      world.closeClipdeskToast = showToast(document, {
        ...content,
        onTag: async (choice) => {
          const answer = await call('tagClip', { ...choice, clipId, goalId: choice.goalId || null });
          return answer.ok ? { ...answer.value, goalId: answer.value.goalId ?? '' } : null;
        },
        onUndo: async () => (await call('undoClip', { clipId })).ok,
        onShowRead: async () => (await call('showRead', { clipId })).ok,
      });
      return true;
    });
  },
});
