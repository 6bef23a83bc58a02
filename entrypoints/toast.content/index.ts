/** Put into a page after a clip was kept without a popup. Lives in a closed shadow root and leaves no trace. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { showToast } from '../../components/toast/toast.ts';
import type { ShowCalls, ToastCalls } from '../../messaging/calls.ts';
import { answerCalls, createCaller } from '../../messaging/rpc.ts';
import { showParsers, toastParsers } from '../../messaging/toast-parsers.ts';
import { fromBackground, toBackground } from '../browser/message-adapters.ts';

/** Shared by all scripts of this extension in the page, unseen by the page itself. */
const world = globalThis as typeof globalThis & { closeClipdeskToast?: () => void };

export default defineContentScript({
  registration: 'runtime',
  globalName: true,
  main() {
    const call = createCaller<ToastCalls>(toBackground, toastParsers);
    const stop = answerCalls<ShowCalls>(fromBackground, showParsers, {
      async showToast({ clipId, goalId, ...content }) {
        // One listener for each time this script was put here, and one toast at a time.
        stop();
        world.closeClipdeskToast?.();
        world.closeClipdeskToast = showToast(document, {
          ...content,
          goalId: goalId ?? '',
          onTag: async (choice) => {
            const answer = await call('tagClip', { ...choice, clipId, goalId: choice.goalId || null });
            return answer.ok ? { ...answer.value, goalId: answer.value.goalId ?? '' } : null;
          },
          onUndo: async () => (await call('undoClip', { clipId })).ok,
        });
        return {};
      },
    });
  },
});
