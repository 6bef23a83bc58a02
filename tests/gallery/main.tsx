/**
 * Shows one screen in one state: `?screen=popup&state=form&lang=de&scheme=dark`. Without a screen it
 * lists them all. Never shipped.
 */
import '../../components/tokens.css';
import '../../components/base.css';
import './gallery.css';
import { render } from 'preact';
import { LanguageProvider } from '../../components/language.tsx';
import { LANGUAGES, type Language } from '../../locales/t.ts';
import { NOW } from './samples/company.ts';
import { SCREENS } from './screens.ts';

const asked = new URLSearchParams(location.search);
const language: Language = LANGUAGES.find((spoken) => spoken === asked.get('lang')) ?? 'de';
const screen = asked.get('screen') ?? '';
const show = SCREENS[screen]?.[asked.get('state') ?? ''];

document.documentElement.lang = language;
document.documentElement.style.colorScheme = asked.get('scheme') ?? 'light dark';
document.documentElement.dataset.screen = screen;
document.title = `Clipdesk ${screen}`;

function Index() {
  return (
    <main class="gallery-index">
      <h1>Clipdesk gallery</h1>
      {Object.entries(SCREENS).map(([name, states]) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul>
            {Object.keys(states).map((state) => (
              <li key={state}>
                <a data-screen={name} data-state={state} href={`?screen=${name}&state=${state}&lang=${language}`}>
                  {state}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

render(
  <LanguageProvider language={language} now={NOW}>
    {show === undefined ? <Index /> : show(language)}
  </LanguageProvider>,
  document.getElementById('root') ?? document.body,
);
