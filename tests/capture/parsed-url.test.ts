import { describe, expect, it } from 'vitest';
import { parsedUrl } from '../../capture/parsed-url.ts';

describe('the parts of an address', () => {
  it('are those of the same address each time, and of what it is relative to', () => {
    expect(parsedUrl('https://a.example/b?c')?.pathname).toBe('/b');
    expect(parsedUrl('https://a.example/b?c')).toBe(parsedUrl('https://a.example/b?c'));
    expect(parsedUrl('b', 'https://a.example/x/y')?.href).toBe('https://a.example/x/b');
    expect(parsedUrl('b', 'https://other.example/')?.host).toBe('other.example');
  });

  it('are none where there is no address', () => {
    expect(parsedUrl('b')).toBeNull();
    expect(parsedUrl('http://')).toBeNull();
    expect(parsedUrl('b', 'c')).toBeNull();
  });
});
