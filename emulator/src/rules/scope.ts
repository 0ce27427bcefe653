/** What names mean in one place of a source: a chain from the innermost block outwards. */
import type { FunctionDeclaration } from './ast.ts';
import type { Unknown } from './unknown.ts';
import type { RulesValue } from './values.ts';

export interface Scope {
  readonly parent: Scope | null;
  /** Wildcards of a match, arguments and lets of a function, `request` and `resource` at the outermost. */
  readonly variables: ReadonlyMap<string, RulesValue | Unknown>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
}

export function findVariable(scope: Scope, name: string): RulesValue | Unknown | undefined {
  for (let current: Scope | null = scope; current; current = current.parent) {
    const value = current.variables.get(name);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

/** A function, and the scope it was declared in. */
export function findFunction(
  scope: Scope,
  name: string,
): { declaration: FunctionDeclaration; scope: Scope } | undefined {
  for (let current: Scope | null = scope; current; current = current.parent) {
    const declaration = current.functions.get(name);
    if (declaration) {
      return { declaration, scope: current };
    }
  }
  return undefined;
}

/** The functions of a block by their names. */
export function functionsByName(
  functions: readonly FunctionDeclaration[],
): ReadonlyMap<string, FunctionDeclaration> {
  return new Map(functions.map((declaration) => [declaration.name, declaration]));
}
