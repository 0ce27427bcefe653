/** Asks what a new item is. It closes at once; saving goes on behind it. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { addressList } from '@docket/model/upload/address-list';
import type { Inventory } from '../use-inventory.ts';
import { type ItemDraft, type ItemWish, judgeDraft, type Problems } from './item-draft.ts';
import { ItemForm } from './item-form.tsx';

/** What the dialog begins with: after a refusal, what was typed and what is wrong with it. */
export interface NewItemStart {
  /** Another one for each form. */
  key: string;
  draft: ItemDraft;
  problems: Problems;
  /** Why it was refused; null the first time. */
  message: string | null;
}

interface Props {
  start: NewItemStart;
  inventory: Inventory;
  /** Hears of the address of a picture once it is typed. */
  lookAhead: (url: string) => void;
  onSubmit: (wish: ItemWish, draft: ItemDraft) => void;
  onClose: () => void;
}

/** Milliseconds without a key press after which an address counts as typed. */
const TYPED_AFTER = 250;

function useLookAhead({ picture }: ItemDraft, lookAhead: (url: string) => void): void {
  const typed = picture.kind === 'address' ? addressList(picture.text).urls[0] : undefined;
  const [url] = useDebouncedValue(typed, TYPED_AFTER);
  const ask = useRef(lookAhead);
  useEffect(() => {
    ask.current = lookAhead;
  });
  useEffect(() => {
    if (url !== undefined) ask.current(url);
  }, [url]);
}

function Form({ start, inventory, lookAhead, onSubmit, onClose }: Props) {
  const [draft, setDraft] = useState(start.draft);
  const [refused, setRefused] = useState(start.problems);
  const [submitted, setSubmitted] = useState(false);
  useLookAhead(draft, lookAhead);
  const nameOfSku = (sku: string) => inventory.rows.find(({ item }) => item.sku === sku)?.item.name ?? null;
  const judged = judgeDraft(draft, inventory.placeOf(draft.category), nameOfSku);
  const { sku, ...others } = judged.ok ? {} : judged.problems;
  // That a SKU is taken is said while it is typed, everything else when somebody wants to go on.
  const problems = { ...refused, ...(sku !== undefined && { sku }), ...(submitted && others) };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (judged.ok) onSubmit(judged.wish, draft);
  };
  return (
    <form onSubmit={submit} noValidate>
      {/* Toasts lie over the end of the dialog: it can be scrolled out from below them. */}
      <Stack gap="lg" pb={{ base: 96, sm: 48 }}>
        {start.message !== null && (
          <Alert color="red" title="The item could not be saved" role="alert">
            {start.message} What you typed is still here.
          </Alert>
        )}
        <ItemForm
          draft={draft}
          onChange={(change) => {
            setRefused({});
            setDraft((before) => ({ ...before, ...change }));
          }}
          problems={problems}
          inventory={inventory}
          isNew
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Save item</Button>
        </Group>
      </Stack>
    </form>
  );
}

export default function NewItemDialog(props: Props) {
  const narrow = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={620}>New item</Text>}
      size="lg"
      fullScreen={narrow ?? false}
    >
      <Form {...props} />
    </Modal>
  );
}
