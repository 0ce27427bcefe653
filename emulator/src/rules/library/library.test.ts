/** Every method and namespace of the language. */
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../test/rules-support.ts';

const typeError = (received: string, ...expected: string[]) =>
  `Type error. Received: [${received}] Expected: [${expected.join(',')}].`;

describe.each<[string, string[]]>([
  [
    'a string',
    [
      "'aBc'.lower() == 'abc' && 'aBc'.upper() == 'ABC' && ' a '.trim() == 'a'",
      "'añ😀'.size() == 3 && 'añ😀'[2:3] == '😀'",
      "'user@example.com'.matches('.*@example[.]com')",
      "!'user@example.com.evil'.matches('.*@example[.]com')",
      "'a1b22'.replace('[0-9]+', '$1') == 'a$1b$1'",
      "'a, b,c'.split(', *') == ['a', 'b', 'c'] && 'ab'.split('') == ['a', 'b']",
      "'ä'.toUtf8().toHexString() == 'C3A4'",
    ],
  ],
  [
    'bytes',
    ["'abc'.toUtf8().size() == 3", "'abc'.toUtf8().toBase64() == 'YWJj'", "'abc'.toUtf8() == 'abc'.toUtf8()"],
  ],
  [
    'a list',
    [
      "['a', 'b'].concat(['c']) == ['a', 'b', 'c']",
      "['a', 'b'].hasAll(['b']) && !['a'].hasAll(['a', 'b']) && ['a'].hasAll(['a'].toSet())",
      "['a', 'b'].hasAny(['b', 'c']) && !['a'].hasAny(['b'])",
      "['a', 'a'].hasOnly(['a', 'b']) && !['a', 'c'].hasOnly(['a', 'b'])",
      "['a', 1, true, null].join('-') == 'a-1-true-null'",
      '[1, 2, 1].removeAll([1]) == [2]',
      '[1, 2].size() == 2',
      '[1, 1].toSet().size() == 1',
    ],
  ],
  [
    'a map',
    [
      "{'a': 1}.get('a', 2) == 1 && {'a': 1}.get('b', 2) == 2",
      "{'a': {'b': 1}}.get(['a', 'b'], 2) == 1 && {'a': 1}.get(['a', 'b'], 2) == 2",
      "{'a': 1, 'b': 2}.keys().hasOnly(['a', 'b']) && {'a': 1}.values() == [1] && {'a': 1}.size() == 1",
    ],
  ],
  [
    'a map diff',
    [
      "{'a': 1, 'b': 2}.diff({'b': 2, 'c': 3}).addedKeys() == ['a'].toSet()",
      "{'a': 1, 'b': 2}.diff({'b': 2, 'c': 3}).removedKeys() == ['c'].toSet()",
      "{'a': 1, 'b': 2}.diff({'a': 3, 'b': 2}).changedKeys() == ['a'].toSet()",
      "{'a': 1, 'b': 2}.diff({'a': 3, 'b': 2}).unchangedKeys() == ['b'].toSet()",
      "{'a': 1, 'b': 2, 'd': 1}.diff({'b': 2, 'c': 3, 'd': 2}).affectedKeys() == ['a', 'c', 'd'].toSet()",
      "{'a': 1}.diff({}) == {'a': 1}.diff({}) && {'a': 1}.diff({}) != {}.diff({'a': 1})",
    ],
  ],
  [
    'a set',
    [
      '[1, 2].toSet().difference([2].toSet()) == [1].toSet()',
      '[1, 2].toSet().intersection([2, 3].toSet()) == [2].toSet()',
      '[1].toSet().union([2].toSet()).size() == 2',
      '[1, 2].toSet().hasAll([1]) && [1].toSet().hasAny([1, 2]) && [1].toSet().hasOnly([1, 2])',
    ],
  ],
  [
    'an instant',
    [
      'request.time.year() == 2026 && request.time.month() == 3 && request.time.day() == 4',
      'request.time.hours() == 5 && request.time.minutes() == 6 && request.time.seconds() == 7',
      'request.time.nanos() == 89000000 && request.time.toMillis() == 1772600767089',
      'request.time.dayOfWeek() == 3 && timestamp.date(2026, 3, 8).dayOfWeek() == 7',
      'request.time.dayOfYear() == 63 && timestamp.date(2024, 12, 31).dayOfYear() == 366',
      'request.time.date() == timestamp.date(2026, 3, 4)',
      'request.time.time() == duration.time(5, 6, 7, 89000000)',
      'timestamp.value(-1).year() == 1969 && timestamp.value(-1).nanos() == 999000000',
    ],
  ],
  [
    'a duration',
    [
      "duration.value(1, 'w') == duration.value(7, 'd') && duration.value(1, 'h') == duration.value(60, 'm')",
      "duration.value(1500, 'ms').seconds() == 1 && duration.value(1500, 'ms').nanos() == 500000000",
      "duration.value(-1500, 'ms').nanos() == -500000000 && duration.value(7, 'ns').nanos() == 7",
      "duration.abs(duration.value(-1, 's')) == duration.value(1, 's')",
      "duration.time(1, 2, 3, 4) == duration.value(3723000000004, 'ns')",
    ],
  ],
  [
    'a place',
    [
      'latlng.value(52.5, 13).latitude() == 52.5 && latlng.value(52.5, 13).longitude() == 13.0',
      'math.round(latlng.value(52.52, 13.405).distance(latlng.value(48.8566, 2.3522)) / 1000) == 877',
      'latlng.value(0, 0).distance(latlng.value(0, 0)) == 0',
    ],
  ],
  ['a path', ["path('/a/$(b)').bind({'b': 'c'}) == /a/c", "path('a/b') == /a/b && (/a/b).bind({}) == /a/b"]],
  [
    'a hash',
    [
      "hashing.md5('abc').toHexString() == '900150983CD24FB0D6963F7D28E17F72'",
      "hashing.sha256('').toHexString() == 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855'",
      "hashing.crc32('123456789').toHexString() == 'CBF43926'",
      "hashing.crc32c('123456789'.toUtf8()).toHexString() == 'E3069283'",
    ],
  ],
  [
    'a number',
    [
      'math.abs(-1) == 1 && math.abs(-1.5) == 1.5 && math.abs(2) is int',
      'math.ceil(1.2) == 2 && math.floor(-1.2) == -2 && math.ceil(1.2) is int && math.floor(3) == 3',
      'math.round(1.5) == 2 && math.round(-1.5) == -2 && math.round(1.4) == 1',
      'math.pow(2, 3) == 8 && math.pow(2, 3) is float && math.sqrt(9) == 3.0',
      'math.isNaN(math.sqrt(-1)) && !math.isNaN(1) && math.isInfinite(1 / 0.0) && !math.isInfinite(1)',
      'math.sqrt(-1) != math.sqrt(-1) && !(math.sqrt(-1) < 1) && !(math.sqrt(-1) >= 1)',
    ],
  ],
  [
    'a conversion',
    [
      "bool('true') && !bool('false') && bool(true)",
      "float(1) is float && float('1.5') == 1.5 && float('-2e3') == -2000 && float(2.5) == 2.5",
      "int(1.9) == 1 && int(-1.9) == -1 && int('-12') == -12 && int('+3') == 3 && int(4) == 4",
      "string(true) == 'true' && string(5) == '5' && string(1.0) == '1.0' && string(1.5) == '1.5'",
      "string(null) == 'null' && string('a') == 'a'",
      'debug(5) == 5',
    ],
  ],
])('%s', (_, conditions) => {
  it.each(conditions)('%s', (condition) => {
    expect(outcomeOf(condition)).toBe(true);
  });
});

describe('a wrong argument', () => {
  it.each([
    ["'a'.matches('(')", 'Invalid regular expression.'],
    ["'a'.matches(1)", typeError('int', 'string')],
    ["'a'.replace('a', 1) == 'b'", typeError('int', 'string')],
    ['[1].hasAll(1)', typeError('int', 'list', 'set')],
    ['[[]].join("") == ""', 'Only a list of plain values can be joined.'],
    ['[1].concat([1].toSet()) == []', typeError('set', 'list')],
    ["{'a': 1}.get(1, 2) == 1", typeError('int', 'string')],
    ['{}.diff([]).addedKeys() == []', typeError('list', 'map')],
    ["path('/a/$(b)').bind({}) == /a", 'Nothing to bind to b.'],
    ['latlng.value(91, 0) == null', 'Not a place on the globe.'],
    ['latlng.value(1, 1).distance(1) == 1', typeError('int', 'latlng')],
    ["duration.value(1, 'y') == null", 'Unknown unit of time: y.'],
    ['timestamp.date(2026, 2, 30) == null', 'Not a date.'],
    ['timestamp.value(9223372036854775807) == null', 'Timestamp out of range.'],
    ['hashing.md5(1) == null', 'Only strings and bytes have a hash.'],
    ["math.abs('1') == 1", typeError('string', 'int', 'float')],
    ['math.abs(-9223372036854775808) == 1', 'Integer overflow.'],
    ['math.round(1 / 0.0) == 1', 'Not a finite number.'],
    ["bool('yes')", 'Not a bool.'],
    ['bool(1)', typeError('int', 'bool', 'string')],
    ["float('1,5') == 1.5", 'Not a float.'],
    ['float(null) == 0', typeError('null', 'float', 'int', 'string')],
    ["int('1.5') == 1", 'Not an int.'],
    ['int(1 / 0.0) == 1', 'Not an int.'],
    ['int([]) == 1', typeError('list', 'int', 'float', 'string')],
    ['string([]) == ""', typeError('list', 'bool', 'int', 'float', 'string', 'null')],
    ['path(1) == /a', typeError('int', 'string')],
  ])('%s', (condition, message) => {
    expect(outcomeOf(condition)).toBe(message);
  });
});
