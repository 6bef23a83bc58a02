import { useMemo } from 'preact/hooks';
import { marksIn } from '../../../desk/words/marks.ts';
import { readQuery } from '../../../desk/words/query.ts';

/** A text with the words marked that a search found it by. */
export function Marked({ text, search }: { text: string; search: string }) {
  const marks = useMemo(() => marksIn(text, readQuery(search)), [text, search]);
  if (marks.length === 0) return <>{text}</>;
  return (
    <>
      {marks.map(([from, to], at) => (
        <>
          {text.slice(marks[at - 1]?.[1] ?? 0, from)}
          <mark key={from}>{text.slice(from, to)}</mark>
        </>
      ))}
      {text.slice(marks.at(-1)?.[1])}
    </>
  );
}
