import { useEffect } from 'preact/hooks';
import { showToast } from '../../../components/toast/toast.ts';
import { textIn } from '../../../locales/local-text.ts';
import { createTranslator, type Language } from '../../../locales/t.ts';
import { because, common, tags, toast } from '../../../locales/words.ts';
import { WORKSHOP } from '../samples/clips.ts';
import { STRATEGY } from '../samples/company.ts';

/** The toast over a page that styles everything it can reach. */
function ToastOverPage({ language, title }: { language: Language; title: string }) {
  useEffect(() => {
    openShadowRoots();
    const says = createTranslator(language, common);
    const t = createTranslator(language, toast);
    const choices = (all: readonly { id: string; name: { de?: string | undefined; en?: string | undefined } }[]) =>
      all.map(({ id, name }) => ({ id, name: textIn(language, name) }));
    return showToast(document, {
      texts: {
        saved: t('saved'),
        title,
        department: says('department'),
        goal: says('goal'),
        because: createTranslator(language, tags)('because', {
          what: says('department'),
          reason: createTranslator(language, because)('profile'),
        }),
        undo: says('undo'),
        close: says('close'),
        show: t('show'),
        showRead: t('showRead'),
        undone: t('undone'),
        unchanged: t('unchanged'),
        unshown: t('unshown'),
      },
      departments: choices(STRATEGY.departments),
      goals: [
        { id: '', name: t('editorsDecide') },
        ...choices(STRATEGY.goals.map((goal) => ({ ...goal, name: goal.title }))),
      ],
      departmentId: 'personal',
      goalId: 'nachwuchs',
      onTag: async () => null,
      onUndo: async () => true,
      onShowRead: async () => true,
    });
  }, [language, title]);
  return (
    <main style={{ padding: '2rem', font: '18px serif' }}>
      <h1>Ausbildungswerkstatt</h1>
      <p>{WORKSHOP.excerpt}</p>
    </main>
  );
}

/** Closed roots are opened here, so that axe sees into them. */
function openShadowRoots(): void {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
}

export const TOAST = {
  saved: (language: Language) => <ToastOverPage language={language} title={WORKSHOP.title} />,
};
