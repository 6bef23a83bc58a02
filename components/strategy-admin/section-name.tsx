import { strategy as words } from '../../locales/words.ts';
import { useWords } from '../language.tsx';

const SECTIONS = [
  'queue',
  'desk',
  'retention',
  'signIn',
  'siteProfiles',
  'rules',
  'people',
  'departments',
  'goals',
  'audiences',
  'channels',
] as const;

/** What an entry of a section is called: a goal, a department. */
export function SectionName({ section }: { section: string }) {
  const t = useWords(words);
  const known = SECTIONS.find((each) => each === section);
  return <span class="soft">{known === undefined ? section : t(`section.${known}`)}</span>;
}
