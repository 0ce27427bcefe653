/** Saving goes on when people have gone elsewhere: a refusal finds them there. */
import { notifications } from '@mantine/notifications';

/** `name` is that of the item as it was typed. */
export function tellRefusal(name: string, message: string): void {
  notifications.show({
    color: 'red',
    title: `“${name.trim()}” could not be saved`,
    message: `${message} What you typed was not kept.`,
    autoClose: false,
  });
}
