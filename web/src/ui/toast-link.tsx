/** A way from a toast to a page. Toasts stand beside the pages, where the router does not reach: the way is gone with its own function. */
import { Anchor } from '@mantine/core';

interface Props {
  to: string;
  label: string;
  onFollow: () => void;
}

export function ToastLink({ to, label, onFollow }: Props) {
  return (
    <Anchor
      underline="always"
      href={to}
      size="sm"
      onClick={(event) => {
        event.preventDefault();
        onFollow();
      }}
    >
      {label}
    </Anchor>
  );
}
