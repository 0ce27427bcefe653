import { describe, expect, it } from 'vitest';
import { downloadAddress } from './download-address.ts';

describe('the address of an object', () => {
  it('names bucket, path and token, whatever is in them', () => {
    const address = new URL(downloadAddress({ bucket: 'b', emulator: null }, 'w/a b&c.jpg', 't&x'));
    expect(address.origin).toBe('https://firebasestorage.googleapis.com');
    expect(address.pathname).toBe('/v0/b/b/o/w%2Fa%20b%26c.jpg');
    expect(Object.fromEntries(address.searchParams)).toEqual({ alt: 'media', token: 't&x' });
  });

  it('is on this machine where Storage is', () => {
    expect(downloadAddress({ bucket: 'b', emulator: '127.0.0.1:9199' }, 'x', 't')).toBe(
      'http://127.0.0.1:9199/v0/b/b/o/x?alt=media&token=t',
    );
  });
});
