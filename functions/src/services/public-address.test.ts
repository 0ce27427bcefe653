import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

describe('an address on the public internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each(['2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '2001:4860:4860::8888'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['0.0.0.0', 'this network'],
    ['0.1.2.3', 'this network'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'shared by a carrier'],
    ['100.127.255.255', 'shared by a carrier'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['169.254.169.254', 'link-local, metadata of cloud machines'],
    ['192.0.0.192', 'special purpose'],
    ['192.0.2.1', 'documentation'],
    ['192.88.99.1', 'former relays'],
    ['198.18.0.1', 'benchmarks'],
    ['198.51.100.1', 'documentation'],
    ['203.0.113.1', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.255', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::7f00:1', 'an IPv4 address inside, deprecated form'],
    ['::ffff:127.0.0.1', 'an IPv4 address inside'],
    ['::ffff:8.8.8.8', 'an IPv4 address inside'],
    ['::ffff:0:10.0.0.1', 'translated IPv4'],
    ['64:ff9b::a9fe:a9fe', 'translated IPv4'],
    ['64:ff9b:1::1', 'translated IPv4, locally'],
    ['100::1', 'discarded'],
    ['2001::1', 'a tunnel'],
    ['2001:db8::1', 'documentation'],
    ['2002:7f00:1::1', 'a tunnel to an IPv4 address'],
    ['3fff::1', 'documentation'],
    ['4000::1', 'not given out'],
    ['5f00::1', 'segment routing'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'unique local, metadata of cloud machines'],
    ['fe80::1', 'link-local'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
  ])('%s is none (%s)', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    '',
    'localhost',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '8.8.8.8.',
    '[::1]',
    '8.8.8.8/0',
    'fe80::1%eth0',
  ])('“%s” is none, as it is no address in the usual notation', (address) =>
    expect(isPublicAddress(address)).toBe(false),
  );

  it('is never one inside of another', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:'), (inner, outer) => {
        expect(isPublicAddress(`${outer}${inner}`)).toBe(false);
      }),
    );
  });

  it('is decided for whatever text is given, without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4Extended(), fc.ipV6(), fc.string(), fc.domain()), (text) => {
        expect([true, false]).toContain(isPublicAddress(text));
      }),
    );
  });
});

describe('a loopback address', () => {
  it('is this machine in either family, and no other spelling of it', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1'].map(isLoopbackAddress)).toEqual([true, true, true]);
    expect(['::ffff:127.0.0.1', '0.0.0.0', 'localhost', '10.0.0.1'].map(isLoopbackAddress)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
