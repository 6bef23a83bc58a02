import { describe, expect, it } from 'vitest';
import { checkDecision } from '../../desk/decisions.ts';
import { changeTopic } from '../../desk/edit-topic.ts';
import { checkEmbargo, endOfEmbargo, followingEmbargo, isAhead } from '../../desk/embargo.ts';
import { forSubmitters } from '../../desk/for-submitters.ts';
import { takeIn } from '../../desk/merging.ts';
import { checkPublication } from '../../desk/publications.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import { decision, editor, publication, topic } from './samples.ts';

const NOON = Date.UTC(2026, 11, 15, 11);
const DAY = 86_400_000;

describe('[PB4] the embargo of a page', () => {
  it('ends by the desk’s clock, or by UTC where the page says so', () => {
    expect(endOfEmbargo({ until: '2026-12-15T12:00' }, 'Europe/Berlin')).toBe(NOON);
    expect(endOfEmbargo({ until: '2026-12-15T11:00Z' }, 'Europe/Berlin')).toBe(NOON);
    expect(endOfEmbargo({ until: '2026-12-15' }, 'Europe/Berlin')).toBe(Date.UTC(2026, 11, 14, 23));
    expect(endOfEmbargo({ until: null }, 'Europe/Berlin')).toBeNull();
    expect(endOfEmbargo({ until: '2026-13-45' }, 'Europe/Berlin')).toBeNull();
  });

  it('is to be kept until then; one without a date always', () => {
    const ahead = (at: number) => isAhead({ until: '2026-12-15T12:00' }, at, 'Europe/Berlin');
    expect([ahead(NOON - 1), ahead(NOON)]).toEqual([true, false]);
    expect([isAhead({ until: null }, NOON, 'UTC'), isAhead(undefined, NOON, 'UTC')]).toEqual([true, false]);
  });

  it('becomes the topic’s, the later of two; one that is over or says no day changes nothing', () => {
    const until = { until: '2026-12-15T12:00' };
    const follow = (before: number | null, at: number) => followingEmbargo(before, until, 'Europe/Berlin', at);
    expect([follow(null, 0), follow(NOON + 5, 0), follow(NOON - 5, 0), follow(null, NOON)]).toEqual([
      NOON,
      NOON + 5,
      NOON,
      null,
    ]);
    expect(followingEmbargo(7, { until: null }, 'UTC', 0)).toBe(7);
    const target = topic({ embargoUntil: NOON });
    expect(takeIn(target, topic({ id: 'x', embargoUntil: NOON + DAY }), 2, null).embargoUntil).toBe(NOON + DAY);
    expect(takeIn(target, topic({ id: 'x' }), 2, null).embargoUntil).toBe(NOON);
  });

  it('keeps the topic from being published, by a publication and by a decision, until it ends or is lifted', () => {
    const of = topic({ state: 'in_work', embargoUntil: NOON });
    const appears = (at: number, subject = of) =>
      checkPublication(
        subject,
        { ...publication(subject), topicId: of.id, state: 'published', publishedAt: null },
        editor,
        at,
      )?.kind;
    expect([appears(NOON - 1), appears(NOON)]).toEqual(['page_embargo', undefined]);
    expect(checkDecision(of, decision(of, { to: 'published' }), editor, NOON - 1)?.kind).toBe('page_embargo');
    expect(checkEmbargo(changeTopic(of, { embargoUntil: null }, null), NOON - 1, '')).toBeNull();
    expect(changeTopic(of, { title: 'Other' }, null).embargoUntil).toBe(NOON);
  });

  it('is the desk’s alone', () => {
    expect(
      forSubmitters(topic({ embargoUntil: NOON }), { isSupported: true, isEmbargoed: false }, DEFAULT_DESK_RULES, 0)
        .embargoUntil,
    ).toBeNull();
  });
});
