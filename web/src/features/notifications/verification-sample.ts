/** The same as in docs/webhooks.md, which a test sees to. */
export const SAMPLE = `import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether \`body\` (the raw text) was signed with \`secret\` in the last five minutes. */
export function isFromDocket(header, body, secret, now = Date.now()) {
  const parts = header.split(',').map((part) => part.split('=', 2));
  const time = parts.find(([name]) => name === 't')?.[1];
  if (!(Math.abs(now / 1000 - Number(time)) < 300)) return false;
  const expected = createHmac('sha256', secret).update(\`\${time}.\${body}\`).digest();
  // Two while the secret is being changed: one is enough.
  return parts.some(([name, value]) => {
    const given = name === 'v1' ? Buffer.from(value ?? '', 'hex') : null;
    return given?.length === expected.length && timingSafeEqual(given, expected);
  });
}`;
