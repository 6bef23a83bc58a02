/** Editing the strategy: what the queue has, the entry that stands open, and what became of saving it. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { BLANK } from '../../components/strategy-admin/entry-fields.ts';
import { faultsAtFields, problemsOf } from '../../components/strategy-admin/entry-problems.ts';
import { entriesOf, entryName } from '../../components/strategy-admin/entry-text.ts';
import type { Draft, KeepingActs, KeepingView, OpenEntry } from '../../components/strategy-admin/strategy-props.ts';
import { tidied } from '../../components/strategy-admin/tidied.ts';
import type { Language } from '../../locales/t.ts';
import { type EntrySection, type StrategyView, strategyEditSchema } from '../../protocol/strategy-edit.ts';
import type { StrategySaved } from '../../protocol/strategy-history.ts';
import { type StrategyDesk, whyRefused } from '../../sync/strategy.ts';
import { useUndoOffer } from '../browser/use-undo-offer.ts';
import { lineProblem } from './line-problem.ts';
import { isOf, isUnsaved, keepOpenEntries, readOpenEntries } from './open-entries.ts';
import { overlay } from './overlay.ts';

type Said = Pick<KeepingView, 'problem' | 'fieldProblems' | 'faults' | 'conflict'>;
const NOTHING: Said = { problem: null, fieldProblems: {}, faults: [], conflict: null };

/** How what was just saved is taken back. */
type Undo = { section: EntrySection; id: string; before: Draft | null; version: number };

type Given = {
  desk: StrategyDesk;
  accountKey: string;
  language: Language;
  /** False: nothing is asked for. */
  wanted: boolean;
  /** Something was changed in the queue: devices should hear of it. */
  onChanged(): void;
};

function refreshed(shown: OpenEntry | null, read: StrategyView, language: Language): OpenEntry | null {
  if (shown?.base == null || isUnsaved(shown)) return shown;
  const { section, base } = shown;
  const entry = entriesOf(read, section, language).find(({ id }) => id === base.id);
  return entry === undefined ? shown : { section, base: entry, draft: entry, version: read.version };
}

export function useKeeping({ desk, accountKey, language, wanted, onChanged }: Given): KeepingView & KeepingActs {
  const [view, setView] = useState<StrategyView | null>(null);
  const [loading, setLoading] = useState(true);
  const [kept, setKept] = useState(() => readOpenEntries(accountKey));
  const [open, setOpen] = useState<OpenEntry | null>(null);
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState(NOTHING);
  const [tried, setTried] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [done, setDone] = useUndoOffer<NonNullable<KeepingView['done']>>();
  const undo = useRef<Undo | null>(null);

  const remember = (entry: OpenEntry, isKept: boolean) => {
    const others = kept.filter((each) => !isOf(each, entry.section, entry.base?.id ?? null));
    const next = isKept ? [...others, entry] : others;
    setKept(next);
    keepOpenEntries(accountKey, next);
  };
  const load = useCallback(async (): Promise<StrategyView | null> => {
    setLoading(true);
    try {
      const read = await desk.read();
      setView(read);
      // An entry in which nothing was typed yet is shown as it is now: else its first change would be a conflict.
      setOpen((shown) => refreshed(shown, read, language));
      setSaid((before) => ({ ...before, problem: null }));
      return read;
    } catch (error) {
      const why = whyRefused(error);
      setSaid((before) => ({ ...before, problem: lineProblem(why.kind === 'line' ? why.because : 'failed') }));
      return null;
    } finally {
      setLoading(false);
    }
  }, [desk, language]);
  useEffect(() => {
    if (wanted) void load();
  }, [wanted, load]);

  const show = (entry: OpenEntry | null) => {
    setOpen(entry);
    setSaid(NOTHING);
    setTried(false);
  };
  const inView = (from: StrategyView, section: EntrySection, id: string): Draft | null =>
    entriesOf(from, section, language).find((each) => each.id === id) ?? null;
  /** Opens an entry as the queue has it now. */
  const showAgain = (from: StrategyView | null, section: EntrySection, id: string) => {
    const entry = from === null ? null : inView(from, section, id);
    show(entry === null || from === null ? null : { section, base: entry, draft: entry, version: from.version });
  };
  const refuse = (why: Said) => {
    setSaid(why);
    setRefusals((count) => count + 1);
  };
  const refused = async (error: unknown, entry: OpenEntry) => {
    const why = whyRefused(error);
    if (why.kind === 'line') refuse({ ...NOTHING, problem: lineProblem(why.because) });
    else if (why.kind === 'faulty') {
      const { fields, rest } = faultsAtFields(entry.section, entry.draft.id, why.faults);
      refuse({ ...NOTHING, fieldProblems: fields, faults: rest });
    } else {
      await load();
      refuse({ ...NOTHING, conflict: { since: why.since } });
    }
  };
  const send = async (body: object, entry: OpenEntry): Promise<StrategySaved | null> => {
    if (saving) return null;
    setSaving(true);
    try {
      const saved = await desk.edit(strategyEditSchema.parse(body));
      onChanged();
      return saved;
    } catch (error) {
      await refused(error, entry);
      return null;
    } finally {
      setSaving(false);
    }
  };
  const save = async (entry: OpenEntry) => {
    setTried(true);
    // What was saved before has nothing to say beside what becomes of this.
    setDone(null);
    const { section, base, version } = entry;
    const fieldProblems = problemsOf(section, entry.draft, base);
    if (Object.keys(fieldProblems).length > 0) return refuse({ ...NOTHING, fieldProblems });
    const draft = tidied(section, entry.draft, base);
    const saved = await send({ basedOn: version, put: { section, entry: draft } }, entry);
    if (saved === null) return;
    const losesWord = saved.changes.some(({ fields }) =>
      fields.some(({ path, after }) => path === 'sponsorConfirmedAt' && after === null),
    );
    undo.current = { section, id: draft.id, before: base, version: saved.version };
    remember(entry, false);
    setDone({ section, text: 'saved', name: entryName(draft, language), losesWord });
    showAgain(await load(), section, draft.id);
  };

  return {
    view,
    loading,
    open,
    saving,
    refusals,
    done,
    ...said,
    unsaved: Object.fromEntries(
      Object.entries(Object.groupBy(kept, ({ section }) => section)).map(([section, entries]) => [
        section,
        entries.flatMap(({ base }) => base?.id ?? []),
      ]),
    ),
    onReload: () => void load(),
    onOpen(section, id) {
      setDone(null);
      const begun = kept.find((each) => isOf(each, section, id));
      if (begun !== undefined) return show(begun);
      if (view === null) return;
      if (id === null) return show({ section, base: null, draft: BLANK[section], version: view.version });
      showAgain(view, section, id);
    },
    onDraft(draft) {
      if (open === null) return;
      setDone(null);
      const next = { ...open, draft };
      setOpen(next);
      remember(next, isUnsaved(next));
      setSaid((before) => ({
        ...before,
        faults: [],
        fieldProblems: tried ? problemsOf(open.section, draft, open.base) : {},
      }));
    },
    onSave: () => void (open !== null && save(open)),
    async onRemove() {
      if (open?.base == null) return;
      setDone(null);
      const { section, base, version } = open;
      const saved = await send({ basedOn: version, remove: { section, id: base.id } }, open);
      if (saved === null) return;
      undo.current = { section, id: base.id, before: base, version: saved.version };
      remember(open, false);
      setDone({ section, text: 'removed', name: entryName(base, language), losesWord: false });
      await load();
      show(null);
    },
    onDiscard() {
      if (open === null) return;
      remember(open, false);
      showAgain(view, open.section, open.base?.id ?? '');
    },
    onClose: () => show(null),
    onResolve(choice) {
      if (open === null || view === null) return;
      const theirs = inView(view, open.section, open.draft.id);
      if (theirs === null) return show(null);
      if (choice === 'theirs') {
        remember(open, false);
        return showAgain(view, open.section, theirs.id);
      }
      const mine = { ...open, base: theirs, draft: overlay(open, theirs), version: view.version };
      show(mine);
      void save(mine);
    },
    async onUndo() {
      const last = undo.current;
      if (last === null) return;
      const { section, id, before, version } = last;
      const act = before === null ? { remove: { section, id } } : { put: { section, entry: before } };
      const entry = { section, base: before, draft: before ?? BLANK[section], version };
      if ((await send({ basedOn: version, ...act }, entry)) === null) return;
      undo.current = null;
      setDone(null);
      showAgain(await load(), section, id);
    },
  };
}
