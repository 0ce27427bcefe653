/** What a phase throws that has done what it may for now, and is to go on later. */

/**
 * The phase is run again at `until`, without a try being counted. It must have kept how far it has come. Null: at once, for it
 * has only made room for others; it must get on each time.
 */
export class PutOffError extends Error {
  override readonly name = 'PutOffError';
  readonly until: Date | null;

  constructor(until: Date | null) {
    super(`The rest is put off until ${until?.toISOString() ?? 'the next dispatch'}`);
    this.until = until;
  }
}
