/** Finds recursion, and calls nested too deep, among the functions of a source. */
import type { FunctionDeclaration, Position } from './ast.ts';
import { deepestCalls } from './limits.ts';

type Calls = ReadonlyMap<FunctionDeclaration, ReadonlySet<FunctionDeclaration>>;

export function findCallFaults(calls: Calls, report: (at: Position, message: string) => void): void {
  const depths = new Map<FunctionDeclaration, number>();
  const open = new Set<FunctionDeclaration>();
  const depthOf = (declaration: FunctionDeclaration): number => {
    const known = depths.get(declaration);
    if (known !== undefined) {
      return known;
    }
    if (open.has(declaration)) {
      report(declaration.at, `The function '${declaration.name}' calls itself.`);
      return 0;
    }
    if (open.size > 2 * deepestCalls) {
      return 1;
    }
    open.add(declaration);
    const inner = [...(calls.get(declaration) ?? [])].map(depthOf);
    open.delete(declaration);
    const depth = 1 + Math.max(0, ...inner);
    depths.set(declaration, depth);
    return depth;
  };
  for (const declaration of calls.keys()) {
    if (depthOf(declaration) === deepestCalls + 1) {
      report(
        declaration.at,
        `Calls nest deeper than ${deepestCalls} functions from '${declaration.name}' on.`,
      );
    }
  }
}
