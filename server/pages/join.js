/** Shows the invitation code that stands in the fragment of the link. */
// Taken as it stands: what mail programs append may not even be decodable.
const code = /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}(?![0-9A-Z])/.exec(location.hash.toUpperCase())?.[0];
const section = document.getElementById('code');
const value = document.getElementById('value');
const button = document.getElementById('copy');
const missing = document.getElementById('missing');

if (code !== undefined) {
  value.textContent = code;
  section.hidden = false;
  // Without https the browser gives no clipboard; the link stands in the address bar.
  button.hidden = navigator.clipboard === undefined;
  button.addEventListener('click', async () => {
    // The whole link: the code alone does not say which queue it belongs to.
    await navigator.clipboard.writeText(location.href);
    button.textContent = section.dataset.copied;
  });
} else {
  missing.hidden = false;
}
