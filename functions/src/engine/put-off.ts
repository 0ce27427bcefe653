/** What a phase throws that has done what it may for now, and is to go on later. */

/** The phase is run again at `until`, without a try being counted. It must have kept how far it has come. */
export class PutOffError extends Error {
  override readonly name = 'PutOffError';
  readonly until: Date;

  constructor(until: Date) {
    super(`The rest is put off until ${until.toISOString()}`);
    this.until = until;
  }
}
