import { endOfPeriod, type GoalProgress } from '../../desk/goal-progress.ts';
import { formatNumber } from '../../locales/amounts.ts';
import { textIn } from '../../locales/local-text.ts';
import { goals as words } from '../../locales/words.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import { percentText } from './percent-text.ts';

const WIDTH = 360;
const HEIGHT = 146;
/** Room for the line's own width, and for words above and below. */
const EDGE = 6;
const TOP = 18;
const BOTTOM = 24;
/** The room of a letter below the line, and of half of "today": where that would touch a day, the day gives way. */
const LETTER = 6;
const HALF_TODAY = 20;

/**
 * The way of a goal through its period: an even way dashed, the target above it, the measured line with its points,
 * and below it when the period begins, where today is and when it ends.
 * Drawn by hand: a few numbers need no library. Its words are its label; the table below has every number.
 */
export function GoalChart({ goal, progress }: { goal: Goal; progress: GoalProgress }) {
  const t = useWords(words);
  const format = useFormat();
  const { language, now } = useReader();
  const { target, periodFrom, periodTo } = goal;
  if (target === null || periodFrom === null || periodTo === null) return null;
  const { counting, points, value, share, elapsed } = progress;
  const from = counting === 'sum' ? 0 : (goal.baseline ?? 0);
  const end = endOfPeriod(periodTo);
  const values = [
    from,
    target,
    ...points.map((point) => point.value),
    ...(goal.baseline === null ? [] : [goal.baseline]),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => EDGE + ((at - periodFrom) / (end - periodFrom)) * (WIDTH - 2 * EDGE);
  const y = (amount: number) => HEIGHT - BOTTOM - ((amount - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM);
  const number = (amount: number) => formatNumber(language, amount);
  const unit = textIn(language, goal.unit);
  const title = textIn(language, goal.title);
  const label =
    value === null || share === null
      ? t('chartNone', { title, target: number(target), unit })
      : t('chart', {
          ...{ title, unit, value: number(value), target: number(target) },
          ...{ share: percentText(language, share), elapsed: percentText(language, elapsed) },
        });
  const way = [{ at: periodFrom, value: from }, ...points].map((point) => `${x(point.at)},${y(point.value)}`).join(' ');
  const isNow = now > periodFrom && now < end;
  const days = [
    { day: format.date(periodFrom), at: EDGE, anchor: 'start' as const },
    { day: format.date(periodTo), at: WIDTH - EDGE, anchor: 'end' as const },
  ].filter(({ day, at }) => !isNow || Math.abs(x(now) - at) > day.length * LETTER + HALF_TODAY);
  return (
    <svg class="goal-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line class="goal-target" x1={EDGE} x2={WIDTH - EDGE} y1={y(target)} y2={y(target)} />
      <text class="goal-word" x={EDGE} y={y(target) - 5}>
        {`${t('target')} ${number(target)} ${unit}`}
      </text>
      <line class="goal-axis" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      {days.map(({ day, at, anchor }) => (
        <text key={anchor} class="goal-word" x={at} y={HEIGHT - 8} text-anchor={anchor}>
          {day}
        </text>
      ))}
      <line class="goal-even" x1={x(periodFrom)} y1={y(from)} x2={x(end)} y2={y(target)} />
      {isNow ? (
        <>
          <line class="goal-now" x1={x(now)} x2={x(now)} y1={TOP} y2={HEIGHT - BOTTOM} />
          <text class="goal-word" x={x(now)} y={HEIGHT - 8} text-anchor="middle">
            {t('today')}
          </text>
        </>
      ) : null}
      {points.length === 0 ? null : <polyline class="goal-way" points={way} />}
      {points.map((point) => (
        <circle key={point.at} class="goal-point" cx={x(point.at)} cy={y(point.value)} r={4} />
      ))}
    </svg>
  );
}
