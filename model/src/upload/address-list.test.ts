import fc from 'fast-check';
import { LIMITS } from '../limits.ts';
import { describe, expect, it } from 'vitest';
import { addressList, byHost, nameOfAddress } from './address-list.ts';

describe('a list of addresses', () => {
  it('takes one a line, each once, whatever ends the lines', () => {
    const list = addressList(
      ' https://example.com/a.jpg \r\n\nHTTPS://EXAMPLE.com/a.jpg\rhttps://example.com/b.jpg#top',
    );
    expect(list).toMatchObject({
      urls: ['https://example.com/a.jpg', 'https://example.com/b.jpg'],
      repeated: 1,
      refused: [],
    });
  });

  it('says what is wrong with which line', () => {
    const text = [
      'example.com/a.jpg',
      'https://',
      'ftp://example.com/a',
      'https://me:secret@example.com/',
    ].join('\n');
    expect(addressList(text).refused.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'An address begins with http:// or https://.'],
      [2, 'This is not an address.'],
      [3, 'An address begins with http:// or https://.'],
      [4, 'Addresses with a password are not fetched.'],
    ]);
  });

  it('takes no more than one import may have', () => {
    const text = Array.from({ length: LIMITS.importedUrls + 3 }, (_, i) => `https://example.com/${i}`).join(
      '\n',
    );
    expect(addressList(text)).toMatchObject({ beyond: 3 });
    expect(addressList(text).urls).toHaveLength(LIMITS.importedUrls);
  });

  it('makes of any address one that the rules accept', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        for (const accepted of addressList(url).urls)
          expect(accepted).toMatch(/^https?:\/\/[^\s/@]+(\/\S*)?$/u);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the name of an image from an address', () => {
  it.each([
    ['https://example.com/photos/Sch%C3%B6n.jpg?w=1', 'Schön.jpg'],
    ['https://example.com/photos/', 'photos'],
    ['https://example.com/', 'example.com'],
    ['https://example.com/%E0%A4%A', '%E0%A4%A'],
  ])('of %s is %s', (url, name) => {
    expect(nameOfAddress(url)).toBe(name);
  });
});

describe('addresses by their hosts', () => {
  it('keep their order within a host, and stay apart from those of other hosts and ports', () => {
    const addressed = [
      'https://a.example/1',
      'https://b.example/1',
      'https://a.example/2',
      'https://a.example:8443/3',
    ];
    expect(byHost(addressed.map((url) => ({ url })))).toEqual([
      [{ url: 'https://a.example/1' }, { url: 'https://a.example/2' }],
      [{ url: 'https://b.example/1' }],
      [{ url: 'https://a.example:8443/3' }],
    ]);
  });
});
