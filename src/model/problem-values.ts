import type { CutReason, TextEncoding } from "./transcript-facts.ts";

/** One of several kinds, with the values of that kind. */
export type Fact<Values> = {
  readonly [Kind in keyof Values]: { readonly kind: Kind; readonly values: Values[Kind] };
}[keyof Values];

/** Every kind of problem, and the values that belong to it. A kind says a fact, whatever the sentence about it. */
export interface ProblemValues
  extends TranscriptProblems,
    CorrectionProblems,
    SuggestionProblems,
    EditProblems,
    FieldProblems,
    FileProblems,
    EpisodeProblems,
    GlossaryProblems,
    PeopleProblems,
    VariantProblems,
    MovedProblems,
    ShowProblems,
    OptionProblems,
    ImportProblems,
    SettingProblems,
    BuildProblems {}

type NoValues = Readonly<Record<never, never>>;

/** Of a transcript, before anything is corrected. Times are as `formatClock` writes them. */
export interface TranscriptProblems {
  /** `readings` are what the line would say in the encodings that it could be, the likelier one first. */
  "bytes-not-utf8": {
    readonly bytes: string;
    readonly readings: readonly { readonly encoding: "gb18030" | "big5"; readonly text: string }[];
  };
  "encoding-told": { readonly encoding: Exclude<TextEncoding, "utf-8"> };
  /** `text` is the first piece that was cut for this reason. */
  "text-cut": { readonly reason: CutReason; readonly text: string };
  /** A label that stands in few places, or looks like none: it may be a part of the sentence. */
  "label-doubtful": { readonly label: string };
  "file-is-binary": NoValues;
  "line-has-null-characters": NoValues;
  /** U+FFFD. */
  "line-has-lost-character": NoValues;
  "transcript-empty": NoValues;
  "transcript-without-words": NoValues;
  "transcript-almost-empty": { readonly text: string };
  /** A Word document whose archive is broken, or far too large. */
  "document-unreadable": NoValues;
  "format-not-read": { readonly format: ForeignFormat };
  "ending-says-no-format": { readonly ending?: string; readonly endings: readonly string[] };
  "file-without-times": { readonly ending: string };
  "chapters-as-transcript": NoValues;
  /** `keys` are the first of the document's own; of a list those of its first record. */
  "json-not-a-transcript": { readonly keys: readonly string[] };
  "transcript-json-broken": { readonly reason: string };
  /** `field` is what the tool that wrote the file calls it. */
  "record-without-body": { readonly field: string };
  "record-start-invalid": { readonly field: string; readonly value: WrittenValue };
  "record-end-invalid": { readonly field: string; readonly value: WrittenValue };
  "record-speaker-invalid": { readonly field: string; readonly value: WrittenValue };
  "webvtt-header-missing": NoValues;
  "tag-unclosed": { readonly tag: string };
  "text-without-times": { readonly text: string };
  "cue-start-unreadable": { readonly text: string; readonly isEndReadable: boolean };
  "cue-end-unreadable": { readonly text: string };
  "cue-starts-before-recording": { readonly start: string };
  /** `offset` is what would bring the first time to 0, in seconds. */
  "times-of-day": { readonly start: string; readonly offset: number };
  "cue-starts-too-late": { readonly start: string };
  "cue-starts-before-previous": { readonly start: string; readonly previous: string };
  "cue-ends-before-start": { readonly end: string; readonly start: string };
  /** Of times.*: it has no times. */
  "times-without-times": NoValues;
  /** Of times.*: so few of the transcript's words stand in it. */
  "times-of-other-words": { readonly percent: number };
  /** Of punctuated.txt: so few of its words stand in the transcript. */
  "punctuated-of-other-words": { readonly percent: number };
  /** What the transcript has, and punctuated.txt; one of them may be empty. `line` is the transcript's. */
  "punctuated-differs": { readonly text: string; readonly copy: string; readonly line: number };
  /** Many words in a row, from which of the transcript's lines to which. */
  "punctuated-lacks": { readonly words: number; readonly line: number; readonly last: number };
}

/** Of corrections and chapters that do not fit the transcript. Times are as readers see them. */
export interface CorrectionProblems {
  "transcript-without-speech": NoValues;
  "transcript-without-times": NoValues;
  "line-after-speech": { readonly line: number; readonly last: number };
  "line-without-speech": { readonly line: number; readonly next: number };
  "time-before-speech": { readonly time: string; readonly first: string };
  "words-not-in-place": {
    readonly words: string;
    readonly place: { readonly line: number } | { readonly time: string };
    /** What stands there. */
    readonly reads: string;
    /** Where the words stand; a few at most. */
    readonly lines: readonly number[];
  };
  "nth-too-high": {
    readonly heard: string;
    readonly nth: number;
    readonly count: number;
    /** Absent for a place that is given as a time. */
    readonly line?: number;
  };
  "place-decided-twice": { readonly heard: string; readonly decidedIn: number };
  "turns-begin-together": {
    readonly speaker: string;
    readonly otherSpeaker: string;
    readonly otherLine: number;
  };
  "form-claimed-twice": {
    readonly heard: string;
    readonly claims: readonly { readonly term: string; readonly line: number }[];
  };
  "chapter-after-end": { readonly title: string; readonly start: string; readonly end: string };
  "chapter-after-speech": { readonly title: string; readonly line: number; readonly last: number };
  "chapter-words-not-in-line": {
    readonly title: string;
    readonly words: string;
    readonly line: number;
    readonly reads: string;
  };
}

/** Of what commands read and do: review files, decisions, lists of episodes, new transcripts. */
export interface SuggestionProblems {
  "review-place-invalid": { readonly at: string };
  "decision-of-unknown-episode": { readonly slug: string };
  "decision-words-not-in-line": { readonly slug: string; readonly line: number; readonly heard: string };
  "decision-made-already": { readonly slug: string; readonly line: number; readonly heard: string };
  "decisions-overlap": { readonly slug: string; readonly line: number; readonly heard: string };
  "entry-shares-line": NoValues;
  "change-not-expressible": { readonly heard: string; readonly meant: string };
  "correction-on-other-words": { readonly entry: string };
  "correction-not-needed": { readonly entry: string };
  "correction-without-place": { readonly entry: string };
  "listed-episode-unknown": { readonly slug: string; readonly nearest?: string };
}

/** Of what an owner asks of a passage on the page of the development server. */
export interface EditProblems {
  "edit-not-from-here": NoValues;
  "edit-request-invalid": NoValues;
  "edit-failed": NoValues;
  "edit-page-outdated": NoValues;
  "edit-without-meant": NoValues;
  "edit-without-speaker": NoValues;
  "edit-changes-nothing": { readonly text: string };
  "edit-place-unnamed": { readonly heard: string };
  "edit-term-unfit": { readonly meant: string };
  "edit-form-usual": { readonly heard: string; readonly meant: string };
  "edit-form-claimed": { readonly heard: string; readonly meant: string };
  "edit-content-at-fault": { readonly file: string };
  "edit-speaker-after-unknown": NoValues;
  "undo-nothing": NoValues;
  "undo-not-last": NoValues;
  "undo-file-changed": { readonly file: string };
}

/** Of the form of YAML and JSON, and of keys and values that a schema does not allow. */
export interface FieldProblems {
  /** `code` is that of the YAML library, which gives the reason in English. */
  "yaml-invalid": { readonly code: string; readonly reason: string };
  "yaml-wide-colon": { readonly key: string };
  "yaml-unreadable": { readonly reason: string };
  "yaml-too-deep": NoValues;
  "yaml-alias": { readonly name: string };
  "yaml-key-not-text": NoValues;
  "yaml-key-twice": { readonly key: string };
  /** A name that every object of the language has. */
  "yaml-key-reserved": { readonly key: string };
  "json-invalid": { readonly reason: string };
  "key-unknown": { readonly key: string; readonly nearest?: string; readonly known: readonly string[] };
  "field-invalid": {
    readonly path: FieldPath;
    readonly value: WrittenValue;
    readonly expected: Expected;
  };
  /** A key that is not there; an entry of a list, or a file, that is `field-empty`. */
  "field-missing": { readonly path: FieldPath; readonly key: string; readonly expected: Expected };
  "field-empty": { readonly path: FieldPath; readonly expected: Expected };
  "near-empty": NoValues;
  "entry-without-place": NoValues;
  "entry-with-two-places": NoValues;
  "chapter-without-start": NoValues;
  "chapter-with-two-starts": NoValues;
  "chapter-from-without-line": NoValues;
  "json-chapter-not-object": NoValues;
  "json-chapters-not-object": NoValues;
}

/** Of any file or folder of the content, whatever it holds. Reasons are the system's. */
export interface FileProblems {
  "file-forbidden": NoValues;
  "file-is-folder": NoValues;
  /** A pipe, a device: what has no end. */
  "file-not-plain": NoValues;
  "file-outside-content": NoValues;
  "link-broken": NoValues;
  "file-too-large": { readonly megabytes: number; readonly most: number };
  "file-unreadable": { readonly reason: string };
  "file-not-utf8": NoValues;
  "file-name-misspelt": { readonly meant: string };
  "folder-unreadable": { readonly reason: string };
  "content-folder-missing": NoValues;
}

/** Of episodes' folders and of episode.md. */
export interface EpisodeProblems {
  "no-episodes": NoValues;
  "file-outside-episodes": NoValues;
  "folder-without-episode": NoValues;
  "folder-name-without-letters": NoValues;
  "folders-share-address": { readonly folder: string; readonly other: string; readonly slug: string };
  "episode-file-missing": NoValues;
  "episode-file-empty": NoValues;
  "front-matter-missing": NoValues;
  "front-matter-unended": NoValues;
  "notes-too-long": { readonly length: number; readonly longest: number };
  /** What they would become, not what was written. */
  "notes-grow": { readonly longest: number };
  "notes-unreadable": { readonly reason: string };
  "picture-not-shown": { readonly address: string };
  /** `address` as it is written, `nearest` a page that is there. */
  "note-link-dead": { readonly address: string; readonly nearest?: string };
  /** An address of http or https. */
  "audio-is-page": { readonly address: string };
  "audio-missing": { readonly audio: string };
  /** `nearest` is an id, a name or an alias of people.yaml. */
  "person-unknown": { readonly name: string; readonly nearest: string };
  /** `labels` are the first of those that the transcript has. */
  "label-not-in-transcript": { readonly label: string; readonly labels: readonly string[] };
  "transcript-missing": { readonly endings: readonly string[] };
  /** Of more than a few episodes, in the place of `transcript-missing` for each. */
  "transcripts-missing": { readonly episodes: readonly string[]; readonly endings: readonly string[] };
  "several-transcripts": { readonly names: readonly string[] };
  "transcript-chosen": { readonly others: readonly string[] };
  "two-chapter-files": NoValues;
  "several-times-files": { readonly names: readonly string[] };
  "topic-without-letters": { readonly topic: string };
  /** `episodes` are their folders' names. */
  "not-in-feed": { readonly lack: FeedLack; readonly episodes: readonly string[] };
  "topics-share-address": { readonly topic: string; readonly other: string; readonly slug: string };
}

/** Of glossary.yaml. Lines are those of the other entry. */
export interface GlossaryProblems {
  "term-twice": { readonly term: string; readonly line: number };
  "term-address-invalid": { readonly term: string; readonly slug: string; readonly better?: string };
  "terms-share-address": { readonly term: string; readonly other: string; readonly slug: string };
  "name-twice-in-term": { readonly name: string; readonly term: string };
  "name-is-own-term": { readonly name: string; readonly term: string; readonly line: number };
  "heard-is-right": { readonly form: string; readonly term: string };
  "heard-is-right-elsewhere": {
    readonly form: string;
    readonly term: string;
    readonly other: string;
    readonly line: number;
  };
  "heard-twice-in-term": { readonly form: string; readonly term: string };
  "heard-for-two-terms": {
    readonly form: string;
    readonly term: string;
    readonly other: string;
    readonly line: number;
  };
  "term-of-no-episode": { readonly term: string };
}

/** Of people.yaml. */
export interface PeopleProblems {
  "people-share-address": { readonly id: string; readonly other: string; readonly slug: string };
  "person-id-without-letters": { readonly id: string };
  "name-of-two-people": { readonly name: string; readonly id: string; readonly other: string };
  "person-of-no-episode": { readonly id: string };
}

/** Of variants.yaml. */
export interface VariantProblems {
  "variant-alone": NoValues;
  "variant-twice": { readonly name: string; readonly same: string };
  "variant-without-letters": { readonly name: string };
}

/** Of moved.yaml. Addresses are as they are written. */
export interface MovedProblems {
  /** It names a host, or leads out of the site. */
  "moved-address-elsewhere": { readonly address: string };
  /** An old address that is a file's, the home page's, or holds `?` or `#`. */
  "moved-from-no-page": { readonly address: string };
  "moved-page-is-there": { readonly address: string };
  "moved-twice": { readonly address: string; readonly other: string; readonly line: number };
  "moved-in-circle": { readonly address: string };
  "moved-target-missing": { readonly address: string; readonly nearest?: string };
}

/** How a page is painted. */
export type Theme = "light" | "dark";

/** Of show.yaml. */
export interface ShowProblems {
  "show-file-missing": NoValues;
  "show-file-empty": NoValues;
  /** Of an episode's cover as well. */
  "cover-unreadable": { readonly reason: string };
  "cover-missing": { readonly cover: string };
  "repository-host-unknown": { readonly repository: string };
  /** YAML takes an unquoted `#be3321` for a remark. */
  "accent-unquoted": { readonly colour: string };
  /** `themes` are those in which it cannot be read; `contrast` is with the page. `better` is for the whole key. */
  "accent-unreadable": {
    readonly themes: readonly {
      readonly theme: Theme;
      readonly given: string;
      readonly contrast: number;
      readonly used: string;
    }[];
    readonly better: Readonly<Record<Theme, string>>;
  };
  /** Of a feed that is the show's own. */
  "feed-without-categories": NoValues;
}

/**
 * Why an episode can be no item of the show's feed: its date is no day, it has no recording, or of the recording
 * nothing says how many bytes or of what kind it is; or a newer episode has its guid.
 */
export type FeedLack = "day" | "audio" | "bytes" | "type" | "guid";

/** Of a command's arguments. Options are as one types them, `--to`. */
export interface OptionProblems {
  "option-unknown": { readonly option: string; readonly nearest?: string };
  /** `example` is the option with a value behind it. */
  "option-without-value": { readonly option: string; readonly example?: string };
  "option-with-value": { readonly option: string };
  "argument-unexpected": { readonly argument: string };
  /** Of `--lang` and of ARCHIVE_LANG: `name` is which. */
  "language-not-spoken": { readonly name: string; readonly given: string };
  "several-content-folders": NoValues;
  "port-invalid": { readonly given: string };
  /** Of the site that `check --against` reads; reasons are the system's. */
  "published-address-invalid": { readonly given: string };
  "published-unreachable": { readonly address: string; readonly reason: string };
  "published-silent": { readonly address: string; readonly seconds: number };
  "published-refused": { readonly address: string; readonly status: number };
  "published-too-large": { readonly address: string; readonly megabytes: number };
  /** Something else is there, a page most likely. */
  "published-not-readable": { readonly address: string; readonly expected: "XML" | "JSON" };
  "published-empty": { readonly address: string };
  /** Of the site that `mcp` serves. */
  "site-not-named": NoValues;
  "site-not-there": { readonly given: string };
  "site-not-built": { readonly folder: string };
  "two-tasks": { readonly options: readonly [string, string] };
  "least-invalid": { readonly given: string };
  "task-without-episode": { readonly option: string; readonly example: string };
  "episode-not-there": { readonly slug: string; readonly folder: string; readonly nearest?: string };
  "episode-without-transcript": { readonly slug: string; readonly folder: string };
  /** `option` is the one that names the file. */
  "named-file-unreadable": { readonly file: string; readonly reason: string; readonly option: string };
  "named-file-unwritable": { readonly file: string; readonly reason: string; readonly option: string };
  "named-file-taken": { readonly file: string };
  "review-file-missing": { readonly file: string };
  "terminal-missing": NoValues;
  "part-folder-without-part": NoValues;
  "parts-without-folder": NoValues;
  "several-parts-at-once": NoValues;
  "part-without-folder": NoValues;
  "part-beside-parts": NoValues;
  "argument-beside-part": { readonly argument: string };
  "part-choice-invalid": { readonly given: string };
  "part-choice-backwards": { readonly given: string; readonly better: string };
  /** `known` are the first and the last that the archive's episodes have; absent where none says any. */
  "part-choice-empty": {
    readonly choice: string;
    readonly by: "season" | "year";
    readonly known?: readonly [number, number];
  };
  "part-list-unreadable": { readonly file: string };
  "part-list-empty": { readonly file: string };
  "part-folder-is-file": { readonly folder: string };
  "part-folder-taken": { readonly folder: string; readonly file: string };
}

/** Of what import and new are given, and of what is fetched. `name` is the address or file as one knows it. */
export interface ImportProblems {
  "import-without-source": NoValues;
  "import-source-missing": { readonly name: string };
  /** It is the content folder, or in it. */
  "import-source-inside": { readonly name: string };
  "import-source-empty": { readonly name: string };
  "import-without-answers": NoValues;
  "show-not-begun": { readonly folder: string };
  "show-there-already": { readonly file: string };
  "show-without": { readonly option: "--title" | "--author" | "--language" };
  "language-tag-invalid": { readonly given: string };
  "date-invalid": { readonly given: string };
  "number-invalid": { readonly given: string };
  "examples-folder-taken": { readonly folder: string };
  "title-missing": NoValues;
  "episode-there-already": { readonly folder: string };
  "label-not-there": { readonly label: string; readonly labels: readonly string[] };
  "label-without-name": { readonly argument: string };
  "feed-not-rss": { readonly name: string };
  "feed-cut-off": { readonly name: string };
  "feed-unreadable": { readonly name: string };
  /** A web page, where a file was wanted. */
  "fetched-page": { readonly address: string };
  "fetched-not-web": { readonly address: string };
  /** An address of this machine or its network, in a feed that is from elsewhere. */
  "fetched-local": { readonly address: string };
  /** It did not answer before. */
  "fetched-host-away": { readonly address: string; readonly host: string };
  "fetched-in-part": { readonly address: string };
  "fetched-in-circle": { readonly address: string; readonly most: number };
}

/** Of the `ARCHIVE_*` settings. */
export interface SettingProblems {
  "folder-with-null-byte": { readonly name: string };
  "site-without-address": { readonly given: string };
  "site-with-path": { readonly given: string; readonly origin: string };
  "base-without-path": { readonly given: string };
  "part-address-invalid": { readonly given: string };
  "out-folder-taken": { readonly folder: string };
  "now-invalid": { readonly given: string };
}

/** What a build is at: it reads the content, cuts words, indexes them, makes pages, and puts all together. */
export type BuildStep = "read" | "cut" | "index" | "pages" | "finish";

/** Of what a build finds beside the content: parts that were built apart, its disk, its own processes and cached files. */
export interface BuildProblems {
  /** `list` is the file that makes a folder a part. */
  "part-missing": { readonly folder: string; readonly list: string };
  "part-of-other-program": NoValues;
  /** `slugs` are the first of the episodes that have changed. */
  "part-outdated": { readonly changed: number; readonly total: number; readonly slugs: readonly string[] };
  "shard-damaged": NoValues;
  "cached-file-changed": { readonly path: string };
  "cached-file-unreadable": { readonly path: string };
  /** Another process writes into the folder; `host` is named where it is another machine. */
  "output-in-use": {
    readonly folder: string;
    readonly lock: string;
    readonly pid?: number;
    readonly host?: string;
  };
  /** `path` is the file or folder that could not be written whole. */
  "disk-full": { readonly path: string };
  /** `signal` is what ended it; absent where it ended by itself, with `status`. */
  "process-ended-early": { readonly step: BuildStep; readonly status?: number; readonly signal?: string };
  "pagefind-not-started": { readonly reason: string };
  /** Of a page of the site; `script` is how the script begins. */
  "script-not-of-the-frame": { readonly script: string };
}

/** The keys and the places in lists, from 0, that lead to a value. */
export type FieldPath = readonly (string | number)[];

/** A value as it stands in the file; of one that is no text only what it is. */
export type WrittenValue = { readonly text: string } | { readonly shape: "list" | "empty-list" | "group" };

/** What a field wants to hold. Examples are as a file would have them. */
export type Expected = Fact<ExpectedValues>;

export interface ExpectedValues {
  text: NoValues;
  "whole-number": { readonly least: number };
  sureness: NoValues;
  flag: NoValues;
  time: NoValues;
  duration: NoValues;
  offset: NoValues;
  date: NoValues;
  moment: NoValues;
  "media-type": NoValues;
  language: NoValues;
  uuid: NoValues;
  email: NoValues;
  "web-address": NoValues;
  link: NoValues;
  audio: { readonly endings: readonly string[] };
  cover: { readonly endings: readonly string[] };
  colour: NoValues;
  choice: { readonly choices: readonly string[] };
  list: { readonly example: string };
  dictionary: { readonly example: string };
  group: { readonly example: string };
}

/** Kinds of file that are taken for a transcript, and are none that is read. */
export type ForeignFormat =
  // subtitles and captions
  | ("ebu-stl" | "spruce-stl" | "stl" | "microdvd" | "sub" | "subviewer" | "sami" | "scc")
  | ("ttml" | "dfxp" | "youtube-timed-text" | "transcriber")
  // documents and tables
  | ("doc" | "office" | "odt" | "pdf" | "rtf" | "html" | "xml" | "rss" | "csv" | "tsv" | "xlsx")
  | ("json-lines" | "zip" | "gzip")
  // sound and pictures
  | ("mp3" | "ogg" | "flac" | "wave" | "mp4" | "matroska" | "png" | "jpeg")
  // what recognisers write in JSON where nothing was said, or not yet
  | ("tongyi-tingwu-json" | "deepgram-json" | "assemblyai-json" | "amazon-transcribe-json")
  | ("azure-speech-json" | "rev-json" | "youtube-json" | "funasr-json");
