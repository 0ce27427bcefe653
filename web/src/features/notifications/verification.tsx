/** How a receiver can tell a delivery from a forgery. */
import { Code, Stack, Text } from '@mantine/core';
import classes from './notifications.module.css';

const SAMPLE = `import { createHmac, timingSafeEqual } from 'node:crypto';

// header: the value of Docket-Signature, e.g. t=1764146400,v1=5257a8…
// body: the request's body as text, exactly as it was received
function isGenuine(header, body, secret) {
  const [time, digest] = header.split(',').map((part) => part.split('=')[1]);
  const expected = createHmac('sha256', secret).update(\`\${time}.\${body}\`).digest();
  const received = Buffer.from(digest, 'hex');
  const fresh = Math.abs(Date.now() / 1000 - Number(time)) < 300;
  return fresh && received.length === expected.length && timingSafeEqual(received, expected);
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
