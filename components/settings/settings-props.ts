export type LanguageChoice = 'auto' | 'de' | 'en';

export type SettingsScreenProps = {
  language: LanguageChoice;
  /** Single letters and digits as commands in the inbox (WCAG 2.1.4: can be switched off). */
  letterKeys: boolean;
  account: { person: string; queue: string; unsent: number } | null;
  /** Whether the person is thanked by name; null before joining. */
  thanked: boolean | null;
  onThanked(agreed: boolean): void;
  onLanguage(language: LanguageChoice): void;
  onLetterKeys(on: boolean): void;
  onSignOut(): void;
  onJoin(): void;
  /** Opens the browser's own page for shortcuts; null where an extension cannot. */
  onShortcuts: (() => void) | null;
};
