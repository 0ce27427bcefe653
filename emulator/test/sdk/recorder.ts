/** Notes which public names of an SDK the tests call themselves, and in which test. */

import { getCallSites } from 'node:util';
import { expect } from 'vitest';

/** A test whose name says so shows a refusal: what it calls alone is not supported. */
const REFUSAL = /UNIMPLEMENTED/u;

type Callable = (...args: unknown[]) => unknown;

const isCallable = (value: unknown): value is Callable => typeof value === 'function';

const isClass = (value: unknown): value is Callable & { readonly prototype: object } =>
  isCallable(value) && /^class\b/u.test(Function.prototype.toString.call(value));

export class Recorder {
  readonly #names: ReadonlySet<string>;
  /** The class that a prototype belongs to, by the name it is declared with. */
  readonly #classes = new Map<object, string>();
  readonly #wrapped = new WeakSet<object>();
  readonly #supported = new Map<string, string>();
  readonly #refused = new Map<string, string>();

  /** `names` are those of the public API: nothing else is noted. */
  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
  }

  /** The first test that has called a name and got what it asked for. */
  get supported(): ReadonlyMap<string, string> {
    return this.#supported;
  }

  /** The first test that has shown the refusal of a name that nothing else calls. */
  get refused(): ReadonlyMap<string, string> {
    return new Map([...this.#refused].filter(([name]) => !this.#supported.has(name)));
  }

  /** The exports of a module, its functions and the methods of its classes noted when a test calls them. */
  watch<Module extends object>(exports: Module): Module {
    const watched = Object.entries(exports).map(([name, value]: [string, unknown]) => {
      if (isClass(value)) {
        if (this.#isPublic(name)) {
          this.#watchClass(name, value);
        }
        return [name, value];
      }
      return [name, isCallable(value) && this.#names.has(name) ? this.#function(name, value) : value];
    });
    return Object.assign({}, exports, Object.fromEntries(watched));
  }

  #function(name: string, original: Callable): Callable {
    const note = (args: readonly unknown[]) => this.note(name, args);
    const meet = (result: unknown) => this.#meet(result);
    return function watched(this: unknown, ...args) {
      note(args);
      const result = original.apply(this, args);
      meet(result);
      return result;
    };
  }

  #watchClass(name: string, constructor: { readonly prototype: object }): void {
    this.#classes.set(constructor.prototype, name);
    this.#watchMethods(constructor.prototype);
    this.#wrap(constructor, (method) => () => `${name}.${method}`);
  }

  /** Methods may come from a class that is not exported. */
  #watchMethods(prototype: object): void {
    for (const owner of ancestors(prototype)) {
      if (!this.#wrapped.has(owner)) {
        this.#wrapped.add(owner);
        this.#wrap(owner, (method) => (self) => this.#declared(self, method));
      }
    }
  }

  /** Classes that a module does not export are met as results. */
  #meet(value: unknown): void {
    if (value instanceof Promise) {
      value.then(
        (result) => this.#meet(result),
        () => {},
      );
      return;
    }
    if (typeof value !== 'object' || value === null) {
      return;
    }
    const constructor: unknown = value.constructor;
    if (!isClass(constructor) || this.#classes.has(constructor.prototype)) {
      return;
    }
    if (this.#isPublic(constructor.name)) {
      this.#watchClass(constructor.name, constructor);
    } else if ([...ancestors(constructor.prototype)].some((each) => this.#classes.has(each))) {
      // It may have methods of its own in place of those of a public class.
      this.#watchMethods(constructor.prototype);
    }
  }

  #isPublic(className: string): boolean {
    return [...this.#names].some((name) => name.startsWith(`${className}.`));
  }

  #wrap(owner: object, nameOf: (method: string) => (self: unknown) => string | undefined): void {
    const note = (called: string, args: readonly unknown[]) => this.note(called, args);
    const meet = (result: unknown) => this.#meet(result);
    for (const method of Object.getOwnPropertyNames(owner)) {
      const original: unknown = Object.getOwnPropertyDescriptor(owner, method)?.value;
      if (method === 'constructor' || method === 'prototype' || !isCallable(original) || isClass(original)) {
        continue;
      }
      const name = nameOf(method);
      Object.defineProperty(owner, method, {
        configurable: true,
        writable: true,
        value: function watched(this: unknown, ...args: unknown[]) {
          const called = name(this);
          if (called !== undefined && calledByTest()) {
            note(called, args);
          }
          const result = original.apply(this, args);
          meet(result);
          return result;
        },
      });
    }
  }

  /** A method by the most special class that declares it. */
  #declared(self: unknown, method: string): string | undefined {
    for (
      let owner = self;
      typeof owner === 'object' && owner !== null;
      owner = Object.getPrototypeOf(owner)
    ) {
      const name = `${this.#classes.get(owner) ?? ''}.${method}`;
      if (this.#names.has(name)) {
        return name;
      }
    }
    return undefined;
  }

  /** Notes that the test that runs has called a name. */
  note(name: string, args: readonly unknown[]): void {
    const test = expect.getState().currentTestName;
    if (test === undefined) {
      return;
    }
    const found = REFUSAL.test(test) ? this.#refused : this.#supported;
    const operator = /(?:^|\.)where$/u.test(name) ? [`where ${String(args[1])}`] : [];
    for (const each of [name, ...operator]) {
      if (this.#names.has(each) && !found.has(each)) {
        found.set(each, test);
      }
    }
  }
}

/** An object and what it inherits from, up to Object's own. */
function* ancestors(start: unknown): Generator<object> {
  let each = start;
  while (typeof each === 'object' && each !== null && each !== Object.prototype) {
    yield each;
    each = Object.getPrototypeOf(each);
  }
}

/** Whether a test has called the function that asks, not the SDK itself. */
function calledByTest(): boolean {
  const caller = getCallSites(3)[2]?.scriptName ?? '';
  return caller !== '' && !caller.includes('node_modules');
}
