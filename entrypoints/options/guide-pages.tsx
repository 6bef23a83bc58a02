/** Help with the seven roles, and the short tour of one's own. */
import { GuideScreen } from '../../components/guide/guide-screen.tsx';
import { chaptersOf, roleDone, whereToGoOn } from '../../components/guide/guide-steps.ts';
import { HelpScreen } from '../../components/help/help-screen.tsx';
import type { FramePage } from '../../components/page-frame.tsx';
import { mayDecide } from '../../desk/roles.ts';
import type { Role } from '../../protocol/person.ts';
import { keepGuide, readGuide } from '../../storage/guide.ts';
import { ownPerson } from '../../storage/strategy.ts';
import type { Session } from '../browser/session.ts';
import type { Shortcuts } from '../browser/shortcuts.ts';
import { useLive } from '../browser/use-live.ts';

type PageProps = { session: Session; shortcuts: Shortcuts; onOpen(page: FramePage): void; onTour(): void };

export function HelpPage({ session: { db }, shortcuts, onOpen, onTour }: PageProps) {
  const known = useLive(async () => ({ guide: await readGuide(db), roles: (await ownPerson(db)).roles }), [db]);
  if (known === undefined) return null;
  const { guide, roles } = known;
  const begin = async (role: Role | null): Promise<void> => {
    const [first] = chaptersOf(roles);
    const at = role === null ? whereToGoOn(guide, roles) : { role, step: 0 };
    // All were seen: from the beginning.
    const again = first === undefined ? null : { role: first, step: 0 };
    await keepGuide(db, at === null ? { done: [], at: again } : { ...guide, at });
    onTour();
  };
  return (
    <HelpScreen
      roles={roles}
      shortcuts={shortcuts}
      tour={guide.at !== null ? 'begun' : whereToGoOn(guide, roles) === null ? 'seen' : 'fresh'}
      onTour={(role) => void begin(role)}
      onStrategy={() => onOpen('strategy')}
    />
  );
}

export function GuidePage({ session: { db }, shortcuts, onOpen }: Omit<PageProps, 'onTour'>) {
  const known = useLive(async () => ({ guide: await readGuide(db), roles: (await ownPerson(db)).roles }), [db]);
  if (known === undefined) return null;
  const { guide, roles } = known;
  const [first] = chaptersOf(roles);
  const at = whereToGoOn(guide, roles) ?? (first === undefined ? null : { role: first, step: 0 });
  if (at === null) return null;
  return (
    <GuideScreen
      roles={roles}
      at={at}
      progress={guide}
      popupKeys={shortcuts.popup}
      onStep={(next) => void keepGuide(db, { ...guide, at: next })}
      onRoleDone={(role) => {
        const next = roleDone(guide, role, roles);
        void keepGuide(db, next).then(() => {
          if (next.at === null) onOpen(mayDecide(roles) ? 'inbox' : 'suggestions');
        });
      }}
    />
  );
}
