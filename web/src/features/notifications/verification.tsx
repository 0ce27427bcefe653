/** How a receiver can tell a delivery from a forgery. */
import { Code, Stack, Text } from '@mantine/core';
import classes from './notifications.module.css';

/** The same as in docs/webhooks.md. */
const SAMPLE = `import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether \`body\` (the raw text) was signed with \`secret\` in the last five minutes. */
export function isFromDocket(header, body, secret, now = Date.now()) {
  const { t, v1 } = Object.fromEntries(header.split(',').map((part) => part.split('=', 2)));
  if (!(Math.abs(now / 1000 - Number(t)) < 300)) return false;
  const expected = createHmac('sha256', secret).update(\`\${t}.\${body}\`).digest();
  const given = Buffer.from(v1 ?? '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}`;

export function Verification() {
  return (
    <Stack gap="xs">
      <Text size="sm">
        Each delivery is a POST of JSON. Its header <Code>Docket-Signature</Code> holds the time{' '}
        <Code>t</Code> and the HMAC-SHA256 <Code>v1</Code> of <Code>t.body</Code> under the webhook's secret.
        Compute it yourself, compare, and refuse what is older than five minutes. <Code>Docket-Delivery</Code>{' '}
        is the same when a delivery is sent again.
      </Text>
      <Code block className={classes.sample} tabIndex={0} aria-label="Sample in JavaScript">
        {SAMPLE}
      </Code>
    </Stack>
  );
}
