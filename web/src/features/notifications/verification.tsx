/** How a receiver can tell a delivery from a forgery. */
import { Code, Stack, Text } from '@mantine/core';
import classes from './notifications.module.css';
import { SAMPLE } from './verification-sample.ts';

export function Verification() {
  return (
    <Stack gap="xs">
      <Text size="sm">
        Each delivery is a POST of JSON. Its header <Code>Docket-Signature</Code> holds the time{' '}
        <Code>t</Code> and the HMAC-SHA256 <Code>v1</Code> of <Code>t.body</Code> under the webhook's secret.
        Compute it yourself, compare, and refuse what is older than five minutes. After a change of the secret
        there are two <Code>v1</Code> for a day. <Code>Docket-Delivery</Code> is the same when a delivery is
        sent again.
      </Text>
      <Code block className={classes.sample} tabIndex={0} aria-label="Sample in JavaScript">
        {SAMPLE}
      </Code>
    </Stack>
  );
}
