import { decodePercent } from "./decode-percent.ts";

/** How a host of repositories writes its addresses. */
type Forge = "github" | "gitlab" | "gitea";

/** A repository of a content folder, as far as its address tells. */
export interface Repository {
  /** Its front page, without a slash at its end. */
  readonly url: string;
  readonly forge: Forge;
  /** `HEAD`, the branch that the repository shows first, where the address names none. */
  readonly branch: string;
  /** Path of the content folder in the repository, without slashes at its ends; empty where it is the top. */
  readonly folder: string;
}

/** Where the content folder stands in a repository whose address names no folder. */
const usualFolder = "content";

/**
 * Reads `https://github.com/owner/name`, also with the branch and folder as its host shows them:
 * `…/tree/main/content` (GitHub, Gitee), `…/-/tree/main/content` (GitLab), `…/src/branch/main/content` (Gitea,
 * Forgejo, Codeberg). Undefined where the address does not tell which kind of host it is.
 */
export function readRepository(address: string): Repository | undefined {
  const { origin, hostname, pathname } = new URL(address);
  const path = pathname.replace(/\/+$/, "").replace(/\.git$/, "");
  const [, front = path, mark, branch = "HEAD", folder] =
    /^(\/.+?)\/(-\/tree|src\/branch|tree)\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const forge = findForge(hostname, mark);
  if (forge === undefined || !/^\/[^/]+\/[^/]+/.test(front)) return undefined;
  const known = mark === undefined ? usualFolder : (folder ?? "");
  return {
    url: origin + front,
    forge,
    branch: decodePercent(branch),
    folder: decodePercent(known),
  };
}

function findForge(hostname: string, mark: string | undefined): Forge | undefined {
  if (mark === "-/tree") return "gitlab";
  if (mark === "src/branch") return "gitea";
  if (mark === "tree") return "github";
  if (/(?:^|\.)(?:github\.com|gitee\.com)$/.test(hostname)) return "github";
  if (/(?:^|\.)gitlab\./.test(hostname)) return "gitlab";
  if (/^(?:codeberg\.org|gitea\.com)$|(?:^|\.)(?:gitea|forgejo)\./.test(hostname)) return "gitea";
  return undefined;
}

/**
 * The address that shows a line (1-based) of a file of the content folder. GitHub and Gitea draw Markdown unless
 * `?plain=1` or `?display=source` asks for its lines.
 */
export function makeLineAddress(
  { url, forge, branch, folder }: Repository,
  path: readonly string[],
  line: number,
): string {
  const parts = [...folder.split("/").filter((part) => part !== ""), ...path]
    .map(encodeURIComponent)
    .join("/");
  const at = branch.split("/").map(encodeURIComponent).join("/");
  if (forge === "gitlab") return `${url}/-/blob/${at}/${parts}?plain=1#L${line}`;
  if (forge === "github") return `${url}/blob/${at}/${parts}?plain=1#L${line}`;
  return `${url}/src/${at === "HEAD" ? "HEAD" : `branch/${at}`}/${parts}?display=source#L${line}`;
}

/**
 * The address of a new issue with its title and text filled in
 * (https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query,
 * https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values).
 */
export function makeIssueAddress({ url, forge }: Repository, title: string, body: string): string {
  const [path, titleKey, bodyKey] =
    forge === "gitlab"
      ? ["-/issues/new", "issue[title]", "issue[description]"]
      : ["issues/new", "title", "body"];
  const query = `${encodeURIComponent(titleKey)}=${encodeURIComponent(title)}&${encodeURIComponent(bodyKey)}=${encodeURIComponent(body)}`;
  return `${url}/${path}?${query}`;
}
