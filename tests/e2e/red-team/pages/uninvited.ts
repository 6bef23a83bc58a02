/** Pages that clip, decide or ask by themselves. Nobody presses anything on them: nothing may come of it. */
import type { HostilePage } from '../hostile-page.ts';

const script = (code: string) => `<meta charset="utf-8"><title>Ungebeten</title><h1>Ungebeten</h1><script>
  const id = "{extension}"; const own = (file) => "chrome-extension://" + id + "/" + file;
  const calls = [["tagClip",{clipId:crypto.randomUUID?.()||"0",departmentId:"recht",goalId:null}],["undoClip",{clipId:"0"}],["requestSync",{reason:"asked"}],["accountChanged",{}],["showRead",{tabId:1}]];
  ${code}</script>`;

export const UNINVITED: readonly HostilePage[] = [
  [
    'our messages by postMessage',
    'for (const [name, request] of calls) for (const shape of [{ name, request }, { type: name, ...request }, [name, request]]) { window.postMessage(shape, "*"); document.dispatchEvent(new CustomEvent("clipdesk", { detail: shape })) }',
  ],
  [
    'our messages to the extension',
    'for (const [name, request] of calls) try { chrome.runtime.sendMessage(id, { name, request }) } catch {}',
  ],
  [
    'a connection to the extension',
    'try { chrome.runtime.connect(id, { name: "clipdesk" }).postMessage({ name: "undoClip" }) } catch {}',
  ],
  [
    'a channel',
    'new BroadcastChannel("clipdesk").postMessage({ name: "accountChanged" }); navigator.locks?.request("push", () => new Promise(() => {}))',
  ],
  [
    'our popup in a frame',
    'for (const file of ["popup.html", "inbox.html", "options.html#suggestions", "offscreen.html"]) document.body.append(Object.assign(document.createElement("iframe"), { src: own(file) }))',
  ],
  ['our popup in a window', 'open(own("popup.html")); try { location.assign(own("options.html#join")) } catch {}'],
  [
    'our files as its own',
    'for (const file of ["manifest.json", "background.js", "icons/128.png"]) fetch(own(file)).then(() => { globalThis.readOurs = 1 }, () => {}); document.body.append(Object.assign(document.createElement("script"), { src: own("background.js") }))',
  ],
  [
    'our storage',
    'indexedDB.databases?.().then((all) => { if (all.some(({ name }) => /clipdesk/i.test(name))) globalThis.readOurs = 1 }); try { chrome.storage.local.get(null) } catch {}',
  ],
  [
    'our shortcut',
    'for (const target of [window, document, document.body]) for (const code of ["KeyC", "KeyS"]) target.dispatchEvent(new KeyboardEvent("keydown", { key: code.at(-1).toLowerCase(), code, altKey: true, shiftKey: true, bubbles: true }))',
  ],
  [
    'our toast, before it is there',
    'const fake = document.createElement("clipdesk-toast"); fake.attachShadow({ mode: "open" }).innerHTML = "<button>Rückgängig</button>"; document.body.append(fake); fake.shadowRoot.querySelector("button").click(); try { customElements.define("clipdesk-toast", class extends HTMLElement {}) } catch {}',
  ],
].map(([name = '', code = '']) => ({ name, html: script(code) }));
