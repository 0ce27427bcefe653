/** Truth, choice, equality, order and types. */
import { error, noOperator, nullError, refused, type Table, typeError } from './table.ts';

export const booleans: Table = {
  about: 'rules.Boolean',
  rows: [
    ['true && true', 'true'],
    ['true && false', 'false'],
    ['false && true', 'false'],
    ['false || true', 'true'],
    ['false || false', 'false'],
    ['!true', 'false'],
    ['!!true', 'true'],
    ['true == true', 'true'],
    ['true != false', 'true'],
    ['false < true', 'true'],
    ['true >= true', 'true'],
    ["bool('true')", 'true'],
    ["bool('false')", 'false'],
    ['bool(true)', 'true'],
    ["bool('True')", error('Not a bool.')],
    ["bool('')", error('Not a bool.')],
    ['bool(1)', typeError('int', 'bool', 'string')],
    ['bool(null)', typeError('null', 'bool', 'string')],
    ['!1', typeError('int', 'bool')],
    ["!'true'", typeError('string', 'bool')],
    ['bool()', refused('Wrong number of arguments for bool: expected 1, found 0.')],
  ],
};

export const shortCircuits: Table = {
  about: 'errors beside && and ||',
  rows: [
    ['true || 1 / 0 == 1', 'true'],
    ['1 / 0 == 1 || true', 'true'],
    ['false && 1 / 0 == 1', 'false'],
    ['1 / 0 == 1 && false', 'false'],
    ['1 / 0 == 1 || false', error('Division by zero.')],
    ['false || 1 / 0 == 1', error('Division by zero.')],
    ['true && 1 / 0 == 1', error('Division by zero.')],
    ['1 / 0 == 1 && true', error('Division by zero.')],
    ['1 && true', typeError('int', 'bool')],
    ['1 && false', 'false'],
    ["false || 'a'", typeError('string', 'bool')],
    ["true || 'a'", 'true'],
    ['true || false && false', 'true'],
    ['(true || false) && false', 'false'],
    ['true || true && 1 / 0 == 1', 'true'],
    ['!false || false', 'true'],
  ],
};

export const conditionals: Table = {
  about: 'condition ? one : other',
  rows: [
    ["true ? 'a' : 'b'", "'a'"],
    ["false ? 'a' : 'b'", "'b'"],
    ['true ? 1 : 1 / 0', '1'],
    ['false ? 1 / 0 : 2', '2'],
    ['true ? 1 / 0 : 2', error('Division by zero.')],
    ['1 / 0 == 0 ? 1 : 2', error('Division by zero.')],
    ['1 ? 2 : 3', typeError('int', 'bool')],
    ['false ? 1 : true ? 2 : 3', '2'],
    ['true || false ? 1 : 2', '1'],
    ["true ? 1 : 'mixed'", '1'],
  ],
};

export const equality: Table = {
  about: 'x == y and x != y',
  rows: [
    ['null == null', 'true'],
    ["null == ''", 'false'],
    ['null != 0', 'true'],
    ["1 == '1'", 'false'],
    ["1 != '1'", 'true'],
    ['1 == 1.0', 'true'],
    ['9007199254740993 == 9007199254740992.0', 'false'],
    ['0.0 == -0.0', 'true'],
    ['math.sqrt(-1) == math.sqrt(-1)', 'false'],
    ['math.sqrt(-1) != math.sqrt(-1)', 'true'],
    ["'a' == 'a'", 'true'],
    ["'a' == 'A'", 'false'],
    ["[1, 'a', [2]] == [1, 'a', [2]]", 'true'],
    ['[1, 2] == [2, 1]', 'false'],
    ["{'a': 1, 'b': 2} == {'b': 2, 'a': 1.0}", 'true'],
    ["{'a': 1} == {'a': 1, 'b': 2}", 'false'],
    ['[1, 2].toSet() == [2, 1].toSet()', 'true'],
    ['[1].toSet() == [1]', 'false'],
    ['/a/b == /a/b', 'true'],
    ['/a/b == /a/c', 'false'],
    ['1 / 0 == 1 / 0', error('Division by zero.')],
  ],
};

export const order: Table = {
  about: 'x < y, x <= y, x > y, x >= y',
  rows: [
    ['1 < 2', 'true'],
    ['2 < 1', 'false'],
    ['2 <= 2', 'true'],
    ['3 > 2', 'true'],
    ['2 >= 3', 'false'],
    ['1 < 1.5', 'true'],
    ['2.5 > 2', 'true'],
    ["'a' < 'b'", 'true'],
    ["'B' < 'a'", 'true'],
    ["'a' <= 'ab'", 'true'],
    ["'😀' > 'ｚ'", 'true'],
    ["b'\\x00' < b'\\x01'", 'true'],
    ["duration.value(1, 's') < duration.value(2, 's')", 'true'],
    ['timestamp.date(2026, 1, 1) < timestamp.date(2026, 1, 2)', 'true'],
    ['math.sqrt(-1) < 1', 'false'],
    ['math.sqrt(-1) >= 1', 'false'],
    ["1 < 'a'", noOperator('int < string')],
    ['null < 1', noOperator('null < int')],
    ['[1] < [2]', noOperator('list < list')],
    ["{} > {'a': 1}", noOperator('map > map')],
    ['/a >= /b', noOperator('path >= path')],
    ['true < 1', noOperator('bool < int')],
  ],
};

export const types: Table = {
  about: 'x is type',
  rows: [
    ['true is bool', 'true'],
    ["b'a' is bytes", 'true'],
    ["duration.value(1, 's') is duration", 'true'],
    ['1.0 is float', 'true'],
    ['1 is int', 'true'],
    ['latlng.value(0, 0) is latlng', 'true'],
    ['[] is list', 'true'],
    ['{} is map', 'true'],
    ['{}.diff({}) is map_diff', 'true'],
    ['1 is number', 'true'],
    ['1.5 is number', 'true'],
    ['/a is path', 'true'],
    ['[].toSet() is set', 'true'],
    ["'a' is string", 'true'],
    ['timestamp.date(2026, 1, 1) is timestamp', 'true'],
    ['1 is float', 'false'],
    ['1.0 is int', 'false'],
    ["'1' is number", 'false'],
    ['null is map', 'false'],
    ['[] is map', 'false'],
    ['[].toSet() is list', 'false'],
    ["'a' is constraint", 'false'],
    ['!(1 is string)', 'true'],
    ['null.x is string', nullError],
    ['1 / 0 is int', error('Division by zero.')],
  ],
};

export const precedence: Table = {
  about: 'which operator binds tighter',
  rows: [
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 4 - 3', '3'],
    ['24 / 4 / 2', '3'],
    ['-2 + 3', '1'],
    ['-(2 + 3)', '-5'],
    ['2 - -3', '5'],
    ['1 + 1 == 2 && 2 < 3', 'true'],
    ['!(1 == 2) == true', 'true'],
    ["'a' in ['a'] == true", 'true'],
    ["[1, 2][0] + {'a': 2}.a", '3'],
  ],
};

export const functions: Table = {
  about: 'functions, let and scope',
  functions: `
    function twice(n) { return n + n; }
    function area(w, h) { let product = w * h; let text = string(product); return text + ' m2'; }
    function fails() { return 1 / 0; }
    function hidden(thing) { return thing; }
    function where() { return request.method; }
    function unread() { let bad = 1 / 0; return true; }`,
  rows: [
    ['twice(2)', '4'],
    ["twice('ab')", "'abab'"],
    ['twice(twice(1))', '4'],
    ['area(2, 3)', "'6 m2'"],
    ['fails() == 1 || true', 'true'],
    ['fails()', error('Division by zero.')],
    ["hidden('mine')", "'mine'"],
    ['where()', "'get'"],
    ['unread()', error('Division by zero.')],
    ['twice()', refused('Wrong number of arguments for twice: expected 1, found 0.')],
    ['unknown(1)', refused('Invalid function name: unknown.')],
    ['nothing', refused('Invalid variable name: nothing.')],
    ['math.unknown(1)', refused('Invalid function name: math.unknown.')],
    ["'a'.unknown()", refused('Invalid function name: unknown.')],
  ],
};
