/** A file of the search did not load: the answer is unknown, which is not the same as nothing found. */
export class SearchLoadError extends Error {
  override readonly name = "SearchLoadError";
  /** What did not load. */
  readonly address: string;

  constructor(address: string, cause?: unknown) {
    super(`A file of the search did not load: ${address}`, { cause });
    this.address = address;
  }
}
