import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import ListTodo from 'lucide/dist/esm/icons/list-todo.mjs';
import { commands, roleNames, rolePages, help as words } from '../../locales/words.ts';
import type { Role } from '../../protocol/person.ts';
import { Icon } from '../icon.tsx';
import { keyText } from '../inbox/commands/key-text.ts';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { keysOf } from './role-keys.ts';

type RolePageProps = {
  role: Role;
  shortcuts: { popup: string; clip: string };
  /** Stands open. */
  own: boolean;
  /** Null: not offered. */
  onTour: (() => void) | null;
};

const FACTS = [
  ['does', 'tasks', ListTodo],
  ['sees', 'sees', Eye],
  ['seesNot', 'seesNot', EyeOff],
] as const;

/** One role: what it is, what there is to do, what it sees and what not, and its keys. */
export function RolePage({ role, shortcuts, own, onTour }: RolePageProps) {
  const t = useWords(words);
  const name = useWords(roleNames);
  const says = useWords(rolePages);
  const command = useWords(commands);
  const { language } = useReader();
  const keys = [
    ...(['popup', 'clip'] as const)
      .filter((each) => shortcuts[each] !== '')
      .map((each) => ({ key: shortcuts[each], text: t(each === 'popup' ? 'popupKey' : 'clipKey') })),
    ...keysOf(role).map(({ name: of, key }) => ({ key: keyText(key, language), text: command(of) })),
  ];
  return (
    <details class="card role-page" open={own}>
      <summary>
        <h3>{name(role)}</h3>
        <span class="soft">{says(`${role}.is`)}</span>
      </summary>
      <dl class="role-facts">
        {FACTS.map(([fact, label, icon]) => (
          <div key={fact}>
            <dt class="mark">
              <Icon shapes={icon} />
              {t(label)}
            </dt>
            <dd>{says(`${role}.${fact}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('keys')}</dt>
          <dd>
            <ul class="role-keys">
              {keys.map(({ key, text }) => (
                <li key={text}>
                  <KeyCap keys={key} />
                  <span class="hidden-text">{key} </span>
                  {text}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {onTour === null ? null : (
        <button type="button" class="button role-tour" onClick={onTour}>
          {t('start')}
        </button>
      )}
    </details>
  );
}
