/** The language as a whole: operators, literals, errors, functions and names. */
import { describe, expect, it } from 'vitest';
import { firestoreRules, allows, outcomeOf } from '../../test/rules-support.ts';

const typeError = (received: string, ...expected: string[]) =>
  `Type error. Received: [${received}] Expected: [${expected.join(',')}].`;

describe('an expression that holds', () => {
  it.each([
    // literals
    '\'a\' == "a"',
    "'\\u0041\\n' == 'A\\n'",
    '0x10 == 16',
    '1.5e3 == 1500.0',
    '-9223372036854775808 < 9223372036854775807',
    '[1, 2,] == [1, 2]',
    "{'a': 1, 'b': [null]} == {'b': [null], 'a': 1}",
    '/a/$(1 + 1)/b == /a/2/b',
    // arithmetic
    '1 + 2 * 3 == 7',
    '(1 + 2) * 3 == 9',
    '7 / 2 == 3',
    '-7 / 2 == -3',
    '7 % 3 == 1',
    '7 / 2.0 == 3.5',
    '2.5 % 1 == 0.5',
    '1 - 2 - 3 == -4',
    '- - 5 == 5',
    "'ab' + 'c' == 'abc'",
    "timestamp.date(2026, 3, 4) + duration.value(1, 'd') == timestamp.date(2026, 3, 5)",
    "duration.value(1, 'd') + timestamp.date(2026, 3, 4) == timestamp.date(2026, 3, 5)",
    "timestamp.date(2026, 3, 4) - duration.value(1, 'd') == timestamp.date(2026, 3, 3)",
    "timestamp.date(2026, 3, 4) - timestamp.date(2026, 3, 3) == duration.value(24, 'h')",
    "duration.value(1, 'h') - duration.value(60, 'm') == duration.value(0, 's')",
    "duration.value(1, 'h') + duration.value(60, 'm') == duration.value(2, 'h')",
    // comparison
    '1 == 1.0',
    '1 != 2',
    '1 < 1.5 && 1.5 <= 1.5 && 2 > 1.5 && 2 >= 2',
    '9007199254740993 > 9007199254740992.0',
    "'a' < 'b'",
    "'\\uffff' < '\\ud83d\\ude00'",
    'false < true',
    "b('a') < b('b')",
    "duration.value(1, 's') < duration.value(1, 'm')",
    'timestamp.value(1) > timestamp.value(0)',
    "1 != '1' && null != false && [] != {}",
    'latlng.value(1, 2) == latlng.value(1, 2)',
    '[1, 2].toSet() == [2, 1, 1].toSet()',
    // in, is
    "'a' in ['a'] && 'a' in {'a': 1} && 'a' in ['a'].toSet() && !('b' in ['a'])",
    "true is bool && b('') is bytes && duration.value(1, 's') is duration && 1.0 is float && 1 is int",
    'latlng.value(0, 0) is latlng && [] is list && {} is map && {}.diff({}) is map_diff',
    "1 is number && 1.0 is number && !('1' is number) && /a/b is path && [].toSet() is set && '' is string",
    'request.time is timestamp && !(1 is float) && !(null is string) && !(1 is constraint)',
    // access
    "[1, 2, 3][1] == 2 && {'a': 5}['a'] == 5 && {'a': 5}.a == 5 && 'abc'[1] == 'b' && /x/y[1] == 'y'",
    "[1, 2, 3][0:2] == [1, 2] && 'abcd'[1:3] == 'bc' && [1][1:1] == []",
    // binding
    'true || false && false',
    '!false == true',
    'true ? true : false',
    'false ? false : true ? true : false',
    '1 + 1 in [2]',
    '1 in [1] == true',
    '2 > 1 == true',
  ])('%s', (condition) => {
    expect(outcomeOf(condition, {}, 'function b(text) { return text.toUtf8(); }')).toBe(true);
  });
});

describe('an expression that is an error', () => {
  it.each([
    ['1 / 0 == 1', 'Division by zero.'],
    ['1 % 0 == 1', 'Division by zero.'],
    ['9223372036854775807 + 1 > 0', 'Integer overflow.'],
    ['-(-9223372036854775808) > 0', 'Integer overflow.'],
    ["-'a' == 1", typeError('string', 'int', 'float')],
    ["1 + 'a' == 1", 'Unsupported operation error. Received: int + string.'],
    [
      'timestamp.value(0) + timestamp.value(0) == null',
      'Unsupported operation error. Received: timestamp + timestamp.',
    ],
    [
      "duration.value(1, 's') - timestamp.value(0) == null",
      'Unsupported operation error. Received: duration - timestamp.',
    ],
    ["1 < 'a'", 'Unsupported operation error. Received: int < string.'],
    ['[] < []', 'Unsupported operation error. Received: list < list.'],
    ['1 in 1', typeError('int', 'list', 'map', 'set')],
    ["1 in {'a': 1}", typeError('int', 'string')],
    ['!1', typeError('int', 'bool')],
    ["'yes'", typeError('string', 'bool')],
    ['1 ? true : false', typeError('int', 'bool')],
    ['[1][1] == 1', 'Index out of range.'],
    ['[1][-1] == 1', 'Index out of range.'],
    ["[1]['a'] == 1", typeError('string', 'int')],
    ['[1][0:2] == []', 'Index out of range.'],
    ["[1]['a':2] == []", typeError('string', 'int')],
    ['true[0] == 1', typeError('bool', 'map', 'list', 'string', 'path')],
    ['null[0:1] == 1', 'Null value error.'],
    ['{1: 2} == {}', typeError('int', 'string')],
    ['/a/$(null) == /a', typeError('null', 'string', 'path', 'int', 'bool')],
    ['resource.data.missing == 1', 'Property missing is undefined on object.'],
    ['request.resource.data == null', 'Null value error.'],
    ['[1].size > 0', typeError('list', 'map')],
    ['null.size() == 0', 'Null value error.'],
    ['(1).size() == 0', 'Function not found error: Name: [size].'],
    ['[1].lower() == null', 'Function not found error: Name: [lower].'],
  ])('%s', (condition, message) => {
    expect(outcomeOf(condition)).toBe(message);
  });
});

describe('an error beside && and ||', () => {
  const error = 'resource.data.missing';
  it.each([
    [`true || ${error}`, true],
    [`${error} || true`, true],
    [`false && ${error}`, false],
    [`${error} && false`, false],
    [`false || ${error}`, 'Property missing is undefined on object.'],
    [`${error} || false`, 'Property missing is undefined on object.'],
    [`true && ${error}`, 'Property missing is undefined on object.'],
    [`${error} && true`, 'Property missing is undefined on object.'],
    [`1 || true`, true],
    [`1 && false`, false],
    [`true && 1`, typeError('int', 'bool')],
    [`!(${error}) || true`, true],
    [`true ? true : ${error}`, true],
    [`false ? ${error} : false`, false],
    [`(${error} ? true : true)`, 'Property missing is undefined on object.'],
    [`[${error}] == [] || true`, true],
  ])('%s', (condition, expected) => {
    expect(outcomeOf(condition)).toBe(expected);
  });
});

describe('a function', () => {
  it('takes arguments and binds lets in order', () => {
    const functions = 'function f(a, b) { let sum = a + b; let twice = sum * 2; return twice == 10; }';
    expect(outcomeOf('f(2, 3)', {}, functions)).toBe(true);
  });

  it('fails with its arguments and its lets, used or not', () => {
    const functions =
      'function yes(a) { let unused = a.b; return true; } function always(a) { return true; }';
    expect(outcomeOf("yes({'b': 1})", {}, functions)).toBe(true);
    expect(outcomeOf('yes({})', {}, functions)).toBe('Property b is undefined on object.');
    expect(outcomeOf('always(resource.data.nothing)', {}, functions)).toBe(
      'Property nothing is undefined on object.',
    );
  });

  it('sees the wildcards around its declaration and not those of its caller', () => {
    const ruleset = firestoreRules(`
      function database_is(name) { return database == name; }
      match /rooms/{room} {
        function inRoom(id) { return room == id && database_is('(default)'); }
        match /things/{thing} { allow get: if inRoom('r1') && thing == 't'; }
      }`);
    expect(allows(ruleset, { path: 'rooms/r1/things/t' })).toBe(true);
    expect(allows(ruleset, { path: 'rooms/r2/things/t' })).toBe(false);
  });

  it('is hidden by one of the same name further inside', () => {
    const ruleset = firestoreRules(`
      function ok() { return false; }
      match /a/{id} { allow get: if ok(); }
      match /b/{id} { function ok() { return true; } allow get: if ok(); }`);
    expect(allows(ruleset, { path: 'a/1' })).toBe(false);
    expect(allows(ruleset, { path: 'b/1' })).toBe(true);
  });

  it('may be declared at the top of the file, and a parameter hides a wildcard', () => {
    expect(outcomeOf("f('x')", {}, "function f(thing) { return thing == 'x'; }")).toBe(true);
  });

  it('may name a parameter like a namespace', () => {
    expect(outcomeOf("f('aB')", {}, "function f(math) { return math.upper() == 'AB'; }")).toBe(true);
  });
});

describe('the request', () => {
  it.each([
    "request.auth.uid == 'ada' && request.auth.token.email == 'ada@example.com' && request.auth.token.level == 3",
    "request.method == 'get'",
    'request.path == /databases/(default)/documents/things/one',
    'request.path == /databases/$(database)/documents/things/$(thing)',
    'request.time == timestamp.value(1772600767089)',
    'request.resource == null',
    "resource.id == 'one' && resource.__name__ == request.path && resource['data'].n == 1",
    "!('query' in request)",
  ])('%s', (condition) => {
    const token = { email: 'ada@example.com', level: 3 };
    expect(outcomeOf(condition, { token, before: { n: 1 } })).toBe(true);
  });

  it('has no auth for someone signed out', () => {
    expect(outcomeOf('request.auth == null', { uid: null })).toBe(true);
    expect(outcomeOf("request.auth.uid == 'ada'", { uid: null })).toBe('Null value error.');
  });
});
