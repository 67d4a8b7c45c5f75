import { z } from "zod";

/** UTF-16 units of the longest text that a request holds: a passage has a few thousand. Chosen. */
const LONGEST = 20_000;

/** A stretch of one passage, as its page shows it. */
const selection = {
  /** The episode's address. */
  slug: z.string().min(1).max(300),
  /** The passage's `id`. */
  anchor: z.string().min(1).max(100),
  /** UTF-16 offsets in the passage's text. */
  from: z.int().min(0),
  to: z.int().min(0),
  /** What stands there on the page: where the files say otherwise, the page is older than they are. */
  text: z.string().max(LONGEST),
};

/** What an owner asks of a passage on the page of the development server. */
export const editRequestSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("look"), ...selection }),
  z.strictObject({
    action: z.literal("replace"),
    ...selection,
    meant: z.string().max(LONGEST),
    everywhere: z.boolean(),
  }),
  /** As the file has it: a correction goes, and the glossary is kept from there. */
  z.strictObject({ action: z.literal("restore"), ...selection }),
  z.strictObject({
    action: z.literal("turn"),
    ...selection,
    speaker: z.string().max(200),
    /** True where the one who spoke before goes on after the stretch. */
    alone: z.boolean(),
  }),
  /** Takes back the last edit: the `count`th since the server began. */
  z.strictObject({ action: z.literal("undo"), count: z.int().min(0) }),
]);

export type EditRequest = z.infer<typeof editRequestSchema>;

/** A stretch of a passage. */
export type PassageSelection = Omit<Extract<EditRequest, { action: "look" }>, "action">;
