/** The parser's place in a source: the next token, what it must be, and what was wrong so far. */
import type { Position } from './ast.ts';
import { readToken, type Token, textAt } from './lexer.ts';
import type { RulesIssue } from './request.ts';

/** Ends the statement that is being read; reading goes on behind it. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault';
}

/** Deeper nesting than this is refused, so that no walk over a tree can exhaust the stack. */
const deepestNesting = 200;

export class TokenReader {
  readonly issues: RulesIssue[] = [];
  readonly #source: string;
  readonly #lineStarts: number[] = [0];
  #next: Token;
  #previousEnd = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
      this.#lineStarts.push(at + 1);
    }
    this.#next = readToken(source, 0);
  }

  /** The next token, not taken yet. */
  get next(): Token {
    return this.#next;
  }

  /** Whether there is a blank before the next token. */
  get isApart(): boolean {
    return this.#next.start > this.#previousEnd;
  }

  /** Where the next token begins. */
  get at(): Position {
    return this.positionOf(this.#next.start);
  }

  /** Remembers where a node begins: the result gives its place once its last token is taken. */
  mark(): () => { readonly at: Position; readonly start: number; readonly end: number } {
    const { at } = this;
    const { start } = this.#next;
    return () => ({ at, start, end: this.#previousEnd });
  }

  positionOf(offset: number): Position {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }

  take(): Token {
    const token = this.#next;
    this.#goTo(token.end);
    return token;
  }

  /** Whether the next token is this symbol or word. */
  sees(text: string): boolean {
    return (this.#next.type === 'symbol' || this.#next.type === 'name') && this.#next.text === text;
  }

  /** Takes the next token if it is this symbol or word. */
  accept(text: string): boolean {
    const found = this.sees(text);
    if (found) {
      this.take();
    }
    return found;
  }

  expect(text: string): void {
    if (!this.accept(text)) {
      this.fail(`'${text}'`);
    }
  }

  expectName(what: string): string {
    return this.#next.type === 'name' ? this.take().text : this.fail(what);
  }

  /** Takes raw text from where the next token begins, e.g. a segment of a path; undefined when it does not match. */
  takeRaw(pattern: RegExp): string | undefined {
    const text = textAt(pattern, this.#source, this.#next.start);
    if (text !== undefined) {
      this.#goTo(this.#next.start + text.length);
    }
    return text;
  }

  #goTo(offset: number): void {
    this.#previousEnd = offset;
    this.#next = readToken(this.#source, offset);
  }

  /** Records that something else was expected here, and gives the statement up. */
  fail(expected: string): never {
    const { type, text } = this.#next;
    if (type === 'invalid') {
      return this.reject(text);
    }
    const found = type === 'end' ? 'the end of the file' : `'${text}'`;
    return this.reject(`Unexpected ${found}: expected ${expected}.`);
  }

  /** Records a fault, at the next token unless told otherwise, and gives the statement up. */
  reject(message: string, at: Position = this.at): never {
    this.report(message, at);
    throw new SyntaxFault(message);
  }

  /** Records a fault and goes on. */
  report(message: string, at: Position): void {
    this.issues.push({ ...at, message, severity: 'error' });
  }

  /** Reads one level deeper. */
  nested<T>(read: () => T): T {
    if (this.#depth >= deepestNesting) {
      return this.reject(`Nested deeper than ${deepestNesting} levels.`);
    }
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }
}
