/** An item of a source that can't be taken in. */
export class InvalidItem extends Error {
  /**
   * @param reason - what is wrong and what would be right
   * @param field - JSON Pointer into the item
   */
  constructor(
    reason: string,
    readonly field?: string,
  ) {
    super(reason);
  }
}
