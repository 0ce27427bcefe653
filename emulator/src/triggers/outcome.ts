/** How one attempt to deliver an event ended. */
export type Outcome =
  | { readonly kind: 'delivered' }
  /** Nobody is there, or whoever is there does not know the function, as while functions are loaded anew. */
  | { readonly kind: 'unreached'; readonly reason: string }
  /** Nobody knows what became of it: no answer in time, a lost connection, a function's process that ended. */
  | { readonly kind: 'interrupted'; readonly reason: string }
  /** The function ran and failed. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Another attempt would end in the same way. */
  | { readonly kind: 'refused'; readonly reason: string };
