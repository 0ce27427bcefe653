/** Stands for "add so many" where the marker of Firestore is not known, or not needed. */
export class Increment {
  readonly by: number;
  constructor(by: number) {
    this.by = by;
  }
}
