/** Has the browser save a text as a file. */
export function saveFile({
  name,
  type,
  content,
}: {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Chosen: some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
