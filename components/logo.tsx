/** The mark of `assets/icon.svg`, small: a page that was picked. The name stands beside it. */
export const Logo = () => (
  <svg class="logo" viewBox="0 0 128 128" aria-hidden="true">
    <rect x="8" y="8" width="112" height="112" rx="26" fill="#0f5c5c" />
    <path d="M36 34h38l18 18v42a6 6 0 0 1-6 6H36a6 6 0 0 1-6-6V40a6 6 0 0 1 6-6z" fill="#fff" />
    <path d="M45 66h32M45 80h22" stroke="#0f5c5c" stroke-width="8" stroke-linecap="round" />
    <path
      d="M84 74l10 10 20-24"
      fill="none"
      stroke="#ffb54a"
      stroke-width="12"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
