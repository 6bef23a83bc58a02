/** Put into a page after a clip was kept without a popup. Lives in a closed shadow root and leaves no trace. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { showToast } from '../../components/toast/toast.ts';
import type { ShowCalls, ToastCalls } from '../../messaging/calls.ts';
import { answerCalls, createCaller } from '../../messaging/rpc.ts';
import { showParsers, toastParsers } from '../../messaging/toast-parsers.ts';
import { fromBackground, toBackground } from '../browser/message-adapters.ts';

export default defineContentScript({
  registration: 'runtime',
  globalName: true,
  main() {
    const call = createCaller<ToastCalls>(toBackground, toastParsers);
    const stop = answerCalls<ShowCalls>(fromBackground, showParsers, {
      async showToast({ clipId, goalId, ...content }) {
        // One toast for each time this script was put here; the next one brings its own listener.
        stop();
        const toast = showToast(document, {
          ...content,
          goalId: goalId ?? '',
          onTag: (choice) => {
            const wanted = choice.goalId === '' ? null : choice.goalId;
            void call('tagClip', { clipId, departmentId: choice.departmentId, goalId: wanted }).then((answer) => {
              if (answer.ok) toast.update({ ...answer.value, goalId: answer.value.goalId ?? '' });
            });
          },
          onUndo: async () => (await call('undoClip', { clipId })).ok,
          onGone: () => void call('toastGone', { clipId }),
        });
        return {};
      },
    });
  },
});
