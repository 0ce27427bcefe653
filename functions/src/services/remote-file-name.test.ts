import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remoteFileName } from './remote-file-name.ts';

const name = (url: string, disposition: string | null = null) => remoteFileName([url], disposition, 'jpeg');

describe('the name of a fetched image', () => {
  it.each([
    ['https://example.com/photos/shoe%20red.jpg?width=800#top', 'shoe red.jpg'],
    ['https://example.com/SHOE.JPEG', 'SHOE.JPEG'],
    ['https://example.com/%E9%9D%B4.jpg', '靴.jpg'],
    ['https://example.com/100%.jpg', '100%.jpg'],
    ['https://example.com/image.php?id=7', 'image.php.jpg'],
    ['https://example.com/v1.2', 'v1.2.jpg'],
    ['https://example.com/shoe.png', 'shoe.jpg'],
    ['https://example.com/', 'image.jpg'],
    ['https://example.com/photos/', 'image.jpg'],
    ['https://example.com/.jpg', 'jpg.jpg'],
  ])('is taken from %s: %s', (url, expected) => expect(name(url)).toBe(expected));

  it('is the one of the address that was given, if that names an image, or of where it led', () => {
    const both = (from: string, to: string) =>
      remoteFileName([`https://a.example/${from}`, `https://b.example/${to}`], null, 'webp');
    expect(both('shoe.jpg', 'f3a9.jpg')).toBe('shoe.webp');
    expect(both('x7', 'shoe.webp')).toBe('shoe.webp');
    expect(both('x7', 'f3a9')).toBe('x7.webp');
    expect(both('', 'f3a9')).toBe('f3a9.webp');
  });

  it.each([
    ['attachment; filename="red shoe.jpg"', 'red shoe.jpg'],
    ['inline; filename=shoe.jpg; size=3', 'shoe.jpg'],
    ['attachment; filename="fallback.jpg"; filename*=UTF-8\'en\'%C5%99ada%20%E2%82%AC.jpg', 'řada €.jpg'],
    ['attachment; filename="a \\"quoted\\" name.jpg"', 'a quoted name.jpg'],
    [`attachment; filename="${Buffer.from('čepice.jpg').toString('latin1')}"`, 'čepice.jpg'],
    ['attachment; filename="caf\xe9.jpg"', 'café.jpg'],
    ['attachment; filename="../../etc/cron.d/x.jpg"', 'etc cron.d x.jpg'],
    ['attachment; filename="C:\\\\photos\\\\x.jpg"', 'C photos x.jpg'],
    ['attachment', 'there.jpg'],
    ['attachment; filename=""', 'there.jpg'],
    ['attachment; filename=download', 'there.jpg'],
    ["attachment; filename*=UTF-8''%.jpg", '%.jpg'],
  ])('is the one that the answer gives: %s', (disposition, expected) =>
    expect(name('https://example.com/there.jpg', disposition)).toBe(expected),
  );

  it('does not turn the direction of text round', () => {
    expect(name('https://example.com/photo%E2%80%AEgpj.exe')).toBe('photo gpj.exe.jpg');
  });

  it('is cut to a length that people can read, with its extension', () => {
    expect(name(`https://example.com/${'a'.repeat(500)}.jpg`)).toBe(`${'a'.repeat(116)}.jpg`);
    expect(name(`https://example.com/a${'👟'.repeat(200)}.jpg`)).toBe(`a${'👟'.repeat(57)}.jpg`);
  });

  it('is always safe', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, fc.boolean(), (path, given, quoted) => {
        const disposition = quoted ? `attachment; filename="${given}"` : `attachment; filename=${given}`;
        const made = remoteFileName([`https://example.com/${path}`], disposition, 'png');
        expect(made).toMatch(/^[^./\\:*?"<>|\p{Cc}\p{Cf}\s][^/\\:*?"<>|\p{Cc}\p{Cf}]*\.a?png$/iu);
        expect(made.length).toBeLessThanOrEqual(120);
        expect(made.isWellFormed()).toBe(true);
      }),
    );
  });
});
