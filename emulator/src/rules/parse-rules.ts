/** Statements of the rules language: services, matches, functions, allows. Goes on behind a fault to find the next. */
import {
  type Allow,
  childrenOf,
  type Expression,
  type FunctionDeclaration,
  type LetBinding,
  type MatchBlock,
  type RulesFile,
  type ServiceBlock,
} from './ast.ts';
import { mostExpressions } from './limits.ts';
import { parseExpression } from './parse-expression.ts';
import { parsePattern } from './parse-path.ts';
import type { RulesIssue, RulesMethod } from './request.ts';
import { SyntaxFault, TokenReader } from './token-reader.ts';

const methodNames: ReadonlyMap<string, readonly RulesMethod[]> = new Map([
  ['read', ['get', 'list']],
  ['write', ['create', 'update', 'delete']],
  ['get', ['get']],
  ['list', ['list']],
  ['create', ['create']],
  ['update', ['update']],
  ['delete', ['delete']],
]);

/** After that many faults the rest is noise. */
const mostIssues = 20;

/** Reads a source. With issues the tree lacks the statements at fault. */
export function parseRules(source: string): { file: RulesFile; issues: readonly RulesIssue[] } {
  const reader = new TokenReader(source);
  const functions: FunctionDeclaration[] = [];
  const services: ServiceBlock[] = [];
  let version: 1 | 2 = 1;
  statements(reader, 'end', () => {
    if (reader.sees('rules_version')) {
      version = parseVersion(reader);
    } else if (reader.sees('function')) {
      functions.push(parseFunction(reader));
    } else if (reader.sees('service')) {
      services.push(parseService(reader));
    } else {
      reader.fail("'rules_version', 'service' or 'function'");
    }
  });
  return { file: { version, functions, services }, issues: reader.issues };
}

/** Reads statements up to a `}` (taken) or the end of the file. */
function statements(reader: TokenReader, until: '}' | 'end', read: () => void): void {
  while (reader.next.type !== 'end' && reader.issues.length < mostIssues) {
    if (until === '}' && reader.accept('}')) {
      return;
    }
    recovering(reader, () => {
      read();
      while (reader.accept(';')) {}
    });
  }
  if (until === '}' && reader.issues.length < mostIssues) {
    reader.fail("'}'");
  }
}

function recovering(reader: TokenReader, read: () => void): void {
  const start = reader.next.start;
  try {
    read();
  } catch (error) {
    if (!(error instanceof SyntaxFault)) {
      throw error;
    }
    skipStatement(reader, start);
  }
}

/** Skips to the end of the statement at fault: behind a `;`, or before what begins or ends another one. */
function skipStatement(reader: TokenReader, start: number): void {
  const beginnings = ['match', 'allow', 'function', 'service'];
  let depth = 0;
  while (reader.next.type !== 'end') {
    const outside = depth === 0 && reader.next.start > start;
    if (outside && (reader.sees('}') || beginnings.some((word) => reader.sees(word)))) {
      return;
    }
    const { text } = reader.take();
    depth += text === '{' ? 1 : text === '}' ? -1 : 0;
    if (text === ';' && depth <= 0) {
      return;
    }
  }
}

/**
 * Reads what stands before a body. Behind a fault in it goes on with the body: at a `{` that stands apart, which no
 * wildcard does, or at the first word of a statement.
 */
function parseHeader<T>(reader: TokenReader, bodyBegins: readonly string[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxFault)) {
      throw error;
    }
    while (reader.next.type !== 'end' && !bodyBegins.some((word) => reader.sees(word))) {
      const opens = reader.sees('{') && reader.isApart;
      reader.take();
      if (opens) {
        return undefined;
      }
    }
    return undefined;
  }
}

function parseVersion(reader: TokenReader): 1 | 2 {
  reader.expect('rules_version');
  reader.expect('=');
  const at = reader.at;
  const token = reader.take();
  if (token.type === 'string' && (token.text === '1' || token.text === '2')) {
    return token.text === '2' ? 2 : 1;
  }
  return reader.reject("rules_version must be '1' or '2'.", at);
}

function parseService(reader: TokenReader): ServiceBlock {
  const at = reader.at;
  reader.expect('service');
  let name = reader.expectName('the name of a service');
  while (reader.accept('.')) {
    name += `.${reader.expectName('the rest of the name')}`;
  }
  const functions: FunctionDeclaration[] = [];
  const matches: MatchBlock[] = [];
  reader.expect('{');
  statements(reader, '}', () => {
    if (reader.sees('match')) {
      matches.push(parseMatch(reader));
    } else if (reader.sees('function')) {
      functions.push(parseFunction(reader));
    } else {
      reader.fail("'match' or 'function'");
    }
  });
  return { at, name, functions, matches };
}

function parseMatch(reader: TokenReader): MatchBlock {
  return reader.nested(() => {
    const at = reader.at;
    reader.expect('match');
    const pattern = parseHeader(reader, ['match', 'allow', 'function'], () => {
      const segments = parsePattern(reader);
      reader.expect('{');
      return segments;
    });
    const functions: FunctionDeclaration[] = [];
    const matches: MatchBlock[] = [];
    const allows: Allow[] = [];
    statements(reader, '}', () => {
      if (reader.sees('match')) {
        matches.push(parseMatch(reader));
      } else if (reader.sees('function')) {
        functions.push(parseFunction(reader));
      } else if (reader.sees('allow')) {
        allows.push(parseAllow(reader));
      } else {
        reader.fail("'allow', 'match' or 'function'");
      }
    });
    return { at, pattern: pattern ?? [], functions, matches, allows };
  });
}

function parseAllow(reader: TokenReader): Allow {
  const at = reader.at;
  reader.expect('allow');
  const methods: RulesMethod[] = [];
  do {
    const spelled = reader.next.type === 'name' ? methodNames.get(reader.next.text) : undefined;
    if (!spelled) {
      return reader.fail(`a method (${[...methodNames.keys()].join(', ')})`);
    }
    reader.take();
    methods.push(...spelled.filter((method) => !methods.includes(method)));
  } while (reader.accept(','));
  if (!reader.accept(':')) {
    if (!reader.sees(';') && !reader.sees('}')) {
      return reader.fail("':' or ';'");
    }
    const place = { at, start: reader.next.start, end: reader.next.start };
    return { at, methods, condition: { type: 'literal', ...place, value: { kind: 'bool', value: true } } };
  }
  reader.expect('if');
  return { at, methods, condition: endOfStatement(reader, parseExpression(reader)) };
}

/**
 * Checks what ends here. A `;` may be left out before a `}`, before the next statement, and at the end of a line. The
 * depth counts chains such as `a + b + …` too, so that no walk over the tree can exhaust the stack.
 */
function endOfStatement(reader: TokenReader, expression: Expression): Expression {
  const { type } = reader.next;
  const ends = type === 'name' || type === 'end' || reader.sees('}') || reader.sees(';');
  if (!ends) {
    return reader.fail("an operator or ';'");
  }
  const isDeep = depthOf(expression) > mostExpressions;
  return isDeep ? reader.reject('This expression is too long to be evaluated.', expression.at) : expression;
}

function depthOf(expression: Expression): number {
  let depth = 0;
  for (let level: readonly Expression[] = [expression]; level.length > 0; level = level.flatMap(childrenOf)) {
    depth += 1;
  }
  return depth;
}

function parseFunction(reader: TokenReader): FunctionDeclaration {
  const at = reader.at;
  reader.expect('function');
  const name = reader.expectName('the name of the function');
  const parameters = parseHeader(reader, ['let', 'return'], () => parseParameters(reader)) ?? [];
  const lets: LetBinding[] = [];
  let result: Expression | undefined;
  statements(reader, '}', () => {
    if (result === undefined && reader.sees('let')) {
      lets.push(parseLet(reader));
    } else if (result === undefined && reader.accept('return')) {
      result = endOfStatement(reader, parseExpression(reader));
    } else {
      reader.fail(result === undefined ? "'let' or 'return'" : "'}'");
    }
  });
  if (result === undefined) {
    if (reader.issues.length === 0) {
      reader.report(`The function '${name}' has no return.`, at);
    }
    result = { type: 'literal', at, start: 0, end: 0, value: { kind: 'null' } };
  }
  return { at, name, parameters, lets, result };
}

/** Reads `(a, b) {`. */
function parseParameters(reader: TokenReader): readonly string[] {
  const parameters: string[] = [];
  reader.expect('(');
  while (!reader.accept(')')) {
    parameters.push(reader.expectName('the name of a parameter'));
    if (!reader.accept(',')) {
      reader.expect(')');
      break;
    }
  }
  reader.expect('{');
  return parameters;
}

function parseLet(reader: TokenReader): LetBinding {
  const at = reader.at;
  reader.expect('let');
  const name = reader.expectName('the name of the variable');
  reader.expect('=');
  return { at, name, value: endOfStatement(reader, parseExpression(reader)) };
}
