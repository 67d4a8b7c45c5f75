import type { TimedJsonShape } from "../../src/pipeline/parse/json/timed-json-shape.ts";
import { timedJsonShapes } from "../../src/pipeline/parse/json/timed-json-shapes.ts";

/** A value at a path, as `followPath` reads it: lists where it has `*` or a number, else groups. */
function put(root: unknown, path: string, value: unknown, index = 0): unknown {
  if (path === "") return value;
  const [step = "", ...rest] = path.split(".");
  if (step === "*" || /^-?\d+$/.test(step)) {
    const list = Array.isArray(root) ? [...root] : [];
    // The last of a list of one is the first.
    const at = step === "*" ? index : Math.max(0, Number(step));
    while (list.length < at) list.push(null);
    list[at] = put(list[at], rest.join("."), value, index);
    return list;
  }
  const group = typeof root === "object" && root !== null && !Array.isArray(root) ? root : {};
  const inner = (group as Record<string, unknown>)[step];
  return { ...group, [step]: put(inner, rest.join("."), value, index) };
}

function makeRecord(shape: TimedJsonShape, index: number): unknown {
  const unit = shape.unit === "guess" ? 1 : shape.unit;
  const at = (seconds: number) => Math.round((index * 2 + seconds) / unit);
  let record: unknown;
  const set = (path: string | undefined, value: unknown, place = 0) => {
    if (path !== undefined) record = put(record, path, value, place);
  };
  const { words } = shape;
  for (const [place, text] of ["大家", "好"].entries()) {
    if (words === undefined) break;
    const base = words.list.replace(/\*$/, String(place));
    set(words.text[0] === undefined ? undefined : `${base}.${words.text[0]}`, text);
    set(`${base}.${words.start}`, words.areRelative === true ? place : at(place));
    set(words.end === undefined ? undefined : `${base}.${words.end}`, at(place + 0.5));
  }
  set(shape.characterTimes?.replace(/\*$/, "0"), [at(0), at(1)]);
  set(shape.start, at(0));
  set(shape.end, at(1.5));
  set(shape.duration, Math.round(1.5 / unit));
  set(shape.speaker, String(index));
  set(shape.text[0], index === 0 ? "大家好。" : "Hi, MoE");
  return record;
}

/** A document of each shape of JSON that is read, made from the shape itself: a kind that is added is tried too. */
export function makeJsonSeeds(): string[] {
  return timedJsonShapes.map((shape) => {
    const records = [0, 1].map((index) => makeRecord(shape, index));
    const holder = shape.records.replace(/\.?\*$/, "");
    const inner = holder.replaceAll("*", "0");
    let document = shape.records.endsWith("*") ? put(undefined, inner, records) : records[0];
    for (const path of shape.requires ?? [])
      if (path === "audio_url") document = put(document, path, "https://a.example/1.mp3");
      else if (path === "words.0.type") document = put(document, path, "word");
    if (shape.turns !== undefined) {
      const { records: turns, start, end, duration, speaker } = shape.turns;
      const turn = {
        [start]: 0,
        ...(end && { [end]: 9 }),
        ...(duration && { [duration]: 9 }),
        [speaker]: "A",
      };
      document = put(document, turns.replaceAll("*", "0"), turn);
    }
    return JSON.stringify(document);
  });
}
