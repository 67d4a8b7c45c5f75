import type { ServerResponse } from "node:http";
import type { EditAnswer } from "../../model/edit-answer.ts";
import type { Fault } from "../../model/problem.ts";
import { wordFault } from "../../wording/problems/describe-problem.ts";
import { answerEdit } from "./answer-edit.ts";
import { EditHistory } from "./edit-history.ts";
import { type Guarded, guardRequest, readJsonBody } from "./guard-request.ts";

/** Where pages of the development server send edits, below its base path. */
export const editPath = "/__tingsuo/correct";

type EditRequest = Guarded & AsyncIterable<Uint8Array> & { readonly url?: string | undefined };

/** Answers edits of transcripts from this site's pages on this machine, one after another; leaves all else to others. */
export function serveEdits(contentDir: string, reportFailure: (error: unknown) => void) {
  const history = new EditHistory();
  let last: Promise<unknown> = Promise.resolve();
  return async (request: EditRequest, response: ServerResponse, next: () => void): Promise<void> => {
    if (request.url?.split("?")[0] !== editPath) return next();
    const status = guardRequest(request);
    if (status !== undefined) return send(response, status, refuse("edit-not-from-here"));
    try {
      const asked = await readJsonBody(request);
      if (asked === undefined) return send(response, 400, refuse("edit-request-invalid"));
      const answer = last.then(() => answerEdit(asked, { contentDir, history }));
      last = answer.catch(() => undefined);
      send(response, 200, await answer);
    } catch (error) {
      reportFailure(error);
      if (!response.headersSent) send(response, 500, refuse("edit-failed"));
    }
  };
}

function refuse(kind: "edit-not-from-here" | "edit-request-invalid" | "edit-failed"): EditAnswer {
  const fault: Fault = { kind, values: {} };
  return { kind: "refused", said: wordFault(fault) };
}

function send(response: ServerResponse, status: number, answer: EditAnswer): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    // What is left of a body that was not read is not read as another request.
    ...(status === 200 ? {} : { Connection: "close" }),
  });
  response.end(JSON.stringify(answer));
}
