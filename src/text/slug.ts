/**
 * The part of an address that stands for a name (interface.md): NFC; letters (with their marks), digits, `-`
 * and `_` stay, case too. Any run of other characters becomes one `-`, and nothing at either end; a name of
 * nothing else becomes `-`. Two names may get the same slug (`C++` and `C#`): the caller checks for that.
 */
export function makeSlug(name: string): string {
  const normal = name.normalize("NFC");
  const slug = normal.replace(/[^\p{L}\p{M}\p{Nd}_]+/gu, (run: string, offset: number) => {
    if (/^-+$/.test(run)) return run;
    return offset === 0 || offset + run.length === normal.length ? "" : "-";
  });
  return slug === "" ? "-" : slug;
}
