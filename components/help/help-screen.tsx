import '../tokens.css';
import '../base.css';
import './help.css';
import { help as words } from '../../locales/words.ts';
import { type Role, roleSchema } from '../../protocol/person.ts';
import { useWords } from '../language.tsx';
import { RolePage } from './role-page.tsx';

export type HelpScreenProps = {
  roles: readonly Role[];
  /** As the browser spells them; empty when a shortcut is taken. */
  shortcuts: { popup: string; clip: string };
  /** Where the tour stands: not begun, left somewhere, or seen. */
  tour: 'fresh' | 'begun' | 'seen';
  /** @param role whose steps are wanted; null: where it was left */
  onTour(role: Role | null): void;
  onStrategy(): void;
};

/** What each of the seven roles does, its keys, what it sees and what not; one's own first. */
export function HelpScreen({ roles, shortcuts, tour, onTour, onStrategy }: HelpScreenProps) {
  const t = useWords(words);
  const others = roleSchema.options.filter((role) => !roles.includes(role));
  return (
    <main class="sheet help-sheet">
      <header class="help-head">
        <h1>{t('heading')}</h1>
        <p class="soft">{t('lead')}</p>
        <div class="help-tour">
          <button type="button" class="button button-primary" onClick={() => onTour(null)}>
            {t(tour === 'fresh' ? 'start' : tour === 'begun' ? 'resume' : 'again')}
          </button>
          <span class="small soft">{t('minutes')}</span>
        </div>
      </header>
      <h2>{t('yours')}</h2>
      {roleSchema.options
        .filter((role) => roles.includes(role))
        .map((role) => (
          <RolePage key={role} role={role} shortcuts={shortcuts} own onTour={() => onTour(role)} />
        ))}
      <h2>{t('others')}</h2>
      <p class="soft">
        {t('whoLink')}{' '}
        <button type="button" class="link" onClick={onStrategy}>
          {t('toStrategy')}
        </button>
      </p>
      {others.map((role) => (
        <RolePage key={role} role={role} shortcuts={shortcuts} own={false} onTour={null} />
      ))}
    </main>
  );
}
