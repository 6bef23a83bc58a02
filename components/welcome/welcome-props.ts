export type WelcomeScreenProps = {
  /** As the browser spells them, for example "Alt+Shift+K"; empty when the shortcut is taken. */
  shortcuts: { popup: string; clip: string };
  joined: boolean;
  onJoin(): void;
};
