/** The ideas board changes its address and content without loading a page, as many company tools do. */
const IDEAS = [
  {
    id: '17',
    title: 'Werkzeug-Tauschregal am Tor 3',
    by: 'Hauke Petersen, Instandhaltung',
    date: '2026-11-10',
    votes: 64,
    text: [
      'In jeder Halle liegen Spezialschlüssel, die zweimal im Jahr gebraucht werden, und in jeder anderen werden sie gesucht. Ein Regal am Tor 3, ein Zettel, ein Haken: Wer etwas nimmt, hängt seinen Namen hin.',
      'Wir haben es in Halle 5 einen Monat ausprobiert. Von 40 Entnahmen kamen 39 zurück, und die vierzigste war der 19er-Schlüssel von meinem Chef.',
    ],
  },
  {
    id: '21',
    title: 'Erste Hilfe in Gebärdensprache',
    by: 'Imke Rosenboom, Montage',
    date: '2026-11-14',
    votes: 121,
    text: [
      'Elf Kolleginnen und Kollegen bei uns hören nicht oder kaum. Wenn es brennt, blinkt eine Lampe. Wenn jemand umkippt, weiß niemand, wie man „ruhig atmen“ sagt.',
      'Zwölf Gebärden reichen für den Anfang. Ich zeige sie gern, eine halbe Stunde je Schicht, und der Werksarzt macht mit.',
    ],
  },
  {
    id: '23',
    title: 'Regenwasser für die Prüfstände',
    by: 'Sunil Mehta, Prüffeld',
    date: '2026-11-19',
    votes: 38,
    text: [
      'Unsere Prüfstände brauchen 900 Kubikmeter Trinkwasser im Jahr. Auf dem Dach von Halle 2 fallen im selben Jahr 2.100 Kubikmeter Regen und laufen in den Kanal.',
      'Eine Zisterne aus zwei alten Behältern, ein Filter, eine unserer eigenen Pumpen. Ich habe es durchgerechnet: vier Jahre, dann ist es bezahlt.',
    ],
  },
];

const element = (name, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
};

const board = () => [
  element('h1', {}, 'Ideenbörse'),
  element('p', { className: 'meta' }, `${IDEAS.length} Ideen warten auf Stimmen`),
  element(
    'ul',
    { className: 'cards' },
    ...IDEAS.map((idea) =>
      element(
        'li',
        { className: 'card' },
        element('h2', {}, element('a', { href: `/ideen/${idea.id}` }, idea.title)),
        element('p', { className: 'meta' }, `${idea.by} · ${idea.votes} Stimmen`),
      ),
    ),
  ),
];

const detail = (idea) => [
  element('p', { className: 'kicker' }, `Idee ${idea.id}`),
  element('h1', {}, idea.title),
  element(
    'p',
    { className: 'meta' },
    `${idea.by} · `,
    element('time', { dateTime: idea.date }, new Date(idea.date).toLocaleDateString('de', { dateStyle: 'long' })),
    ` · ${idea.votes} Stimmen`,
  ),
  ...idea.text.map((text) => element('p', {}, text)),
  element('p', {}, element('a', { href: '/ideen' }, '← Alle Ideen')),
];

const show = () => {
  const idea = IDEAS.find(({ id }) => location.pathname === `/ideen/${id}`);
  document.title = `${idea ? idea.title : 'Ideenbörse'} | Nordwerk Intranet`;
  document.getElementById('view').replaceChildren(...(idea ? detail(idea) : board()));
};

addEventListener('popstate', show);
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/ideen"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  show();
});
show();
