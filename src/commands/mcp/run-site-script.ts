import vm from "node:vm";

/** Fetches as a page of the site does. */
export type SiteFetch = (address: string) => Promise<Response>;

/** What the scripts of a page find besides the language itself. */
const ofBrowsers = {
  ...{ URL, URLSearchParams, Response, Headers, Blob, TextDecoder, TextEncoder, DecompressionStream },
  ...{ AbortController, AbortSignal, DOMException, Event, EventTarget, MessageEvent, structuredClone },
  ...{ setTimeout, clearTimeout, queueMicrotask, performance, navigator: { onLine: true } },
};

/**
 * Imports a module of a site as a page does, and gives what it exports: the site's files are fetched, a `Worker` is a
 * scope of its own. The scripts are the site's, and can do whatever this process can (see README.md, "mcp").
 * Needs Node's `--experimental-vm-modules`.
 */
export async function runSiteScript(address: string, load: SiteFetch): Promise<unknown> {
  class Worker extends ScopeWorker {
    constructor(url: string | URL) {
      super(String(url), load);
    }
  }
  return (await openScope({ Worker }, load)(address)).namespace;
}

/** A scope of scripts: gives what imports a module into it. */
function openScope(own: object, load: SiteFetch): (address: string) => Promise<vm.Module> {
  // Scripts give what `fetch` takes; their own cache and patience are not needed.
  const scope = vm.createContext({ ...ofBrowsers, fetch: (url: unknown) => load(String(url)), ...own });
  scope["self"] = scope;
  const importModule = async (address: string): Promise<vm.Module> => {
    const module = await loadModule(address);
    await module.link((specifier) => loadModule(new URL(specifier, address).href));
    await module.evaluate();
    return module;
  };
  const loadModule = async (address: string): Promise<vm.SourceTextModule> => {
    const answer = await load(address);
    if (!answer.ok) throw new TypeError(`${answer.status} at ${address}`);
    return new vm.SourceTextModule(await answer.text(), {
      context: scope,
      identifier: address,
      initializeImportMeta: (meta) => Object.assign(meta, { url: address }),
      importModuleDynamically: (specifier) => importModule(new URL(specifier, address).href),
    });
  };
  return importModule;
}

/** A browser's `Worker`, in this thread: another scope, to which messages are copied. */
class ScopeWorker extends EventTarget {
  readonly #inside = new EventTarget();
  readonly #begun: Promise<unknown>;
  #isEnded = false;

  constructor(address: string, load: SiteFetch) {
    super();
    const scope = {
      addEventListener: this.#inside.addEventListener.bind(this.#inside),
      postMessage: (data: unknown) => {
        if (!this.#isEnded) sendCopy(this, data);
      },
    };
    this.#begun = openScope(
      scope,
      load,
    )(address).catch((error: unknown) =>
      this.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { error })),
    );
  }

  postMessage(data: unknown): void {
    void this.#begun.then(() => sendCopy(this.#inside, data));
  }

  terminate(): void {
    this.#isEnded = true;
  }
}

function sendCopy(to: EventTarget, data: unknown): void {
  to.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
}
