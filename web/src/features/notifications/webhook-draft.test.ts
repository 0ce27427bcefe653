import { webhookSchema } from '@docket/model/notifications';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedUrl, newSecret } from './webhook-draft.ts';

describe('the secret of a webhook', () => {
  it('is 64 hex digits, and another one each time', () => {
    expect(newSecret()).toMatch(/^[0-9a-f]{64}$/u);
    expect(newSecret()).not.toBe(newSecret());
  });
});

describe('the address of a webhook', () => {
  it('is taken in full, with the path that the server needs', () => {
    expect(checkedUrl(' https://example.com?a=1 ')).toEqual({ ok: true, url: 'https://example.com/?a=1' });
  });

  it.each([
    ['', /Enter the address/u],
    ['example.com/hook', /begins with https/u],
    ['ftp://example.com', /begins with https/u],
    ['https://mara:secret@example.com', /Leave user name/u],
    [`https://example.com/${'a'.repeat(2000)}`, /up to 2,000/u],
  ])('cannot be %j', (text, message) => {
    expect(checkedUrl(text)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });

  it('is one that the model accepts whenever it is taken', () => {
    const accepted = (text: string) => {
      const checked = checkedUrl(text);
      return !checked.ok || webhookSchema.shape.url.safeParse(checked.url).success;
    };
    const texts = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string());
    expect(() => fc.assert(fc.property(texts, accepted))).not.toThrow();
  });
});
