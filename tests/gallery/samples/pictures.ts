/** Small drawings in place of crops of a tab, as data URLs: nothing is loaded. */
const page = (hero: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="#fff"/>${hero}</svg>`,
  )}`;

const SKY = '<rect width="320" height="200" fill="#bfe0ea"/><circle cx="250" cy="52" r="24" fill="#ffd98a"/>';

export const PICTURES = {
  workshop: page(
    `<rect width="320" height="200" fill="#f3e4cf"/><rect y="140" width="320" height="60" fill="#c58b55"/>
     <rect x="40" y="90" width="110" height="50" rx="6" fill="#2e6f73"/><rect x="60" y="60" width="22" height="34" fill="#23565a"/>
     <circle cx="190" cy="118" r="24" fill="none" stroke="#5a4a3a" stroke-width="10"/><rect x="230" y="70" width="56" height="70" rx="6" fill="#e09f3e"/>
     <rect x="242" y="84" width="32" height="8" fill="#fff"/><rect x="242" y="100" width="32" height="8" fill="#fff"/>`,
  ),
  wind: page(
    `${SKY}<path d="M0 150 Q80 110 160 146 T320 132 V200 H0Z" fill="#7db38a"/><g stroke="#fff" stroke-width="6" stroke-linecap="round">
     <path d="M90 150V70M90 70l-26-20M90 70l30-10M90 70l-4 32M210 144V54M210 54l-30-14M210 54l28-18M210 54l4 36"/></g>`,
  ),
  harbour: page(
    `${SKY}<rect y="130" width="320" height="70" fill="#3b7f9c"/><path d="M60 130h150l-20 34H80z" fill="#1e4356"/>
     <rect x="92" y="96" width="30" height="34" fill="#e06c4f"/><rect x="126" y="104" width="30" height="26" fill="#f2b84b"/><rect x="160" y="110" width="26" height="20" fill="#8bb8a8"/>
     <path d="M260 130V40l-60 22" stroke="#4a4a4a" stroke-width="6" fill="none"/>`,
  ),
  people: page(
    `<rect width="320" height="200" fill="#e4ecf5"/><circle cx="110" cy="86" r="26" fill="#d9a066"/><path d="M64 200q4-76 46-76t46 76z" fill="#0f5c5c"/>
     <circle cx="206" cy="78" r="28" fill="#a56b46"/><path d="M156 200q4-84 50-84t50 84z" fill="#c9683c"/>`,
  ),
  chart: page(
    `<rect width="320" height="200" fill="#f7f9fb"/><path d="M30 168h260" stroke="#9aa8b5" stroke-width="3"/>
     <rect x="50" y="110" width="36" height="58" fill="#9cc9c4"/><rect x="110" y="84" width="36" height="84" fill="#5aa7a0"/><rect x="170" y="60" width="36" height="108" fill="#2a8079"/><rect x="230" y="36" width="36" height="132" fill="#0f5c5c"/>`,
  ),
} as const;
