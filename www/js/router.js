// Addresses within the site: which page each means, and how to get there.

/** Every page and what its address looks like; an address that none of them knows is the library. */
const routes = [
  { page: "photo", pattern: /^#\/photos\/(?<id>[0-9A-Z]{26})$/i },
  { page: "library", pattern: /^/ },
];

/** @typedef {{ page: string, id: string }} Route */

/** Fires "route" (detail: {@link Route}) whenever the address changes. */
export class Router extends EventTarget {
  #openedHere = false;

  constructor() {
    super();
    addEventListener("hashchange", () => this.#announce());
  }

  /** @returns {Route} */
  get route() {
    for (const { page, pattern } of routes) {
      const match = pattern.exec(location.hash);
      if (match) return { page, id: match.groups?.id.toUpperCase() ?? "" };
    }
    throw new RangeError("The last route fits every address.");
  }

  /** @param {string} id */
  static addressOf(id) {
    return `#/photos/${id}`;
  }

  /**
   * From one photo to the next: "back" leads to where the first was opened.
   * @param {string} id
   */
  turnTo(id) {
    this.#replace(Router.addressOf(id));
  }

  /** Back to the library, which may be where we came from. */
  close() {
    if (this.#openedHere) history.back();
    else this.#replace("#/");
  }

  /** @param {string} address */
  #replace(address) {
    history.replaceState(null, "", address);
    this.#announce();
  }

  #announce() {
    const { route } = this;
    // Whoever came by a link from elsewhere must not be sent back there by "close".
    if (route.page === "library") this.#openedHere = true;
    this.dispatchEvent(new CustomEvent("route", { detail: route }));
  }

  start() {
    this.#announce();
  }
}
