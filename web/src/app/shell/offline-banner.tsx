/** Says that there is no connection, and that nothing is lost by it. */
import { Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import classes from './offline-banner.module.css';

export function OfflineBanner() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Text size="sm" component="output" display="block" className={classes.root}>
      You are offline. What you do is kept in this browser and sent when you are connected again.
    </Text>
  );
}
