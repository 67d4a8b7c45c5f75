/** True where a key press is a letter of what someone is writing. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("textarea, select, input:not([type='range'], [type='radio'], [type='checkbox'])"))
  );
}
