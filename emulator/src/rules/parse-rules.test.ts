/** What is read, what is refused, and where. */
import { describe, expect, it } from 'vitest';
import { compileRules } from './ruleset.ts';

/** The errors and warnings of a source as `line:column text`. */
function issuesOf(source: string): string[] {
  const compiled = compileRules(source);
  const issues = compiled.ok ? compiled.warnings : compiled.issues;
  return issues.map(({ line, column, message, severity }) => {
    const mark = severity === 'warning' ? 'warning ' : '';
    return `${line}:${column} ${mark}${message}`;
  });
}

const inService = (body: string) => `rules_version = '2'; service cloud.firestore {\n${body}\n}`;
const inMatch = (body: string) => inService(`match /a/{b} {\n${body}\n}`);
const condition = (text: string) => inMatch(`allow get: if ${text};`);

describe('a source without fault', () => {
  it.each([
    inMatch('allow read;'),
    inMatch('allow read, write: if true'),
    inMatch('allow get: if true; allow list: if false; ;'),
    inMatch('function f() { return true } allow get: if f()'),
    inMatch('function f(a, b,) { let x = a\nlet y = b; return x == y; } allow get: if f(1, 2)'),
    inMatch('/* a comment // within */ allow get; // and one to the end'),
    inService('match /{path=**}/members/{m} { allow get; }'),
    inService('match /a-b/c.d/(default)/{e} { allow get: if exists(/databases/(default)/documents/a/b); }'),
    "rules_version='2';service firebase.storage{match /b/{b}/o{allow get:if firestore.exists(/databases/(default)/documents/a/b);}}",
    'rules_version = "2"; function top() { return true; } service cloud.firestore { match /{x} { allow get: if top(); } }',
  ])('%s', (source) => {
    expect(issuesOf(source)).toEqual([]);
  });
});

describe('a syntax error', () => {
  it.each<[string, string[]]>([
    [
      '',
      [
        "1:1 warning Ruleset uses old version (version [1]). Begin with rules_version = '2';",
        '1:1 The source declares no service.',
      ],
    ],
    ['service', ['1:8 Unexpected the end of the file: expected the name of a service.']],
    ["rules_version = '3';", ["1:17 rules_version must be '1' or '2'."]],
    ['nonsense {}', ["1:1 Unexpected 'nonsense': expected 'rules_version', 'service' or 'function'."]],
    [
      inMatch('allow reed: if true;'),
      ["3:7 Unexpected 'reed': expected a method (read, write, get, list, create, update, delete)."],
    ],
    [inMatch('allow read if true;'), ["3:12 Unexpected 'if': expected ':' or ';'."]],
    [inMatch('allow read: true;'), ["3:13 Unexpected 'true': expected 'if'."]],
    [condition('1 +'), ["3:18 Unexpected ';': expected an expression."]],
    [condition("'open"), ['3:15 This string has no end.']],
    [condition("'\\q'"), ['3:15 This string has an unknown escape sequence.']],
    [condition('a # b'), ["3:17 Unexpected character '#'."]],
    [
      condition('1 is integer'),
      [
        `3:20 Unexpected 'integer': expected a type (bool, bytes, constraint, duration, float, int, latlng, list, map, map_diff, number, path, set, string, timestamp).`,
      ],
    ],
    [condition('/a/ b == 1'), ["3:19 Unexpected 'b': expected a segment of a path."]],
    [condition('x.1'), ["3:17 Unexpected '1': expected the name of a field or method."]],
    [condition('(1'), ["3:17 Unexpected ';': expected ')'."]],
    [condition('true (false)'), ["3:20 Unexpected '(': expected an operator or ';'."]],
    [inMatch('function f() { let x = 1; }'), ["3:1 The function 'f' has no return."]],
    [inMatch('function f() { return 1; return 2; }'), ["3:26 Unexpected 'return': expected '}'."]],
    [inService('match a/b { }'), ["2:7 Unexpected 'a': expected a path that begins with '/'."]],
    [
      inService('match /a/{b=*} { }'),
      ["2:10 Unexpected '{': expected a segment such as name, {name} or {name=**}."],
    ],
    [
      'service cloud.firestore { match /a { ',
      [
        "1:38 Unexpected the end of the file: expected '}'.",
        "1:38 Unexpected the end of the file: expected '}'.",
      ],
    ],
    ['/* no end', ['1:1 This comment has no end.']],
  ])('%j', (source, issues) => {
    expect(issuesOf(source)).toEqual(issues);
  });

  it('does not hide the ones behind it', () => {
    const source = inService(`
      match /a/{b { allow get: if 1 +; }
      match /c/{d} {
        function f( { return 1; }
        allow lst;
        allow get: if x y;
        allow list: if f(1,,2);
      }`);
    expect(issuesOf(source).map((issue) => issue.split(' ')[0])).toEqual([
      '3:16',
      '3:38',
      '5:21',
      '6:15',
      '7:25',
      '8:28',
    ]);
  });

  it('is not repeated without end', () => {
    expect(issuesOf(inMatch('allow x;\n'.repeat(100))).length).toBeLessThanOrEqual(20);
  });

  it('is found in nesting that is too deep, without exhausting the stack', () => {
    for (const text of [
      '('.repeat(5000),
      '!'.repeat(5000),
      '['.repeat(5000),
      '1 + '.repeat(5000),
      'a.b.'.repeat(5000),
    ]) {
      expect(issuesOf(condition(`${text}1`)).length).toBeGreaterThan(0);
    }
    const chains = `${'('.repeat(150)}1${`${' + 1'.repeat(400)})`.repeat(150)}`;
    expect(issuesOf(condition(chains))).toEqual(['3:16 This expression is too long to be evaluated.']);
    expect(issuesOf(`service a { ${'match /a { '.repeat(5000)}`).length).toBeGreaterThan(0);
  });
});

describe('a static check', () => {
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index));
  it.each<[string, string[]]>([
    [
      'service cloud.firestore { match /a/{b=**} { allow get; } }',
      ["1:1 warning Ruleset uses old version (version [1]). Begin with rules_version = '2';"],
    ],
    [
      "rules_version = '1'; service cloud.firestore { match /{a=**}/b { allow get; } }",
      [
        "1:1 warning Ruleset uses old version (version [1]). Begin with rules_version = '2';",
        "1:48 Before rules_version '2', {name=**} must come last.",
      ],
    ],
    [
      "rules_version = '2'; service cloud.bigtable { }",
      ["1:22 Unknown service 'cloud.bigtable': expected cloud.firestore or firebase.storage."],
    ],
    [condition('nobody'), ['3:15 Invalid variable name: nobody.']],
    [condition('math == 1'), ['3:15 Invalid variable name: math.']],
    [condition('nothing(1)'), ['3:15 Invalid function name: nothing.']],
    [condition("'a'.nothing()"), ['3:15 Invalid function name: nothing.']],
    [condition('math.nothing(1)'), ['3:15 Invalid function name: math.nothing.']],
    [condition('firestore.get(/a/b) == null'), ['3:15 Invalid variable name: firestore.']],
    [
      "rules_version = '2'; service firebase.storage { match /b/{c} { allow get: if get(/a/b) == null || firestore.getAfter(/a/b) == null; } }",
      ['1:78 Invalid function name: get.', '1:99 Invalid function name: firestore.getAfter.'],
    ],
    [condition("'a'.matches()"), ['3:15 Wrong number of arguments for matches: expected 1, found 0.']],
    [condition('math.abs(1, 2) == 1'), ['3:15 Wrong number of arguments for math.abs: expected 1, found 2.']],
    [condition('exists()'), ['3:15 Wrong number of arguments for exists: expected 1, found 0.']],
    [
      inMatch('function f(a) { return a; } allow get: if f();'),
      ['3:43 Wrong number of arguments for f: expected 1, found 0.'],
    ],
    [
      inMatch('function f() { return g(); } function g() { return f(); } allow get: if f();'),
      ["3:1 The function 'f' calls itself."],
    ],
    [
      inMatch('function f() { let a = c; let c = 1; return a; } allow get: if f();'),
      ['3:24 Invalid variable name: c.'],
    ],
    [
      inMatch('function f() { return 1; } function f() { return 2; } allow get: if f() == 1;'),
      ['3:1 warning Unused function: f.', "3:28 The function 'f' is declared twice."],
    ],
    [
      inMatch('function f(a, a) { return a; } allow get: if f(1, 2);'),
      ["3:1 The name 'a' is given twice in the function 'f'."],
    ],
    [inMatch('function f() { return 1; } allow get;'), ['3:1 warning Unused function: f.']],
    [condition('9223372036854775808 > 1'), ['3:15 This integer needs more than 64 bits.']],
    [condition('-9223372036854775809 < 1'), ['3:15 This integer needs more than 64 bits.']],
    [inService('match /{a}/{a} { allow get; }'), ["2:1 The wildcard 'a' stands twice in one path."]],
    [inService('match /{a=**}/{b=**} { allow get; }'), ['2:1 A path can have one {name=**} only.']],
    [
      inMatch(
        `function f(${many(8, (index) => `p${index}`).join()}) { return p0; } allow get: if f(1,2,3,4,5,6,7,8);`,
      ),
      ["3:1 The function 'f' has more than 7 parameters."],
    ],
    [
      inMatch(
        `function f() { ${many(11, (index) => `let v${index} = 1;`).join(' ')} return v0; } allow get: if f();`,
      ),
      ["3:1 The function 'f' has more than 10 lets."],
    ],
    [
      inService(`${many(11, (index) => `match /{w${index}} {`).join('')} allow get; ${'}'.repeat(11)}`),
      ['2:131 More than 10 nested matches.'],
    ],
    [
      inMatch(
        `function f0() { return 1; }\n${many(20, (index) => `function f${index + 1}() { return f${index}(); }`).join('\n')} allow get: if f20() == 1;`,
      ),
      ["23:1 Calls nest deeper than 20 functions from 'f20' on."],
    ],
    [`${' '.repeat(256 * 1024)} `, ['1:1 The source is larger than 262144 bytes.']],
  ])('%j', (source, issues) => {
    expect(issuesOf(source)).toEqual(issues);
  });

  it('survives thousands of functions that call one another', () => {
    const chain = many(4000, (index) => `function f${index + 1}() { return f${index}(); }`).join('\n');
    expect(issuesOf(inMatch(`function f0() { return 1; } ${chain}`)).join()).toContain('Calls nest deeper');
  });
});
