/** Stands for "add those that are missing" where the marker of Firestore is not known, or not needed. */
export class ArrayAdditions {
  readonly elements: readonly string[];
  constructor(elements: readonly string[]) {
    this.elements = elements;
  }
}
