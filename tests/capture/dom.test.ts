// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { drawnChildren } from '../../capture/dom.ts';

afterEach(() => vi.unstubAllGlobals());

it('what is put into a slot is drawn there, in a frame too, where the classes are others than ours', () => {
  document.body.innerHTML = '<div><p>Halle</p></div>';
  const host = document.querySelector('div') as Element;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<slot>leer</slot>';
  vi.stubGlobal('HTMLSlotElement', class {});
  expect([...drawnChildren(root.firstChild as Node)]).toEqual([host.firstChild]);
});

it('a slot of a drawing has its own children', () => {
  document.body.innerHTML = '<svg><slot><g/></slot></svg>';
  const slot = document.querySelector('slot') as Element;
  expect([...drawnChildren(slot)]).toEqual([slot.firstChild]);
});
