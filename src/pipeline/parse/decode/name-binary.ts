import type { ForeignFormat } from "../../../model/problem-values.ts";

const isAscii = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

const signatures: readonly (readonly [at: number, signature: string, format: ForeignFormat])[] = [
  [0, "%PDF-", "pdf"],
  [0, "\u00d0\u00cf\u0011\u00e0", "office"],
  [3, "STL", "ebu-stl"],
  [0, "ID3", "mp3"],
  [0, "OggS", "ogg"],
  [0, "fLaC", "flac"],
  [0, "RIFF", "wave"],
  [4, "ftyp", "mp4"],
  [0, "\u001a\u0045\u00df\u00a3", "matroska"],
  [0, "\u0089PNG", "png"],
  [0, "\u00ff\u00d8\u00ff", "jpeg"],
  [0, "\u001f\u008b", "gzip"],
];

/**
 * What kind of file its first bytes say it is; undefined for what may be text.
 * EBU STL begins with a code page number and its name (EBU Tech 3264).
 */
export function nameBinary(bytes: Uint8Array): ForeignFormat | "docx" | undefined {
  if (isAscii(bytes, 0, "PK\u0003\u0004")) return nameZip(bytes);
  if (
    isAscii(bytes, 0, "ID3") ||
    !isAscii(bytes, 3, "STL") ||
    /^\d{3}$/.test(String.fromCharCode(...bytes.subarray(0, 3)))
  ) {
    const found = signatures.find(([at, signature]) => isAscii(bytes, at, signature));
    if (found !== undefined) return found[2];
  }
  return undefined;
}

function nameZip(bytes: Uint8Array): ForeignFormat | "docx" {
  // Latin-1 keeps one character a byte; names of the archive's members stand near its beginning.
  const names = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  if (names.includes("word/")) return "docx";
  if (names.includes("opendocument.text")) return "odt";
  if (names.includes("xl/")) return "xlsx";
  return "zip";
}

/** Whether the bytes hold so many nulls that they are no text in any encoding that is read here. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  let nulls = 0;
  for (const byte of sample) if (byte === 0) nulls += 1;
  return nulls > sample.length / 10;
}
