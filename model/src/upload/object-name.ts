/** How uploaded files are named in Storage. */

/** The name of the stored object: what every system accepts as part of a path, with the ending kept. */
export function safeObjectName(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return plain.slice(-100) || 'file';
}
