const settings = ["js", "ui", "theme", "type", "size", "width", "stamps", "follow"].map(
  (name) => `data-${name}`,
);

/**
 * Keeps what the reader has set (language, appearance) when the router puts another page in place: set on the
 * page before it is shown, so that nothing flashes. Pages appear at once, without a fade.
 */
export function keepSettings(): void {
  document.addEventListener("astro:before-swap", (event) => {
    const next = event.newDocument.documentElement;
    for (const name of settings) {
      const value = document.documentElement.getAttribute(name);
      if (value === null) next.removeAttribute(name);
      else next.setAttribute(name, value);
    }
    event.viewTransition.ready.catch(() => undefined);
    event.viewTransition.skipTransition();
  });
}
