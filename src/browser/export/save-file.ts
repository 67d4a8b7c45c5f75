/** Has the browser save a text, or bytes, as a file. */
export function saveFile({
  name,
  type,
  content,
}: {
  readonly name: string;
  /** Of a text. */
  readonly type: string;
  readonly content: string | Blob;
}): void {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Chosen: some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
