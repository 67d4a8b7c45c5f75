const isAscii = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

const signatures: readonly (readonly [at: number, signature: string, name: string])[] = [
  [0, "%PDF-", "a PDF document"],
  [0, "\u00d0\u00cf\u0011\u00e0", "an old Word (.doc) or other Office document"],
  [3, "STL", "an EBU STL subtitle file"],
  [0, "ID3", "an MP3 audio file"],
  [0, "OggS", "an Ogg audio file"],
  [0, "fLaC", "a FLAC audio file"],
  [0, "RIFF", "a WAVE audio file"],
  [4, "ftyp", "an MP4 audio or video file"],
  [0, "\u001a\u0045\u00df\u00a3", "a Matroska or WebM file"],
  [0, "\u0089PNG", "a PNG image"],
  [0, "\u00ff\u00d8\u00ff", "a JPEG image"],
  [0, "\u001f\u008b", "a gzip archive"],
];

/**
 * What kind of file its first bytes say it is, as a phrase with its article; undefined for what may be text.
 * EBU STL begins with a code page number and its name (EBU Tech 3264).
 */
export function nameBinary(bytes: Uint8Array): string | undefined {
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

function nameZip(bytes: Uint8Array): string {
  // Latin-1 keeps one character a byte; names of the archive's members stand near its beginning.
  const names = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  if (names.includes("word/")) return "a Word document (.docx)";
  if (names.includes("opendocument.text")) return "an OpenDocument text (.odt)";
  if (names.includes("xl/")) return "an Excel workbook (.xlsx)";
  return "a zip archive";
}

/** Whether the bytes hold so many nulls that they are no text in any encoding that is read here. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  let nulls = 0;
  for (const byte of sample) if (byte === 0) nulls += 1;
  return nulls > sample.length / 10;
}
