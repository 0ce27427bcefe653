import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import { readPublicUrl } from './public-url.ts';

/** Why `address` is not called, or the URL that is. */
function verdict(address: string, allowLoopback = false): string {
  const read = readPublicUrl(address, { allowLoopback });
  return 'url' in read ? read.url.href : read.refusal;
}

describe('an address that is called', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['HTTP://EXAMPLE.com/A%20b?q#f', 'http://example.com/A%20b?q#f'],
    ['https://cdn.example.com:8443/a.png', 'https://cdn.example.com:8443/a.png'],
    ['https://example.com./a.png', 'https://example.com./a.png'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['http://8.8.8.8/', 'http://8.8.8.8/'],
    ['http://[2606:4700:4700::1111]/', 'http://[2606:4700:4700::1111]/'],
    ['  https://example.com/a.png\n', 'https://example.com/a.png'],
    ['https://exam\nple.com/\ta.png', 'https://example.com/a.png'],
    ['https:\\\\example.com\\a.png', 'https://example.com/a.png'],
  ])('%j is %s', (address, url) => expect(verdict(address)).toBe(url));
});

describe('an address that leads to this machine or its network', () => {
  it.each(
    [
      ['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001'],
      ['127.0.0.1.', '127.1.', '0X7F.0x0.0.1', '00000177.0.0.01', '127.255.255.254'],
      ['１２７.０.０.１', '①②⑦.0.0.1', '127。0。0。1', '127．0．0．1', '127%2e0%2e0%2e1', '%31%32%37.0.0.1'],
      ['12\t7.0.0\n.1', '127.0.\u00AD0.1', '127.0.0\u2060.1'],
      ['0.0.0.0', '0', '0x0', '00', '[::]', '[::0]', '[0:0:0:0:0:0:0:0]'],
      ['[::1]', '[0:0:0:0:0:0:0:1]', '[::0001]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
      ['[0:0:0:0:0:ffff:127.0.0.1]', '[::FFFF:7F00:0001]', '[::ffff:0:127.0.0.1]'],
      ['10.0.0.1', '10.255.255.255', '0xa.1', '012.0.0.1', '167772161', '[::ffff:10.0.0.1]'],
      ['172.16.0.1', '172.31.255.255', '0xac.0x10.0.1', '[::ffff:ac10:1]'],
      ['192.168.0.1', '192.168.1', '0xc0a80001', '0300.0250.0.1', '[::ffff:c0a8:1]'],
      ['100.64.0.1', '100.127.255.255', '0x64.0x40.0.1', '[::ffff:100.64.0.1]'],
      ['169.254.169.254', '2852039166', '0xa9fea9fe', '0xa9.0xfe.0xa9.0xfe', '0251.0376.0251.0376'],
      ['169.254.43518', '025177524776', '[::ffff:169.254.169.254]', '[::ffff:a9fe:a9fe]', '[::a9fe:a9fe]'],
      ['169.254.170.2', '100.100.100.200', '192.0.0.192', '[fd00:ec2::254]', '[fd20:ce::254]'],
      ['[64:ff9b::127.0.0.1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b:1::a00:1]', '[2002:7f00:1::]'],
      ['[2002:a9fe:a9fe::1]', '[2001:0:a00:1::]', '[fe80::1]', '[fec0::1]', '[fc00::1]', '[fdff::1]'],
      ['224.0.0.1', '239.255.255.250', '[ff02::1]', '[ff0e::1]', '240.0.0.1', '255.255.255.255'],
      ['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '[2001:db8::1]', '[100::1]'],
    ].flat(),
  )('%j is refused, whatever scheme and port', (host) => {
    expect(verdict(`http://${host}/`)).toBe('not_public');
    expect(verdict(`https://${host}:8443/a.png`)).toBe('not_public');
  });

  it.each(
    [
      ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'a.b.localhost.', 'ｌｏｃａｌｈｏｓｔ'],
      ['metadata.google.internal', 'METADATA.google.internal.', 'instance-data.ec2.internal'],
      ['metadata', 'metadata.', 'intranet', 'kubernetes', 'printer.local', 'router.home.arpa', 'a..local'],
    ].flat(),
  )('%j is refused by its name', (name) => expect(verdict(`http://${name}/`)).toBe('not_public'));

  it.each(['localhost.example.com', 'internal.example.com', 'mylocal.example', 'notlocalhost.com'])(
    '%s only looks like it',
    (name) => expect(verdict(`http://${name}/`)).toBe(`http://${name}/`),
  );

  it('is called for tests if it is this machine itself, and nothing else near it', () => {
    expect(verdict('http://127.0.0.1:1/', true)).toBe('http://127.0.0.1:1/');
    expect(verdict('http://[::1]:1/', true)).toBe('http://[::1]:1/');
    expect(verdict('http://localhost:1/', true)).toBe('http://localhost:1/');
    for (const host of ['0.0.0.0', '10.0.0.1', '[::ffff:127.0.0.1]', 'a.localhost', 'metadata'])
      expect(verdict(`http://${host}/`, true)).toBe('not_public');
  });
});

describe('what is no web address', () => {
  it.each(
    [
      ['', ' ', 'example.com/a.png', '//example.com/a.png', '/a.png', 'http://', 'https://?', 'http:///'],
      ['file:///etc/passwd', 'file://example.com/a.png', 'gopher://example.com/_', 'ftp://example.com/a.png'],
      [
        'data:image/png;base64,iVBORw0KGgo=',
        'javascript:alert(1)',
        'blob:https://example.com/1',
        'about:blank',
      ],
      ['ws://example.com/', 'dict://example.com:11211/', 'ldap://example.com/', 'jar:http://example.com/!/'],
      ['http://exa mple.com/', 'http://a\u0000b.example/', 'http://example.com:99999/', 'http://[::1/'],
      [
        'http://[fe80::1%25eth0]/',
        'http://256.1.1.1/',
        'http://1.2.3.4.5/',
        'http://0x100000000/',
        'http://%00/',
      ],
    ].flat(),
  )('%j is refused', (address) => expect(verdict(address)).toBe('not_web'));

  it.each(
    [
      ['https://user@example.com/', 'https://user:secret@example.com/', 'https://:secret@example.com/'],
      ['https://example.com@127.0.0.1/', 'http://127.0.0.1\\@example.com:pass@example.org/'],
    ].flat(),
  )('%j is refused for the user name or the host behind it', (address) =>
    expect(['with_credentials', 'not_public']).toContain(verdict(address)),
  );
});

describe('an IPv4 address', () => {
  /** A number in one of the bases that addresses are written in, with any number of zeros before it. */
  const spelled = (value: number, base: number, zeros: number) => {
    if (base === 10) return String(value);
    return `${base === 16 ? '0x' : '0'}${'0'.repeat(zeros)}${value.toString(base)}`;
  };
  const parts = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
  const inPlaces = fc.constantFrom('10', '172', '192', '127', '169', '100', '0', '8').map(Number);
  const address = fc.oneof(
    parts,
    parts.chain(([, ...rest]) => inPlaces.map((first): [number, number, number, number] => [first, ...rest])),
    fc.constantFrom<[number, number, number, number][]>(
      [169, 254, 169, 254],
      [172, 16, 0, 1],
      [192, 168, 0, 1],
    ),
  );
  const bases = fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 });
  const fullWidth = (text: string) =>
    text.replaceAll(/[0-9]/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

  it('gets the same verdict in every spelling', () => {
    fc.assert(
      fc.property(
        address,
        bases,
        fc.nat(3),
        fc.nat(3),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        ([a, b, c, d], [first = 10, ...others], joined, zeros, wide, dot, upper) => {
          const dotted = [a, b, c, d].join('.');
          // The last part may stand for several bytes at once: 127.1, 127.0.1, 2130706433.
          const bytes = [a, b, c, d];
          const last = bytes.slice(3 - joined).reduce((sum, byte) => sum * 256 + byte, 0);
          const values = [...bytes.slice(0, 3 - joined), last];
          const text = values
            .map((value, index) => spelled(value, index === 0 ? first : (others[index - 1] ?? 10), zeros))
            .join('.');
          const host = `${wide ? fullWidth(text) : text}${dot ? '.' : ''}`;
          const expected = isPublicAddress(dotted) ? `http://${dotted}/` : 'not_public';
          expect(verdict(`http://${upper ? host.toUpperCase() : host}/`)).toBe(expected);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('inside an IPv6 address is refused in every form', () => {
    const hex = (high: number, low: number) => (high * 256 + low).toString(16);
    fc.assert(
      fc.property(parts, ([a, b, c, d]) => {
        const tail = `${hex(a, b)}:${hex(c, d)}`;
        for (const host of [
          `::ffff:${tail}`,
          `::${tail}`,
          `64:ff9b::${tail}`,
          `2002:${tail}::`,
          `64:ff9b:1::${tail}`,
        ])
          expect(verdict(`http://[${host}]/`)).toBe('not_public');
      }),
    );
  });
});

describe('whatever text is given', () => {
  it('is judged without throwing, and is a web address without a user name if it is called', () => {
    const text = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.domain(),
      fc.string().map((rest) => `http://${rest}`),
    );
    fc.assert(
      fc.property(text, (address) => {
        const read = readPublicUrl(address, { allowLoopback: false });
        if ('refusal' in read) return;
        expect(read.url.href).toMatch(/^https?:\/\/[^@/]+\//u);
      }),
    );
  });
});
