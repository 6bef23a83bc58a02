import CalendarDays from 'lucide/dist/esm/icons/calendar-days.mjs';
import { useRef, useState } from 'preact/hooks';
import { textIn } from '../../locales/local-text.ts';
import { plan as planWords } from '../../locales/words.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import type { Channel } from '../../protocol/strategy.ts';
import type { Topic } from '../../protocol/topic.ts';
import { EmptyState } from '../empty-state.tsx';
import { useReader, useWords } from '../language.tsx';
import { dateText, daysAfter } from './day-at.ts';
import { PlanCard } from './plan-card.tsx';
import type { PlanDraft, PlanItem, PlanScreenProps, PlanView } from './plan-props.ts';
import { PublicationEditor } from './publication-editor.tsx';
import { Sideways } from './sideways.tsx';
import { UndatedList } from './undated-list.tsx';
import { useReturn } from './use-return.ts';
import { itemsIn } from './week-of.ts';

/** The plan by channel and week, and beside it what was accepted and has no place yet. */
export function PlanCalendar({
  plan,
  strategy,
  draft,
  onDraft,
  onWeeks,
  onSave,
  onBegin,
  onOpenTopic,
}: PlanScreenProps) {
  const t = useWords(planWords);
  const { timeZone } = strategy.rules;
  const [editing, setEditing] = useState<PlanDraft | null>(draft);
  /** What was typed into forms that another one took the place of. */
  const typed = useRef(new Map<string, PublicationInput>());
  /** The topic that waits for a place to be picked. */
  const [placing, setPlacing] = useState<Topic | null>(null);
  const work = useRef<HTMLDivElement>(null);
  const leave = useReturn(work, editing === null);
  if (plan === null)
    return (
      <p class="plan-loading" role="status">
        {t('loading')}
      </p>
    );
  const channels = plan.channels.filter(
    ({ id, active }) => active || plan.items.some(({ publication }) => publication.channelId === id),
  );
  if (channels.length === 0)
    return <EmptyState icon={CalendarDays} title={t('noChannels')} text={t('noChannelsText')} />;

  const edit = (next: PlanDraft) => {
    const publication = typed.current.get(next.publication.id) ?? next.publication;
    setEditing({ ...next, publication });
    onDraft({ ...next, publication });
  };
  /** Nothing of it is to be kept any more. */
  const drop = (id: string) => {
    typed.current.delete(id);
    onDraft(null);
  };
  const place = (topic: Topic, channel: Channel, week: number) => {
    const start = plan.weeks[week];
    if (start === undefined) return;
    setPlacing(null);
    edit({
      publication: newPublication(topic.id, channel.id, daysAfter(start.from, 2, timeZone)),
      title: topic.title,
      fresh: true,
    });
  };
  const save = async (publication: PublicationInput) => {
    // Refused: the form stays, with everything that was typed.
    if (!(await onSave(publication))) return;
    leave([`[data-publication="${publication.id}"]`]);
    drop(publication.id);
    setEditing((now) => (now?.publication.id === publication.id ? null : now));
  };
  const cancel = ({ publication: { id, topicId } }: PlanDraft) => {
    drop(id);
    leave([`[data-publication="${id}"]`, `[data-place="${topicId}"]`]);
    setEditing(null);
  };
  return (
    <div ref={work} class="plan-work">
      {editing === null ? null : (
        <PublicationEditor
          key={editing.publication.id}
          {...editing}
          channels={channels}
          onForm={(publication) => {
            typed.current.set(publication.id, publication);
            onDraft({ ...editing, publication });
          }}
          timeZone={timeZone}
          topicState={topicOf(plan, editing.publication.topicId)?.state ?? null}
          clearance={topicOf(plan, editing.publication.topicId)?.clearance ?? null}
          onSave={(publication) => void save(publication)}
          onBegin={() => onBegin(editing.publication.topicId)}
          onOpenTopic={() => onOpenTopic(editing.publication.topicId)}
          onClose={() => cancel(editing)}
        />
      )}
      <div class="panel">
        <header class="panel-head">
          <h2 id="calendar-title" tabIndex={-1}>
            {t('calendar')}
          </h2>
          <div class="button-row">
            <button type="button" class="button" onClick={() => onWeeks(-plan.weeks.length)}>
              {t('earlier')}
            </button>
            <button type="button" class="button" onClick={() => onWeeks(0)}>
              {t('thisWeek')}
            </button>
            <button type="button" class="button" onClick={() => onWeeks(plan.weeks.length)}>
              {t('later')}
            </button>
          </div>
        </header>
        {placing === null ? null : (
          <p class="placing" role="status">
            {t('placing', { title: placing.title })}{' '}
            <button type="button" class="button button-quiet" onClick={() => setPlacing(null)}>
              {t('placingCancel')}
            </button>
          </p>
        )}
        <Board
          plan={plan}
          channels={channels}
          timeZone={timeZone}
          placing={placing}
          onPlace={place}
          onEdit={({ publication, topic }) =>
            edit({ publication, title: topic?.title ?? t('topicAway'), fresh: false })
          }
        />
      </div>
      <UndatedList
        topics={plan.undated}
        placingId={placing?.id ?? null}
        onPlace={setPlacing}
        onOpenTopic={onOpenTopic}
      />
    </div>
  );
}

/** Null while this device does not hold the topic. */
const topicOf = ({ items, undated }: PlanView, topicId: string): Topic | null =>
  [...undated, ...items.flatMap(({ topic }) => topic ?? [])].find(({ id }) => id === topicId) ?? null;

const newPublication = (topicId: string, channelId: string, dueAt: number): PublicationInput => ({
  id: crypto.randomUUID(),
  topicId,
  channelId,
  state: 'planned',
  dueAt,
  publishedAt: null,
  address: null,
});

type BoardProps = {
  plan: PlanView;
  channels: readonly Channel[];
  timeZone: string;
  placing: Topic | null;
  onPlace(topic: Topic, channel: Channel, week: number): void;
  onEdit(item: PlanItem): void;
};

function Board({ plan: { weeks, items }, channels, timeZone, placing, onPlace, onEdit }: BoardProps) {
  const t = useWords(planWords);
  const { language, now } = useReader();
  return (
    <Sideways labelledBy="calendar-title">
      <table class="calendar">
        <thead>
          <tr>
            <td />
            {weeks.map((week, at) => (
              <th key={week.from} scope="col" aria-current={isNow(weeks, at, now) ? 'date' : undefined}>
                {t('weekNumber', { number: week.number })}
                <span class="calendar-date small soft">{dateText(week.from, timeZone, language, now)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr key={channel.id}>
              <th scope="row">{textIn(language, channel.name)}</th>
              {weeks.map((week, at) => {
                const here = itemsIn(items, channel.id, weeks, at);
                const slots = channel.slotsPerWeek;
                const over = slots !== null && here.length > slots;
                return (
                  <td key={week.from} class={over ? 'calendar-cell calendar-over' : 'calendar-cell'}>
                    {slots === null ? null : (
                      <span class="calendar-slots" title={t('slotsText', { used: here.length, slots })}>
                        {over ? t('overfull', { used: here.length, slots }) : t('slots', { used: here.length, slots })}
                      </span>
                    )}
                    {here.map((item) => (
                      <PlanCard key={item.publication.id} item={item} timeZone={timeZone} onOpen={() => onEdit(item)} />
                    ))}
                    {placing === null ? null : (
                      <button
                        type="button"
                        class="button button-quiet place-here"
                        onClick={() => onPlace(placing, channel, at)}
                      >
                        {t('placeHere')}
                        <span class="hidden-text">
                          {t('placeSpoken', { channel: textIn(language, channel.name), week: week.number })}
                        </span>
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

const isNow = (weeks: PlanView['weeks'], at: number, now: number): boolean =>
  now >= (weeks[at]?.from ?? Number.POSITIVE_INFINITY) &&
  now < (weeks[at + 1]?.from ?? (weeks[at]?.from ?? 0) + 604_800_000);
