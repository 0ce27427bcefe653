/**
 * What an SDK offers, read from its own type declarations: functions, methods of classes, and the operators of
 * `where`. Left out: what only types say (interfaces, properties, constructors).
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { type ESTree, parseAst } from 'vite';

type Statement = ESTree.Program['body'][number];

/** The names of an SDK: `getDoc`, `Query.where`, `where ==`. */
export type PublicApi = {
  readonly version: string;
  /** Sorted by name, those of one class together. */
  readonly names: readonly string[];
};

/** The public names of a declaration file of a package, of one namespace within it if the file declares those. */
export function publicApi(packageName: string, file: string, namespace: readonly string[] = []): PublicApi {
  const root = packageRoot(packageName);
  const text = readFileSync(path.join(root, file), 'utf8');
  let statements: readonly Statement[] = parseAst(text, { lang: 'dts' }).body;
  for (const name of namespace) {
    statements = statements.flatMap((statement) => bodyOf(statement, name));
  }
  const functions = functionNames(statements);
  const names = new Set(statements.flatMap((statement) => namesOf(statement, functions)));
  return { version: versionOf(root), names: [...names].sort() };
}

function packageRoot(packageName: string): string {
  const resolved = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  return path.dirname(resolved);
}

function versionOf(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

function bodyOf(statement: Statement, namespace: string): readonly Statement[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declaration?.type === 'TSModuleDeclaration' &&
    declaration.id.type === 'Identifier' &&
    declaration.id.name === namespace &&
    declaration.body?.type === 'TSModuleBlock'
    ? declaration.body.body
    : [];
}

/** Only what is exported is public; `export { length_2 as length }` gives a function its public name. */
function namesOf(statement: Statement, functions: ReadonlySet<string>): string[] {
  if (statement.type !== 'ExportNamedDeclaration') {
    return [];
  }
  const { declaration, specifiers } = statement;
  if (!declaration) {
    return specifiers.flatMap(({ local, exported }) =>
      local.type === 'Identifier' && functions.has(local.name) && exported.type === 'Identifier'
        ? exported.name
        : [],
    );
  }
  if (declaration.type === 'TSDeclareFunction') {
    return declaration.id ? [declaration.id.name] : [];
  }
  if (declaration.type === 'ClassDeclaration') {
    return methodsOf(declaration);
  }
  const isOperators =
    declaration.type === 'TSTypeAliasDeclaration' && declaration.id.name === 'WhereFilterOp';
  return isOperators ? operatorsOf(declaration.typeAnnotation) : [];
}

function functionNames(statements: readonly Statement[]): Set<string> {
  return new Set(
    statements.flatMap((statement) =>
      statement.type === 'TSDeclareFunction' && statement.id ? statement.id.name : [],
    ),
  );
}

function methodsOf(declaration: ESTree.Class): string[] {
  const className = declaration.id?.name ?? '';
  return declaration.body.body.flatMap((member) =>
    (member.type === 'MethodDefinition' || member.type === 'TSAbstractMethodDefinition') &&
    member.kind === 'method' &&
    member.accessibility !== 'private' &&
    member.key.type === 'Identifier'
      ? `${className}.${member.key.name}`
      : [],
  );
}

function operatorsOf(type: ESTree.TSType): string[] {
  const members = type.type === 'TSUnionType' ? type.types : [type];
  return members.flatMap((member) =>
    member.type === 'TSLiteralType' && member.literal.type === 'Literal'
      ? `where ${String(member.literal.value)}`
      : [],
  );
}
