/** A number of documents that is too large to be read one by one. */
import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../data/hooks.ts';
import type { Query } from '../../data/ports.ts';
import { PAGE } from './poll.ts';
import { createRecount } from './recount.ts';

/** Milliseconds between two counts. */
const PAUSE = 2000;

/**
 * How many documents match `query`, counted by the server and again whenever `key` is another one: nothing tells when
 * the number changes but what changes with it. Null while it is not known, and where `query` is. The query must be the
 * same object as long as it asks for the same.
 */
export function useCount(query: Query | null, key: string): number | null {
  const { database } = useClient().backend;
  const [counted, setCounted] = useState<{ query: Query; count: number } | null>(null);
  const recount = useRef<ReturnType<typeof createRecount> | null>(null);
  useEffect(() => {
    if (query === null) return;
    const count = async () => {
      try {
        setCounted({ query, count: await database.count(query) });
      } catch {
        // The number before stays; the next change counts again.
      }
    };
    const own = createRecount(count, PAUSE, PAGE.after);
    recount.current = own;
    return () => {
      own.stop();
      recount.current = null;
    };
  }, [database, query]);
  const news = query === null ? null : `${JSON.stringify(query)} ${key}`;
  useEffect(() => {
    if (news !== null) recount.current?.changed(news);
  }, [news]);
  return counted !== null && counted.query === query ? counted.count : null;
}
